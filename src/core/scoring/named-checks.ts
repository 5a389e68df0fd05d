import type { CheckKind, CheckKinds } from '../check-kind.ts';
import type { Check, GoldenCase } from '../golden-case.ts';
import type { Words } from '../ports.ts';
import type { Scenario } from '../scenario.ts';
import { isJudged, needOf } from './needs-of.ts';

/** A check with its kind, or with why it cannot be run. `prefix` tells its questions from other checks'. */
export type NamedCheck = { readonly check: Check; readonly kind: CheckKind | undefined; readonly prefix: string };

/**
 * The checks that score a reply of this case: kinds that stand for several (`rag`) are replaced by their parts,
 * kinds that shape the conversation or compare two replies are left out.
 */
export function namedChecks(golden: GoldenCase, kinds: CheckKinds): readonly NamedCheck[] {
  return golden.checks
    .flatMap((check) => parts(check, kinds))
    .map((check) => ({ check, kind: kinds.get(check.kind), prefix: `${check.kind} ${check.name}/` }))
    .filter(({ kind }) => kind?.scenario === undefined && kind?.compare === undefined);
}

function parts(check: Check, kinds: CheckKinds): readonly Check[] {
  const names = kinds.get(check.kind)?.expandsTo;
  if (names === undefined) return [check];
  const own = hasOwnName(check.kind, check.name);
  return names.map((part) => ({ ...check, kind: part, name: own ? `${check.name}: ${part}` : part }));
}

/** Loads what the checks of these cases read replies with: once, before any of them scores. */
export async function loadChecks(cases: readonly GoldenCase[], kinds: CheckKinds, words: Words): Promise<void> {
  const named = cases.flatMap((golden) => namedChecks(golden, kinds));
  const loads = new Set(named.flatMap(({ kind }) => (kind?.load === undefined ? [] : [kind.load])));
  await Promise.all([...loads].map((load) => load(words)));
}

/** The checks of a case that a model grades, `rag` and its like in their parts. */
export function judgedChecks(golden: GoldenCase, kinds: CheckKinds): readonly NamedCheck[] {
  return namedChecks(golden, kinds).filter(({ check }) => isJudged(needOf(check, kinds)));
}

/** The metrics that a check counts in: its kind, and the name it was given. */
export function metricsOf(kind: string, name: string): readonly string[] {
  return hasOwnName(kind, name) ? [kind, name] : [kind];
}

/** Whether a check was given a name: one that was not is called by its kind, or by kind and argument. */
function hasOwnName(kind: string, name: string): boolean {
  return name !== kind && !name.startsWith(`${kind}: `);
}

/** Whether a check grades on 1–10, as people do who write labels. */
export function gradesLikePeople({ kind }: NamedCheck): boolean {
  return kind?.minRange[0] === 1 && kind.minRange[1] === 10;
}

/**
 * The conversation a case asks for, or nothing: then one reply is asked for. Of several `simulate` checks the last one
 * counts: a case's own comes after those of the defaults.
 */
export function scenarioOf(golden: GoldenCase, kinds: CheckKinds): Scenario | undefined {
  for (const { kind, argument } of golden.checks.toReversed()) {
    const scenario = kinds.get(kind)?.scenario?.(argument);
    if (scenario !== undefined) return scenario;
  }
  return undefined;
}
