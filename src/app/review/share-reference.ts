import type { Ending, PromptRun, SideRun } from '../../core/run/trial-run.ts';
import type { SideOfTrial } from './call-of-side.ts';
import type { GateOf } from './gate-of.ts';
import { type RoundsDeps, runRounds } from './run-rounds.ts';

type RunSide = (asked: SideOfTrial) => Promise<SideRun>;

/**
 * Has the old side of each case and trial asked and scored once, whichever candidate comes to it first: they are all held
 * against the same replies. One that failed is asked again by the next.
 */
export function sharingReference(run: RunSide): RunSide {
  const asked = new Map<string, Promise<SideRun>>();
  return (given) => {
    const { cell, side, trial, fresh } = given;
    if (side === 'new') return run(given);
    const key = JSON.stringify([cell.prompt, cell.comparison, trial, fresh]);
    const known = asked.get(key);
    if (known !== undefined) return known;
    const answer = run(given).then((answered) => {
      if (answered.reply.kind === 'failed') asked.delete(key);
      return answered;
    });
    asked.set(key, answer);
    return answer;
  };
}

/**
 * Asks round by round as a review does. Where the budget does not reach for all, the dearest candidates are left as they are
 * and the cheaper ones go on.
 * @param begun the cheapest first
 */
export async function runCheapestFirst(
  begun: readonly PromptRun[],
  gateOf: GateOf,
  deps: RoundsDeps,
): Promise<{ readonly runs: readonly PromptRun[]; readonly ended: Ending }> {
  const { runs: first, ended } = await runRounds(begun, gateOf, deps);
  let runs = first;
  let last = ended;
  for (let going = runs.length - 1; last === 'budget' && going > 0; going--) {
    const next = await runRounds(runs.slice(0, going), gateOf, deps);
    runs = [...next.runs, ...runs.slice(going)];
    last = next.ended;
  }
  return { runs, ended: last === 'complete' ? ended : last };
}
