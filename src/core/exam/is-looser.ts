import type { Check } from '../golden-case.ts';
import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';
import { usualTurns } from '../scenario.ts';
import { showValue } from '../template/fill-template.ts';
import { asksLessOfFields } from './fields-demands.ts';
import { isLooserCall } from './is-looser-call.ts';
import { isWiderPattern } from './is-wider-pattern.ts';
import { dropsDemand } from './schema-demands.ts';

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
    'max-steps': raised,
    'max-tokens': raised,
    'max-latency': raised,
    'max-cost': raised,
    'min-words': (base, head) => raised(head, base),
    number: (base, head) => sameBut('within', base, head, raised),
    'json-path': (base, head) =>
      sameBut('contains', base, head, (one, other) => showValue(one).includes(showValue(other))) ||
      sameBut('matches', base, head, (one, other) => isWiderPattern(showValue(other), showValue(one))) ||
      sameBut('equals', base, head, () => false),
    regex: (base, head) =>
      everyText(head, (text) => someText(base, (one) => text === one || isWiderPattern(text, one))) ||
      hasMoved(base, head, (one, text) => isWiderPattern(text, one)),
    'not-regex': (base, head) =>
      everyText(head, (text) => someText(base, (one) => text === one || isWiderPattern(one, text))) ||
      hasMoved(base, head, (one, text) => isWiderPattern(one, text)),
    // Whatever else is written: fewer turns are fewer chances to fail.
    simulate: (base, head) => turnsOf(head) < turnsOf(base),
    'tool-call': isLooserCall,
    // What is forbidden, and narrower, is less.
    'not-tool-call': (base, head) => isLooserCall(head, base),
    'json-fields': asksLessOfFields,
    'json-schema': (base, head) => dropsDemand(base, head),
    // Whatever else it asks for, it asks no longer what base asked.
    triggers: () => true,
    sql: grantsMore,
    'contains-sql': grantsMore,
    'contains-json': (base, head) => base !== null && (head === null || dropsDemand(base, head)),
  }),
);

/** Kinds that pass where a text is absent: for them, ignoring case is the stricter reading. */
const negative = /^not-/u;

/** Kinds that every reply of a conversation must pass: for them, reading its last one alone (`turn: last`) is looser. */
const ofAllTurns = /^(?:not-|max-|answers$)/u;
/** Kinds that one reply of a conversation may pass: for them, reading all of it is looser. */
const ofSomeTurn: ReadonlySet<string> = new Set([
  'contains',
  'contains-any',
  'contains-html',
  'contains-json',
  'contains-sql',
  'contains-xml',
  'regex',
  'refuses',
  'min-words',
]);

/**
 * Whether the check at head, of the same kind, lets through more in any part of it, as far as that can be decided from its
 * argument and options: what is stricter or another question in other parts does not make up for it, or it would hide it.
 */
export function isLooser(base: Check, head: Check): boolean {
  return (
    isArgumentLooser(base, head) ||
    isCaseLooser(base, head) ||
    isTurnLooser(base, head) ||
    isOptionLooser('strict', base, head) ||
    isOptionLooser('exact', base, head) ||
    isOptionLooser('in-order', base, head) ||
    raised(mostEdits(base), mostEdits(head))
  );
}

function isArgumentLooser(base: Check, head: Check): boolean {
  if (canonicalJson(base.argument) === canonicalJson(head.argument)) return false;
  return loosened.get(base.kind)?.(base.argument, head.argument) === true;
}

function isCaseLooser(base: Check, head: Check): boolean {
  const after = head.options['ignore-case'] === true;
  return after !== (base.options['ignore-case'] === true) && after !== negative.test(base.kind);
}

function isTurnLooser(base: Check, head: Check): boolean {
  const after = head.options['turn'] === 'last';
  if (after === (base.options['turn'] === 'last')) return false;
  return after ? ofAllTurns.test(base.kind) : ofSomeTurn.has(base.kind);
}

/** Of an option that asks for more of what must be there. */
function isOptionLooser(option: 'strict' | 'exact' | 'in-order', base: Check, head: Check): boolean {
  const after = head.options[option] === true;
  return after !== (base.options[option] === true) && after === negative.test(base.kind);
}

/** Without `max-edits` there is no mark in edits at all. */
function mostEdits({ options }: Check): Json {
  return options['max-edits'] ?? Number.POSITIVE_INFINITY;
}

/** Turns of a conversation, as they count where none are written. */
function turnsOf(argument: Json): number {
  const turns = isObject(argument) ? argument['turns'] : undefined;
  return turns === undefined ? usualTurns : numberOf(turns);
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

function everyText(argument: Json, test: (text: string) => boolean): boolean {
  return textsOf(argument).every(test);
}

/** Whether of the texts that base alone has one has become, in head, another of which `test` holds. */
function hasMoved(base: Json, head: Json, test: (one: string, text: string) => boolean): boolean {
  const [before, after] = [textsOf(base), textsOf(head)];
  const [gone, come] = [before.filter((one) => !after.includes(one)), after.filter((one) => !before.includes(one))];
  return gone.some((one) => come.some((text) => test(one, text)));
}

function someText(argument: Json, test: (text: string) => boolean): boolean {
  return textsOf(argument).some(test);
}

function textsOf(argument: Json): readonly string[] {
  return (Array.isArray(argument) ? argument : [argument]).map(showValue);
}

/** Rights of SQL by its dialect: all that were there still are, or there are no bounds any more. */
function grantsMore(base: Json, head: Json): boolean {
  const [before, after] = [rightsOf(base), rightsOf(head)];
  const alike = (before['dialect'] ?? 'mysql') === (after['dialect'] ?? 'mysql');
  const kept = (key: string): boolean => {
    const [held, now] = [before[key], after[key]];
    return now === undefined || (Array.isArray(held) && Array.isArray(now) && held.every((one) => now.includes(one)));
  };
  return alike && kept('tables') && kept('columns');
}

function rightsOf(argument: Json): JsonObject {
  if (isObject(argument)) return argument;
  return typeof argument === 'string' ? { dialect: argument } : {};
}
