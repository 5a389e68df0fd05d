import type { Check } from '../golden-case.ts';
import { canonicalJson } from '../json.ts';
import { isLooser } from './is-looser.ts';

/** What a pull request did to the checks of a case, in words: what asks less than before, and all else. */
export type ChecksCompared = { readonly weakened: readonly string[]; readonly edited: readonly string[] };

/** Compares checks by kind and name; those left over by kind, since a check without a name is named after its argument. */
export function compareChecks(before: readonly Check[], after: readonly Check[]): ChecksCompared {
  const [base, head] = [withOneUser(before), withOneUser(after)];
  const pairs = pairChecks(base, head);
  const compared = pairs.map(([one, other]) => compareCheck(one, other));
  const kept = new Set(pairs.map(([, other]) => other));
  const matched = new Set(pairs.map(([one]) => one));
  const dropped = base.filter((check) => !matched.has(check)).map(({ name }) => `check \`${name}\` dropped`);
  const added = head.filter((check) => !kept.has(check)).map(({ name }) => `check \`${name}\` added`);
  return {
    weakened: [...dropped, ...compared.flatMap(({ weakened }) => weakened), ...findDrowning(base, head, pairs)],
    edited: [...compared.flatMap(({ edited }) => edited), ...added],
  };
}

/** Of several simulated users the last one counts (`scenarioOf`): the others ask nothing. */
function withOneUser(checks: readonly Check[]): readonly Check[] {
  const last = checks.findLast(({ kind }) => kind === 'simulate');
  return checks.filter((check) => check.kind !== 'simulate' || check === last);
}

type CheckPair = readonly [base: Check, head: Check];

function pairChecks(base: readonly Check[], head: readonly Check[]): readonly CheckPair[] {
  const left = new Set(head);
  const take = (fits: (check: Check) => boolean): Check | undefined => {
    const found = [...left].find(fits);
    if (found !== undefined) left.delete(found);
    return found;
  };
  const named = base.map((check) => ({
    check,
    other: take(({ kind, name }) => kind === check.kind && name === check.name),
  }));
  return named.flatMap(({ check, other }): readonly CheckPair[] => {
    const found = other ?? take(({ kind }) => kind === check.kind);
    return found === undefined ? [] : [[check, found]];
  });
}

/** Kinds whose argument is told to a judge. */
const rubrics: ReadonlySet<string> = new Set(['judge', 'llm']);

function compareCheck(base: Check, head: Check): ChecksCompared {
  const weakened: string[] = [];
  const edited: string[] = [];
  const { name } = base;
  const both = base.not === true && head.not === true;
  const isReworded = rubrics.has(base.kind) && canonicalJson(base.argument) !== canonicalJson(head.argument);
  // No one can tell from its words whether a rubric asks for less.
  if (isReworded) weakened.push(`the rubric of \`${name}\` is another`);
  else if (both ? isLooser(head, base) : isLooser(base, head))
    weakened.push(`check \`${name}\` loosened to \`${showCheck(head)}\``);
  else if (contentOf(base) !== contentOf(head)) edited.push(`check \`${name}\` now \`${showCheck(head)}\``);
  else if (name !== head.name) edited.push(`check \`${name}\` renamed to \`${head.name}\``);

  if (base.required && !head.required) weakened.push(`check \`${name}\` no longer required`);
  if (!base.required && head.required) edited.push(`check \`${name}\` now required`);
  const marks = compareMark(`\`min\` of \`${name}\``, base, head);
  const weights = compareNumber(`weight of \`${name}\``, base.weight, head.weight);
  const sets = comparePassMark(`\`min\` of the set of \`${name}\``, base.set?.min, head.set?.min);
  return {
    weakened: [...weakened, ...marks.weakened, ...weights.weakened, ...sets.weakened],
    edited: [...edited, ...marks.edited, ...weights.edited, ...sets.edited],
  };
}

/** A lower mark asks less, and of a check that is turned round more. */
function compareMark(what: string, base: Check, head: Check): ChecksCompared {
  const { weakened, edited } = compareNumber(what, base.min, head.min);
  const turned = base.not === true && base.min !== undefined && head.min !== undefined;
  return turned ? { weakened: edited, edited: weakened } : { weakened, edited };
}

/** What a number's change comes to where lower asks less, and none at all the least. */
export function compareNumber(what: string, base: number | undefined, head: number | undefined): ChecksCompared {
  if (base === head) return { weakened: [], edited: [] };
  if (base === undefined) return { weakened: [], edited: [`${what} set to ${head}`] };
  if (head === undefined) return { weakened: [`${what} (${base}) dropped`], edited: [] };
  return head < base
    ? { weakened: [`${what} lowered from ${base} to ${head}`], edited: [] }
    : { weakened: [], edited: [`${what} raised from ${base} to ${head}`] };
}

/** Without a pass mark of their own, all checks must pass: to set one asks less, to drop it more. */
export function comparePassMark(what: string, base: number | undefined, head: number | undefined): ChecksCompared {
  if (base === undefined && head !== undefined) return { weakened: [`${what} set to ${head}`], edited: [] };
  if (base !== undefined && head === undefined) return { weakened: [], edited: [`${what} (${base}) dropped`] };
  return compareNumber(what, base, head);
}

/** New and raised checks that together outweigh all of base's leave little of them in the mean, be they one or many. */
function findDrowning(base: readonly Check[], head: readonly Check[], pairs: readonly CheckPair[]): readonly string[] {
  const all = base.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return [];
  const before = new Map(pairs.map(([one, other]) => [other, one.weight]));
  const more = head.map((check) => ({ check, by: Math.max(0, check.weight - (before.get(check) ?? 0)) }));
  const added = more.reduce((sum, { by }) => sum + by, 0);
  if (added <= all) return [];
  const names = more.filter(({ by }) => by > 0).map(({ check }) => `\`${check.name}\``);
  const shown = names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
  const [checks, outweigh] = names.length === 1 ? ['check', 'outweighs'] : ['checks', 'outweigh'];
  return [`${checks} ${shown} with a weight of ${added} ${outweigh} all checks there were`];
}

function contentOf({ argument, options, not, transforms = [], contextFrom }: Check): string {
  return canonicalJson([argument, options, not === true, [...transforms], contextFrom ?? null]);
}

function showCheck({ name, options }: Check): string {
  return Object.keys(options).length === 0 ? name : `${name} ${canonicalJson(options)}`;
}
