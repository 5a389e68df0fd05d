import { showPosition } from '../../core/problem.ts';
import type { ToldProblem } from '../../core/report/report-outcome.ts';
import { listNames, type Phrase, quote, say } from './say.ts';

/** What is wrong, where, for which prompts where that does not show, and how to mend it. */
export function wordProblem({ problem: { at, what, fix }, prompts }: ToldProblem): Phrase {
  const where = at === undefined ? [] : say`${showPosition(at)}: `;
  const shared = prompts.filter((path) => path !== at?.file);
  const concerned = shared.length === 0 ? [] : say` Not reviewed for it: ${listNames(shared)}.`;
  return say`${where}${quote(what)}${fix === undefined ? [] : say` ${quote(fix)}`}${concerned}`;
}
