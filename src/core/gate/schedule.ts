import type { GateSettings } from './settings.ts';

/**
 * One round of the sampling: replies a side for every case, and more for cases whose replies disagree.
 * `spend` is the share of alpha that may be gone after its look; `goOn` the suite p up to which the next round is asked
 * (1: always).
 */
export type Step = {
  readonly round: number;
  readonly uniform: number;
  readonly topUp: number;
  readonly spend: number;
  readonly goOn: number;
};

const ladder: readonly Step[] = [
  { round: 1, uniform: 1, topUp: 0, spend: 0.1, goOn: 1 },
  { round: 2, uniform: 0, topUp: 5, spend: 0.5, goOn: 0.5 },
  { round: 3, uniform: 2, topUp: 5, spend: 0.7, goOn: 0.3 },
  { round: 4, uniform: 4, topUp: 0, spend: 1, goOn: 0 },
];

/** Where kept replies tell which cases are steady the tests find as much without the last round of some reviews (docs/decisions/0192-history.md). */
const informedLadder = ladder.map((step) => (step.round === 3 ? { ...step, goOn: 0.2 } : step));

const confirming: readonly Step[] = [
  { round: 1, uniform: 2, topUp: 0, spend: 0.1, goOn: 1 },
  { round: 2, uniform: 2, topUp: 0, spend: 0.3, goOn: 1 },
  { round: 3, uniform: 4, topUp: 0, spend: 0.6, goOn: 1 },
  { round: 4, uniform: 4, topUp: 0, spend: 1, goOn: 0 },
];

/** Replies a case where there is no old side: nothing is compared, only `min-score` reads them. */
const addedTrials = 3;

/**
 * The rounds of a review, known before the first call. `trials` ends the ladder before the round that would take a case
 * beyond it (a top-up is cut to what is left); the last round that can be reached may spend all of alpha.
 * @param informed kept replies tell which cases are steady
 * @param newOnly there is no old side: one uniform round
 */
export function scheduleOf(
  { sampling, trials }: Pick<GateSettings, 'sampling' | 'trials'>,
  newOnly: boolean,
  informed = false,
): readonly Step[] {
  if (newOnly) return [single(sampling === 'fixed' ? trials : Math.min(trials, addedTrials))];
  switch (sampling) {
    case 'fixed':
      return [single(trials)];
    case 'confirm':
      return trials < 2 ? [single(trials)] : cut(confirming, trials);
    case 'adaptive':
      return cut(informed ? informedLadder : ladder, trials);
  }
}

function single(uniform: number): Step {
  return { round: 1, uniform, topUp: 0, spend: 1, goOn: 0 };
}

function cut(steps: readonly Step[], trials: number): readonly Step[] {
  const kept: Step[] = [];
  let uniform = 0;
  let toppedUp = 0;
  for (const step of steps) {
    if (uniform + toppedUp + step.uniform > trials) break;
    uniform += step.uniform;
    const topUp = Math.min(step.topUp, trials - uniform);
    if (step.uniform + topUp === 0) break;
    toppedUp = Math.max(toppedUp, topUp);
    kept.push({ ...step, topUp });
  }
  return kept.map((step, i) => (i === kept.length - 1 ? { ...step, spend: 1, goOn: 0 } : step));
}
