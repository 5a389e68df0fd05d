import type { Cell } from '../outcome.ts';
import type { MeasuredCell } from './mean-change.ts';
import { caseMeasure, type Measure, measureBatches, scoreOf, swiftness } from './measured-batch.ts';
import type { GateSettings } from './settings.ts';

/** A prompt's cells as the gate's tests read them: by row, and under each measure that gates. */
export type GateSample = {
  readonly cells: readonly Cell[];
  /** Row ids in order of their first cell. */
  readonly rows: readonly string[];
  /** Every cell on passes (or scores), in the order of `cells`. */
  readonly cases: readonly MeasuredCell[];
  readonly scores: readonly (readonly MeasuredCell[])[];
  readonly metrics: Readonly<Record<string, readonly (readonly MeasuredCell[])[]>>;
  readonly swiftness: readonly (readonly MeasuredCell[])[] | null;
};

export function gateSample(asked: readonly Cell[], settings: GateSettings): GateSample {
  const cells = withPrimaryFamily(asked);
  const byRow = Map.groupBy(cells, ({ row }) => row);
  const under = (measure: Measure) => measureRows([...byRow.values()], measure);
  return {
    cells,
    rows: [...byRow.keys()],
    cases: cells.map((cell) => ({ cell, batches: measureBatches(cell, caseMeasure(cell)) })),
    scores: under(scoreOf),
    metrics: Object.fromEntries(
      Object.keys(settings.metrics).map((name) => [name, under(({ metrics }) => metrics[name])]),
    ),
    swiftness: settings.latencyLimit === undefined ? null : under(swiftness),
  };
}

/** The cells of each row under one measure. */
function measureRows(rows: readonly (readonly Cell[])[], measure: Measure): readonly (readonly MeasuredCell[])[] {
  return rows.map((row) => row.map((cell) => ({ cell, batches: measureBatches(cell, measure) })));
}

/** Where the base had no case at all, the added ones have nothing to drown: they decide. */
function withPrimaryFamily(cells: readonly Cell[]): readonly Cell[] {
  if (cells.some(({ family }) => family === 'base')) return cells;
  return cells.map((cell) => ({ ...cell, family: 'base' }));
}
