import { scoreSlack } from '../statistics/slack.ts';
import { isBroken } from './case-look.ts';
import type { CaseComparison, CaseState, Tally } from './comparison.ts';

const steadyRange = 1 / 3;

type Found = Pick<CaseComparison, 'old' | 'new' | 'delta' | 'confirmed' | 'falls'> & {
  /** There is no old side. */
  readonly newOnly: boolean;
  /** The mirrored test confirms it better. */
  readonly improved: boolean;
};

/** What became of a case. One that fell by half or more is never called steady, flaky or failing, proven or not. */
export function caseState({ newOnly, old, new: now, delta, confirmed, falls, improved }: Found): CaseState {
  if (now.of === 0 || (old.of === 0 && !newOnly)) return 'unscored';
  if ([confirmed, ...falls.map((fall) => fall.confirmed)].some((one) => one !== null && isBroken(one.delta)))
    return 'regressed';
  if ((delta !== null && isBroken(delta)) || falls.length > 0) return 'fell';
  if (improved) return 'improved';
  const shown = newOnly ? [now] : [old, now];
  if (shown.every(fails)) return 'failing';
  return shown.some(holds) ? 'same' : 'flaky';
}

function fails({ passes, scores }: Tally): boolean {
  return passes === null ? scores.every((score) => score <= scoreSlack) : passes === 0;
}

/** All replies pass; without pass marks: their scores lie within a third. */
function holds({ passes, of, scores }: Tally): boolean {
  if (passes !== null) return passes === of;
  return Math.max(...scores) - Math.min(...scores) < steadyRange - scoreSlack;
}
