import type { GoldenCase } from '../golden-case.ts';
import { isChecked } from './is-checked.ts';

/**
 * How far a case can be judged here. `part`: some of its checks, written for another tool, are not run, the others
 * score it. `not-run`: nothing that it asks can be. `unchecked`: it asks for nothing.
 */
export function howFarChecked(golden: GoldenCase): 'whole' | 'part' | 'not-run' | 'unchecked' {
  if (golden.notRun.length === 0) return isChecked(golden) ? 'whole' : 'unchecked';
  const others = isChecked({ ...golden, notRun: [] });
  return others && !golden.notRun.some(({ whole }) => whole === true) ? 'part' : 'not-run';
}
