import type { GoldenCase } from '../golden-case.ts';

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
