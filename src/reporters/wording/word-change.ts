import type { ReportCase } from '../../core/report/report.ts';
import { showScore, showTally } from '../show-quantity.ts';
import { own, type Phrase, say } from './say.ts';

/** What a case fell by, though its passes do not tell: a graded check by its name, or (`null`) the whole score. */
type Fall = Pick<NonNullable<ReportCase['falls']>[number], 'check' | 'old' | 'new'>;

/** The fall that tells a case's story where its own count does not: `undefined` where that fell by half itself. */
export function tellingFall({ falls = [], delta }: Pick<ReportCase, 'falls' | 'delta'>): Fall | undefined {
  return delta !== null && delta <= -0.5 ? undefined : falls[0];
}

/** `6/6 → 0/6`; of a graded check `judge: polite 0.89 → 0.00`; of a case with one side `0/6`. */
export function wordChange(one: ReportCase): Phrase {
  const fall = tellingFall(one);
  if (fall !== undefined) return wordFallOf(fall);
  return own(one.old.of === 0 ? showTally(one.new) : `${showTally(one.old)} → ${showTally(one.new)}`);
}

/** `judge: polite 0.89 → 0.00` */
export function wordFallOf({ check, old, new: now }: Fall): Phrase {
  return say`${check ?? own('the score')} ${own(`${showScore(old)} → ${showScore(now)}`)}`;
}
