import type { Missing, Outcome, Shortfall } from '../outcome.ts';
import { cutBy } from './cut-by.ts';
import { outcomeOfScore } from './outcome-of-score.ts';
import type { SideRun } from './trial-run.ts';

/**
 * What the gate sees of one side of one trial: numbers only, or that they are missing and why.
 * @param isMarked the case has a mark of the whole reply
 */
export function outcomeOf({ reply, score, costUsd, empty, said }: SideRun, isMarked = false): Outcome | Missing {
  if (reply.kind === 'failed') return { missing: 'failed' };
  const cut = cutBy(reply.answer.finishReason);
  const short: Shortfall = { ...(empty === true ? { empty } : {}), ...(cut === undefined ? {} : { cut }) };
  if (score.kind === 'unscored') return { missing: 'unscored', ...short };
  return {
    ...short,
    ...outcomeOfScore(score, isMarked),
    ...(said === undefined ? {} : { said }),
    ...(costUsd === undefined ? {} : { costUsd }),
    latencyMs: reply.answer.latencyMs,
  };
}
