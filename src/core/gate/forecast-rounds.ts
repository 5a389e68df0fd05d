import type { Cell } from '../outcome.ts';
import { isNewOnly } from './replay-looks.ts';
import { type Step, scheduleOf } from './schedule.ts';
import type { GateSettings } from './settings.ts';

/** Replies one cell will be asked, both sides together. */
export type CellForecast = { readonly row: string; readonly case: string; readonly low: number; readonly high: number };

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
  const sides = newOnly ? 1 : 2;
  const forecast = cells.map((cell): CellForecast => {
    const [low, high] = cell.identical ? [1, 1] : [first * sides, most * sides];
    return { row: cell.row, case: cell.case, low, high };
  });
  const low = forecast.reduce((sum, cell) => sum + cell.low, 0);
  return { first: low, low, high: forecast.reduce((sum, cell) => sum + cell.high, 0), cells: forecast };
}

/** Most replies a side that a schedule asks of one case: all uniform rounds and the largest top-up. */
export function mostTrials(steps: readonly Step[]): number {
  const uniform = steps.reduce((sum, step) => sum + step.uniform, 0);
  return uniform + steps.reduce((most, { topUp }) => Math.max(most, topUp), 0);
}
