import type { CheckKinds } from '../check-kind.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Words } from '../ports.ts';
import { namedChecks } from './named-checks.ts';

/** Loads what the checks of these cases read replies with: once, before any of them scores. */
export async function loadChecks(cases: readonly GoldenCase[], kinds: CheckKinds, words: Words): Promise<void> {
  const named = cases.flatMap((golden) => namedChecks(golden, kinds));
  const loads = new Set(named.flatMap(({ kind }) => (kind?.load === undefined ? [] : [kind.load])));
  await Promise.all([...loads].map((load) => load(words)));
}
