import type { GoldenCase } from '../golden-case.ts';

/** Whether some check gives the case's replies a score: `simulate` and `prefer` do not. Checks that could not be taken over count, or it would pass. */
export function isChecked({ checks, notRun }: GoldenCase): boolean {
  return checks.some(({ kind }) => kind !== 'simulate' && kind !== 'prefer') || notRun.length > 0;
}
