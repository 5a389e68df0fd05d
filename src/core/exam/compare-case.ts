import type { GoldenCase } from '../golden-case.ts';
import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import { lookUp } from '../template/fill-template.ts';
import type { CannedTools } from '../tools/canned-results.ts';
import { type ChecksCompared, compareChecks, compareNumber, comparePassMark } from './compare-checks.ts';

/** What a pull request did to a case, in words; both lists are empty where it did nothing. */
export function compareCase(base: GoldenCase, head: GoldenCase): ChecksCompared {
  const checks = compareChecks(base.checks, head.checks);
  const weight = compareNumber('weight', base.weight, head.weight);
  const mark = comparePassMark('`min`', base.min, head.min);
  const renamed = base.id === head.id ? [] : [`renamed from \`${base.id}\``];
  return {
    weakened: [
      ...checks.weakened,
      ...weight.weakened,
      ...mark.weakened,
      ...compareNotRun(base, head),
      ...compareScoring(base, head),
    ],
    edited: [
      ...renamed,
      ...compareVars(base, head),
      ...compareFields(base, head),
      ...compareTools(base.tools, head.tools),
      ...checks.edited,
      ...weight.edited,
      ...mark.edited,
    ],
  };
}

/** Whether both versions of a case lead to the same requests, whatever is then checked. */
export function asksTheSame(base: GoldenCase, head: GoldenCase): boolean {
  const asked = ({ vars, history, context, user, wrap, earlier = [], stored = [], ...steps }: GoldenCase): string =>
    canonicalJson([
      ...[vars, history, context, user ?? null, wrap ?? null, earlier, stored],
      ...[steps.tools ?? null, steps.maxSteps ?? null],
    ]);
  return asked(base) === asked(head) && conversation(base) === conversation(head);
}

/** Whether both versions of a case lead to the same requests and judge a reply alike: what else differs is how it is told. */
export function isJudgedAlike(base: GoldenCase, head: GoldenCase): boolean {
  const judged = ({ checks, min, reference, notRun, callsAsText, scoring }: GoldenCase): string =>
    canonicalJson([
      checks.map(({ at: _, name: __, ...check }) => check),
      min ?? null,
      reference ?? null,
      notRun.map(({ name }) => name),
      callsAsText === true,
      ...(scoring === undefined ? [] : [scoring]),
    ]);
  return asksTheSame(base, head) && judged(base) === judged(head);
}

/** Simulated users shape the request too, although they stand among the checks. */
function conversation({ checks }: GoldenCase): string {
  return canonicalJson(
    checks.filter(({ kind }) => kind === 'simulate').map(({ argument, options }) => [argument, options]),
  );
}

function compareVars(base: GoldenCase, head: GoldenCase): readonly string[] {
  const names = new Set([...Object.keys(base.vars), ...Object.keys(head.vars)]);
  return [...names].flatMap((name): readonly string[] => {
    if (!Object.hasOwn(head.vars, name)) return [`variable \`${name}\` dropped`];
    if (!Object.hasOwn(base.vars, name)) return [`variable \`${name}\` added`];
    return canonicalJson(base.vars[name]) === canonicalJson(head.vars[name]) ? [] : [`variable \`${name}\` changed`];
  });
}

/** How fields are called that have no notation of ours. */
const shown: Readonly<Record<string, string>> = {
  wrap: 'prefix or suffix',
  earlier: 'turns before it',
  maxSteps: '`max-steps`',
};

function compareFields(base: GoldenCase, head: GoldenCase): readonly string[] {
  const fields = [
    ...(['user', 'wrap', 'history', 'context', 'reference', 'label', 'segment', 'tags', 'earlier'] as const),
    'maxSteps' as const,
  ];
  const changed = fields.filter((field) => canonicalJson(base[field] ?? null) !== canonicalJson(head[field] ?? null));
  const gone = base.notRun.length > 0 && head.notRun.length === 0 ? ['assertions that are not run dropped'] : [];
  return [...changed.map((field) => `${shown[field] ?? field} changed`), ...gone];
}

/** What a tool answers is part of the question. */
function compareTools(base: CannedTools = {}, head: CannedTools = {}): readonly string[] {
  const names = new Set([...Object.keys(base), ...Object.keys(head)]);
  return [...names].flatMap((name): readonly string[] => {
    if (!Object.hasOwn(head, name)) return [`results of the tool \`${name}\` dropped`];
    if (!Object.hasOwn(base, name)) return [`results of the tool \`${name}\` added`];
    return canonicalJson(base[name]) === canonicalJson(head[name]) ? [] : [`results of the tool \`${name}\` changed`];
  });
}

/** Nobody can tell what a script lets pass: any other one may let more. */
function compareScoring({ scoring: base }: GoldenCase, { scoring: head }: GoldenCase): readonly string[] {
  const [before, after] = [base, head].map((one) => (one === undefined ? undefined : canonicalJson(one.script)));
  return before === after ? [] : ['the script that scores it changed'];
}

/** What cannot be run at all is out of the review: making a case so would silence it. */
function compareNotRun(base: GoldenCase, head: GoldenCase): readonly string[] {
  const silenced = howFarChecked(base) !== 'not-run' && howFarChecked(head) === 'not-run';
  return silenced ? ['made one that cannot be run'] : [];
}

/**
 * A case with values for those of the variables `names` that it does not know, each from the first lender that does:
 * a variable that only the other revision's case knows is then no broken request on one side.
 */
export function fillVars(golden: GoldenCase, names: readonly string[], lenders: readonly JsonObject[]): GoldenCase {
  const missing = names.filter((name) => lookUp(name, golden.vars) === undefined);
  const lent = missing.flatMap((name): readonly (readonly [string, Json])[] => {
    const value = lenders.map((lender) => lookUp(name, lender)).find((held) => held !== undefined);
    return value === undefined ? [] : [[name, value]];
  });
  return lent.length === 0 ? golden : { ...golden, vars: { ...golden.vars, ...Object.fromEntries(lent) } };
}

/**
 * How far a case can be judged here. `part`: some of its checks, written for another tool, are not run, the others
 * score it. `not-run`: nothing that it asks can be. `unchecked`: it asks for nothing.
 */
export function howFarChecked(golden: GoldenCase): 'whole' | 'part' | 'not-run' | 'unchecked' {
  if (golden.notRun.length === 0) return isChecked(golden) ? 'whole' : 'unchecked';
  const others = isChecked({ ...golden, notRun: [] });
  return others && !golden.notRun.some(({ whole }) => whole === true) ? 'part' : 'not-run';
}

/** Whether some check gives the case's replies a score: `simulate` and `prefer` do not. Checks that could not be taken over count, or it would pass. */
export function isChecked({ checks, notRun }: GoldenCase): boolean {
  return checks.some(({ kind }) => kind !== 'simulate' && kind !== 'prefer') || notRun.length > 0;
}
