import { testableThreshold } from '../statistics/joint-test.ts';
import type { PermutationTest } from '../statistics/permutation-test.ts';
import { probabilitySlack, scoreSlack } from '../statistics/stratum.ts';
import { prepareSuite, type Suite, testSuites, type WeightedCase } from '../statistics/suite-test.ts';
import { hypothesisOf, isBroken } from './case-look.ts';
import { isSteady } from './cell-history.ts';
import type { Rejection, TestResult } from './comparison.ts';
import { type MeanChange, type MeasuredCell, meanChange, uniformCases } from './estimate-mean.ts';
import type { GateSettings } from './settings.ts';
import type { LookTaken } from './take-look.ts';

/** A suite test at a look, what it was held to, and the mean's change over the uniform rounds. */
export type SuiteTested = {
  readonly test: PermutationTest;
  readonly alpha: number;
  readonly change: MeanChange | null;
  /** It rejects and the mean fell by at least the tolerance. */
  readonly rejection: Rejection | null;
};

export type SuiteLook = {
  /** null for a single row. */
  readonly pooled: SuiteTested | null;
  readonly rows: readonly SuiteTested[];
  readonly spent: number;
};

/**
 * The suite level of a look. One row: its test at the whole budget. Several: half to the test pooled over rows, what that
 * leaves unspent split evenly over the rows' own.
 * @param rows cells of each row under one measure
 * @param tolerance decrease of the mean that is accepted, 0–1
 * @param pool whether rows are pooled (a latency is not)
 * @param weigh whether cases that are known to be steady weigh more: what is known is of their scores
 */
export function lookAtSuite(
  rows: readonly (readonly MeasuredCell[])[],
  at: {
    readonly round: number;
    readonly budget: number;
    readonly tolerance: number;
    readonly pool: boolean;
    readonly weigh: boolean;
  },
): SuiteLook {
  const suites = rows.map((row) => prepareSuite(casesOf(row, at)));
  const changes = rows.map((row) => meanChange(uniformCases(row, at.round)));
  const pooled = at.pool && rows.length > 1 ? judgeSuite(suites, changes, { ...at, budget: at.budget / 2 }) : null;
  const pooledSpent = pooled === null ? 0 : pooled.test.spend(pooled.alpha);
  const share = (at.budget - pooledSpent) / Math.max(1, rows.length);
  const tested = rows.map((_, i) =>
    judgeSuite(suites.slice(i, i + 1), changes.slice(i, i + 1), { ...at, budget: share }),
  );
  const rowsSpent = tested.reduce((sum, { test }) => sum + test.spend(share), 0);
  return { pooled, rows: tested, spent: pooledSpent + rowsSpent };
}

function casesOf(
  cells: readonly MeasuredCell[],
  { round, weigh }: { readonly round: number; readonly weigh: boolean },
): readonly WeightedCase[] {
  return cells.flatMap(({ cell, batches }): readonly WeightedCase[] => {
    if (cell.family !== 'base' || cell.identical) return [];
    return [
      {
        weight: cell.weight,
        strata: batches.filter((batch) => batch.round <= round).map(({ stratum }) => stratum),
        steady: weigh && isSteady(cell),
      },
    ];
  });
}

function judgeSuite(
  suites: readonly Suite[],
  changes: readonly (MeanChange | null)[],
  { round, budget, tolerance }: { readonly round: number; readonly budget: number; readonly tolerance: number },
): SuiteTested {
  const test = testSuites(suites, budget);
  const change = meanOfRows(changes);
  const worse = change !== null && change.delta <= -tolerance + scoreSlack && change.delta < 0;
  const rejects = test.p <= budget + probabilitySlack;
  const rejection = worse && rejects ? { round, p: test.p, alpha: budget, delta: change.delta } : null;
  return { test, alpha: budget, change, rejection };
}

function meanOfRows(changes: readonly (MeanChange | null)[]): MeanChange | null {
  const known = changes.filter((change) => change !== null);
  if (known.length === 0) return null;
  const mean = (of: (change: MeanChange) => number) =>
    known.reduce((sum, change) => sum + of(change), 0) / known.length;
  return { old: mean(({ old }) => old), new: mean((change) => change.new), delta: mean(({ delta }) => delta) };
}

/** A test as the report tells it, with what it was held to. */
export function resultOf({ p, better, method }: PermutationTest, alpha: number): TestResult {
  return { p, better, method, alpha };
}

/** The first look's rejection that blocks. */
export function rejectionOf(
  suites: readonly SuiteLook[],
  of: (suite: SuiteLook) => SuiteTested | null | undefined,
): Rejection | null {
  return suites.flatMap((suite) => of(suite)?.rejection ?? [])[0] ?? null;
}

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
