import { distance } from 'fastest-levenshtein';
import { canonicalJson, type Json } from '../../core/json.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { excerpt } from '../text/excerpt.ts';
import { fold } from '../text/text-options.ts';
import { type FieldRule, memberPath } from './field-rules.ts';
import { matchMembers } from './match-members.ts';
import { isList } from './wanted-json.ts';

/** How fields are compared, by the ways that lead to them; `exact`: nothing beyond the reference may be there. */
export type FieldRules = {
  readonly perField: ReadonlyMap<string, FieldRule>;
  readonly ignored: ReadonlySet<string>;
  readonly exact: boolean;
};

/** One place of a field, such as the price of one item. `ask`: a judge says how near it is, and until then it is 0. */
export type Instance = {
  readonly value: number;
  readonly right: boolean;
  readonly why?: string;
  readonly ask?: { readonly rubric: string; readonly min: number; readonly wanted: string; readonly got: string };
};

/** The fields of a reference in its order, each with its places; `surplus`: members of a list that nothing wanted, a place each. */
export type Field = { readonly places: readonly Instance[]; readonly surplus: number };

/** What a comparison may cost: pairs of members that are looked at, and pairs of characters. */
const mostWork = 2e8;
const pairWork = 500;

/** Members of a reply's list that take part in a matching. */
const mostMatched = 500;

/** The field under which all is told that a reply holds beyond the reference. */
const beyond = 'other fields';

class TooLargeError extends Error {}

type Found = { readonly places: Instance[]; surplus: number };
type Walk = { readonly rules: FieldRules; readonly fields: Map<string, Found>; readonly spend: (work: number) => void };

/** Compares a reply with a reference, field by field; nothing where its lists are too large to be matched. */
export function compareFields(
  wanted: Json,
  got: Json | undefined,
  rules: FieldRules,
): ReadonlyMap<string, Field> | undefined {
  const fields = new Map<string, Found>();
  let left = mostWork;
  const spend = (work: number): void => {
    left -= work;
    if (left < 0) throw new TooLargeError();
  };
  try {
    compare(wanted, got, '', { rules, fields, spend });
  } catch (error) {
    if (error instanceof TooLargeError) return undefined;
    throw error;
  }
  return fields;
}

function compare(wanted: Json, got: Json | undefined, path: string, walk: Walk): void {
  const { rules } = walk;
  if (rules.ignored.has(path)) return;
  const rule = rules.perField.get(path);
  const isLeaf = rule !== undefined && rule !== 'unordered' && !(typeof rule === 'object' && rule.unordered === true);
  if (isLeaf || isPlain(wanted)) place(path, walk).places.push(compareValue(wanted, got, rule, walk));
  else if (isList(wanted)) compareList(wanted, got, path, rule !== undefined, walk);
  else if (isObject(wanted)) {
    const held = isObject(got) ? got : undefined;
    for (const [key, value] of Object.entries(wanted)) compare(value, own(held, key), memberPath(path, key), walk);
    if (rules.exact) compareKeys(wanted, held ?? {}, path, walk);
  }
}

function compareKeys(wanted: Json, got: Json, path: string, walk: Walk): void {
  if (!isObject(wanted) || !isObject(got)) return;
  const more = Object.keys(got).find(
    (key) => !Object.hasOwn(wanted, key) && !walk.rules.ignored.has(memberPath(path, key)),
  );
  const where = more === undefined ? '' : excerpt(memberPath(path, more), 60);
  place(beyond, walk).places.push(
    more === undefined ? right : { value: 0, right: false, why: `${where} is not in the reference` },
  );
}

function compareList(wanted: readonly Json[], got: Json | undefined, path: string, isFree: boolean, walk: Walk): void {
  const members = isList(got) ? got : [];
  const below = `${path}[]`;
  const pairs = isFree ? match(wanted, members.slice(0, mostMatched), below, walk) : wanted.map((_, at) => at);
  const before = new Set([...walk.fields.keys()].filter((name) => !isUnder(name, below)));
  for (const [at, member] of wanted.entries()) {
    const index = pairs[at];
    compare(member, index === undefined ? undefined : members[index], below, walk);
  }
  const surplus = Math.max(0, members.length - wanted.length);
  if (surplus > 0)
    for (const [name, field] of walk.fields) if (!before.has(name) && isUnder(name, below)) field.surplus += surplus;
}

function isUnder(name: string, path: string): boolean {
  return name === path || name.startsWith(`${path}.`) || name.startsWith(`${path}[`);
}

/** Pairs members so that they are most alike in all; what a judge would grade counts by its letters here. */
function match(wanted: readonly Json[], got: readonly Json[], path: string, walk: Walk) {
  const likeness = wanted.map((one) =>
    got.map((other) => {
      walk.spend(pairWork);
      const fields = new Map<string, Found>();
      compare(one, other, path, { ...walk, fields });
      const held = [...fields.values()].flatMap(({ places }) => places);
      const sum = held.reduce(
        (all, { value, ask }) => all + (ask === undefined ? value : letters(ask.wanted, ask.got, walk)),
        0,
      );
      return held.length === 0 ? 1 : sum / held.length;
    }),
  );
  walk.spend(wanted.length ** 2 * Math.max(wanted.length, got.length));
  return matchMembers(likeness);
}

const right: Instance = { value: 1, right: true };
const usualGrade = 7;

function compareValue(wanted: Json, got: Json | undefined, rule: FieldRule | undefined, walk: Walk): Instance {
  if (got === undefined) return wanted === null ? right : { value: 0, right: false, why: 'is missing' };
  if (canonicalJson(wanted) === canonicalJson(got)) return right;
  const wrong = (value = 0): Instance => ({ value, right: false, why: `is ${show(got)}, not ${show(wanted)}` });
  if (rule === undefined || typeof rule === 'string') return foldText(wanted) === foldText(got) ? right : wrong();
  if (rule.within !== undefined) return isWithin(wanted, got, rule.within) ? right : wrong();
  if (rule['ignore-case'] === true) return foldText(wanted, true) === foldText(got, true) ? right : wrong();
  if (rule.similar !== undefined) {
    if (typeof wanted !== 'string' || typeof got !== 'string') return wrong();
    const value = letters(foldText(wanted), foldText(got), walk);
    return value >= rule.similar
      ? { value, right: true }
      : { ...wrong(value), why: `${wrong().why} (alike by ${value.toFixed(2)})` };
  }
  if (rule.judge === undefined) return wrong();
  const { judge: rubric, min = usualGrade } = rule;
  return { ...wrong(), ask: { rubric, min, wanted: textOf(wanted), got: textOf(got) } };
}

/** Room for what binary fractions cannot hold, as a share of the greater number. */
const slack = 1e-9;

function isWithin(wanted: Json, got: Json, within: number | string): boolean {
  if (typeof wanted !== 'number' || typeof got !== 'number') return false;
  const allowed = typeof within === 'number' ? within : (Number(within.slice(0, -1)) / 100) * Math.abs(wanted);
  return Math.abs(wanted - got) <= allowed + slack * Math.max(Math.abs(wanted), Math.abs(got));
}

/** 1 − edit distance ÷ length of the longer text. */
function letters(one: string, other: string, { spend }: Walk): number {
  spend(one.length * other.length);
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 1 : 1 - distance(one, other) / longest;
}

/** Texts are compared by Unicode NFC and without the white space around them; all else by its JSON. */
function foldText(value: Json, ignoreCase = false): string {
  if (typeof value !== 'string') return canonicalJson(value);
  return `"${fold(value.trim(), ignoreCase ? { 'ignore-case': true } : {})}`;
}

function isPlain(value: Json): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0;
}

function own(held: { readonly [key: string]: Json } | undefined, key: string): Json | undefined {
  return held !== undefined && Object.hasOwn(held, key) ? held[key] : undefined;
}

function place(name: string, { fields }: Walk): Found {
  const found = fields.get(name) ?? { places: [], surplus: 0 };
  fields.set(name, found);
  return found;
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}

function show(value: Json): string {
  return typeof value === 'string'
    ? excerpt(value, 60)
    : excerpt(canonicalJson(value), 60).slice(1, -1).replaceAll('\\"', '"');
}
