import { probabilitySlack, scoreSlack } from '../statistics/slack.ts';
import { isBroken } from './case-look.ts';
import type { GateSettings } from './settings.ts';
import type { LookTaken } from './take-look.ts';

/** p of a case from which it is told as probably worse. */
export const leaningCase = 0.02;

/**
 * p of a suite test from which a fallen mean leans: three times alpha, in the shares the test itself has of it (with several
 * rows half for the pooled one, the other half split over the rows), so that more models do not make more unsettled reviews.
 */
export function leaningAlpha(alpha: number, rows: number, place: 'pooled' | 'row'): number {
  if (rows <= 1) return 3 * alpha;
  return place === 'pooled' ? (3 * alpha) / 2 : (3 * alpha) / 2 / rows;
}

/** Whether a suite's p and mean change lean worse. */
export function suiteLeans(
  p: number | null,
  delta: number | null,
  at: { readonly alpha: number; readonly tolerance: number },
): boolean {
  return (
    p !== null && delta !== null && p <= at.alpha + probabilitySlack && delta < 0 && delta <= -at.tolerance + scoreSlack
  );
}

/** Whether a case's p and change lean worse: p at most .02 and a drop that would gate, were it confirmed. */
export function caseLeans(p: number | null, delta: number | null): boolean {
  return p !== null && delta !== null && p <= leaningCase + probabilitySlack && isBroken(delta);
}

/** Whether the last look leans worse anywhere. */
export function leansWorse(looks: readonly LookTaken[], settings: GateSettings): boolean {
  const look = looks.at(-1);
  if (look === undefined) return false;
  const { pooled, rows } = look.suite;
  const at = (place: 'pooled' | 'row') => ({
    alpha: leaningAlpha(settings.alpha, rows.length, place),
    tolerance: settings.tolerance,
  });
  if (pooled !== null && suiteLeans(pooled.test.p, pooled.change?.delta ?? null, at('pooled'))) return true;
  if (rows.some(({ test, change }) => suiteLeans(test.p, change?.delta ?? null, at('row')))) return true;
  return look.cases.cells.some((cell) => cell !== null && caseLeans(cell.test.p, cell.delta));
}
