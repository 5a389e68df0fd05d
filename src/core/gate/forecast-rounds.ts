import type { Cell } from '../outcome.ts';
import { isNewOnly } from './replay-looks.ts';
import { type Step, scheduleOf } from './schedule.ts';
import type { GateSettings } from './settings.ts';

/** Replies one cell will be asked, both sides together. `usual`: as reviews of the calibration's mix come to, on the average. */
export type CellForecast = {
  readonly row: string;
  readonly case: string;
  readonly low: number;
  readonly usual: number;
  readonly high: number;
};

/** Calls for replies, judge's not included: of the first round, at least, and at most; and what each cell has of it. */
export type Forecast = {
  readonly first: number;
  readonly low: number;
  readonly high: number;
  readonly cells: readonly CellForecast[];
};

/** What a review will ask, before its first call. `low`: the sampling stops as early as it can; `high`: every case is topped up, or asked again to be named: no case is asked more than the sampling may. */
export function forecastRounds(cells: readonly Cell[], settings: GateSettings): Forecast {
  const newOnly = isNewOnly(cells);
  const steps = scheduleOf(settings, newOnly);
  const first = steps[0]?.uniform ?? 0;
  const most = mostTrials(steps);
  const usual = usualTrials(steps, settings.sampling, cells);
  const sides = newOnly ? 1 : 2;
  const forecast = cells.map((cell): CellForecast => {
    if (cell.identical) return { row: cell.row, case: cell.case, low: 1, usual: 1, high: 1 };
    return { row: cell.row, case: cell.case, low: first * sides, usual: usual * sides, high: most * sides };
  });
  const low = forecast.reduce((sum, cell) => sum + cell.low, 0);
  return { first: low, low, high: forecast.reduce((sum, cell) => sum + cell.high, 0), cells: forecast };
}

/** Share of cases whose first replies disagree, so that they are asked more. */
const disagreeing = 0.12;
/** Chance that a row keeps the ladder going beyond its second round, and beyond its third. */
const goesOn: readonly number[] = [1, 1, 0.25, 0.12];
/** Models beyond the third lean together: a fourth adds little. */
const mostRows = 4;
/** Cases after which `confirm` has proven most reviews to be steady, in its second round. */
const provenBy = 45;

/**
 * Replies a side that a case is asked on the average. Fitted to simulated reviews of the calibration's mix, which asked between
 * half and twice as many (docs/decisions/0263-forecast.md).
 */
function usualTrials(steps: readonly Step[], sampling: GateSettings['sampling'], cells: readonly Cell[]): number {
  const compared = cells.filter(({ identical }) => !identical);
  const rows = Math.max(1, new Set(compared.map(({ row }) => row)).size);
  const proven = 1 - Math.exp(-compared.length / rows / provenBy);
  const reach = (step: number): number =>
    sampling === 'confirm' ? (1 - proven) ** step : 1 - (1 - (goesOn[step] ?? 0)) ** Math.min(rows, mostRows);
  const toppedUp = steps.reduce((most, { topUp }) => Math.max(most, topUp), 0);
  return steps.reduce((sum, { uniform }, step) => sum + uniform * reach(step), disagreeing * toppedUp);
}

/** Most replies a side that a schedule asks of one case: all uniform rounds and the largest top-up. */
export function mostTrials(steps: readonly Step[]): number {
  const uniform = steps.reduce((sum, step) => sum + step.uniform, 0);
  return uniform + steps.reduce((most, { topUp }) => Math.max(most, topUp), 0);
}
