import type { Check } from '../golden-case.ts';
import type { Json } from '../json.ts';
import { canonicalJson } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';
import { showValue } from '../template/show-value.ts';

type Compare = (base: Json, head: Json) => boolean;

/** For each kind whose argument can be reasoned about: whether every reply that passed with `base` passes with `head`. */
const loosened: ReadonlyMap<string, Compare> = new Map(
  Object.entries<Compare>({
    contains: (base, head) => everyText(head, (text) => someText(base, (one) => one.includes(text))),
    'starts-with': (base, head) => everyText(head, (text) => someText(base, (one) => one.startsWith(text))),
    'ends-with': (base, head) => everyText(head, (text) => someText(base, (one) => one.endsWith(text))),
    'contains-any': (base, head) => everyText(base, (text) => someText(head, (one) => text.includes(one))),
    'not-contains': (base, head) => everyText(head, (text) => someText(base, (one) => text.includes(one))),
    'not-equals': (base, head) => everyText(head, (text) => someText(base, (one) => text === one)),
    'max-words': raised,
    'max-tokens': raised,
    'max-latency': raised,
    'max-cost': raised,
    'min-words': (base, head) => raised(head, base),
    number: (base, head) => sameBut('within', base, head, raised),
    'json-path': (base, head) =>
      sameBut('contains', base, head, (one, other) => showValue(one).includes(showValue(other))),
    'tool-call': (base, head) => sameBut('arguments', base, head, (one, other) => isPart(other, one)),
    'json-schema': (_, head) => head === true || (isObject(head) && Object.keys(head).length === 0),
  }),
);

/** Kinds that pass where a text is absent: for them, ignoring case is the stricter reading. */
const negative = /^not-/u;

/**
 * Whether the check at head, of the same kind, lets through all that base's did and more, as far as that can be
 * decided from its argument and `ignore-case`. What cannot be decided is not looser: it is another question.
 */
export function isLooser(base: Check, head: Check): boolean {
  const sameArgument = canonicalJson(base.argument) === canonicalJson(head.argument);
  const looserArgument = !sameArgument && (loosened.get(base.kind)?.(base.argument, head.argument) ?? false);
  const ignored = Number(head.options['ignore-case'] === true) - Number(base.options['ignore-case'] === true);
  const looserCase = negative.test(base.kind) ? ignored < 0 : ignored > 0;
  return (looserArgument && (looserCase || ignored === 0)) || (looserCase && (looserArgument || sameArgument));
}

function raised(base: Json, head: Json): boolean {
  return numberOf(head) > numberOf(base);
}

function numberOf(value: Json): number {
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
}

/** Whether two maps are equal but for one key, whose values compare so; a key that is gone is looser too. */
function sameBut(key: string, base: Json, head: Json, compare: Compare): boolean {
  if (!isObject(base) || !isObject(head)) return false;
  const { [key]: baseValue, ...baseRest } = base;
  const { [key]: headValue, ...headRest } = head;
  if (canonicalJson(baseRest) !== canonicalJson(headRest)) return false;
  if (headValue === undefined) return baseValue !== undefined && key !== 'within';
  return baseValue === undefined ? key === 'within' && numberOf(headValue) > 0 : compare(baseValue, headValue);
}

/** Whether `part` asks for nothing that `whole` does not. */
function isPart(part: Json, whole: Json): boolean {
  if (!isObject(part) || !isObject(whole)) return canonicalJson(part) === canonicalJson(whole);
  return Object.entries(part).every(([key, value]) => {
    const held = Object.hasOwn(whole, key) ? whole[key] : undefined;
    return held !== undefined && isPart(value, held);
  });
}

function everyText(argument: Json, test: (text: string) => boolean): boolean {
  return textsOf(argument).every(test);
}

function someText(argument: Json, test: (text: string) => boolean): boolean {
  return textsOf(argument).some(test);
}

function textsOf(argument: Json): readonly string[] {
  return (Array.isArray(argument) ? argument : [argument]).map(showValue);
}
