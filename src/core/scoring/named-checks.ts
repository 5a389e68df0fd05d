import type { CheckKind, CheckKinds } from '../check-kind.ts';
import type { Check, GoldenCase } from '../golden-case.ts';
import type { Words } from '../ports.ts';
import { hasOwnName } from './metrics-of.ts';

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
