import type { Missing, Outcome } from '../outcome.ts';
import { outcomeOfScore } from './outcome-of-score.ts';
import type { SideRun } from './trial-run.ts';

/** What the gate sees of one side of one trial: numbers only, or that they are missing and why. */
export function outcomeOf({ reply, score, costUsd }: SideRun): Outcome | Missing {
  if (reply.kind === 'failed') return { missing: 'failed' };
  if (score.kind === 'unscored') return { missing: 'unscored' };
  return {
    ...outcomeOfScore(score),
    ...(costUsd === undefined ? {} : { costUsd }),
    latencyMs: reply.answer.latencyMs,
  };
}
