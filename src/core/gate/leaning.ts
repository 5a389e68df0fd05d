import { probabilitySlack, scoreSlack } from '../statistics/slack.ts';
import { testableThreshold } from '../statistics/tarone-holm.ts';
import { hypothesisOf, isBroken } from './case-look.ts';
import type { GateSettings } from './settings.ts';
import type { LookTaken } from './take-look.ts';

/** p of a case from which it is told as probably worse, where few cases could reach it. */
const leaningCase = 0.02;
/** Chance that any case of an unchanged prompt is so told. */
const leaningFamily = 0.1;

/**
 * p of a case from which it is told as probably worse: of hundreds of flaky ones some reach a fixed one by chance, so that it
 * is held to the number of cells that could reach it, as the tests that block are (`taroneHolm`).
 */
export function leaningThreshold({ cells }: LookTaken['cases']): number {
  // Near copies have the test of the case they repeat.
  const least = [...new Set(cells)].flatMap((cell) => (cell === null ? [] : [hypothesisOf(cell).least]));
  return Math.min(leaningCase, testableThreshold(least, leaningFamily));
}

/** Of alpha: with it nine of ten unchanged reviews pass, however flaky their cases are (docs/calibration.md). */
const leaningFactor = 1.6;

/**
 * p of a suite test from which a fallen mean leans: `leaningFactor` times alpha, in the shares the test itself has of it (with
 * several rows half for the pooled one, the other half split over the rows), so that more models do not make more unsettled
 * reviews.
 */
export function leaningAlpha(alpha: number, rows: number, place: 'pooled' | 'row'): number {
  const whole = leaningFactor * alpha;
  if (rows <= 1) return whole;
  return place === 'pooled' ? whole / 2 : whole / 2 / rows;
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

/** Whether a case's p and change lean worse: a drop that would gate, were it confirmed. @param threshold `leaningThreshold` */
export function caseLeans(p: number | null, delta: number | null, threshold: number): boolean {
  return p !== null && delta !== null && threshold > 0 && p <= threshold + probabilitySlack && isBroken(delta);
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
  return caseLeansWorse(looks);
}

/** Whether a case leans worse at the last look. */
export function caseLeansWorse(looks: readonly LookTaken[]): boolean {
  const look = looks.at(-1);
  if (look === undefined) return false;
  const threshold = leaningThreshold(look.cases);
  return look.cases.cells.some(
    (cell) => cell !== null && [cell, ...cell.parts].some(({ test, delta }) => caseLeans(test.p, delta, threshold)),
  );
}
