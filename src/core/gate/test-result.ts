import type { PermutationTest } from '../statistics/permutation-test.ts';
import type { Rejection, TestResult } from './comparison.ts';
import type { SuiteLook, SuiteTested } from './suite-look.ts';

/** A test as the report tells it, with what it was held to. */
export function resultOf({ p, better, method }: PermutationTest, alpha: number): TestResult {
  return { p, better, method, alpha };
}

/** The first look's rejection that blocks. */
export function rejectionOf(
  suites: readonly SuiteLook[],
  of: (suite: SuiteLook) => SuiteTested | null | undefined,
): Rejection | null {
  return suites.flatMap((suite) => of(suite)?.rejection ?? [])[0] ?? null;
}
