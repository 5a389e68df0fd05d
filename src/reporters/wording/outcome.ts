import type { ReportCase } from '../../core/report/report.ts';

/** What became of a case on a model, in the words that a reader sees; the worst first. */
export const outcomes = ['broke', 'worse', 'fell', 'unscored', 'fails', 'flaky', 'rose', 'better', 'holds'] as const;
export type Outcome = (typeof outcomes)[number];

/** From this share on a case that moved without proof fell or rose. */
const half = 0.5;

export function outcomeOf({ state, old, new: now, delta }: Omit<ReportCase, 'replies'>): Outcome {
  if (state === 'regressed') return now.passes === 0 && old.passes === old.of ? 'broke' : 'worse';
  if ((state === 'same' || state === 'flaky') && old.of > 0 && delta !== null && delta >= half) return 'rose';
  return names[state];
}

const names = {
  fell: 'fell',
  improved: 'better',
  flaky: 'flaky',
  failing: 'fails',
  same: 'holds',
  unscored: 'unscored',
} as const satisfies Record<Exclude<ReportCase['state'], 'regressed'>, Outcome>;

/** @param alone there is no other side: of a check, or of a new prompt */
export function wordOutcome(outcome: Outcome, alone: boolean): string {
  if (outcome === 'unscored') return 'not scored';
  if (outcome === 'fails') return alone ? 'fails' : 'fails on both';
  return outcome === 'holds' && alone ? 'passes' : outcome;
}
