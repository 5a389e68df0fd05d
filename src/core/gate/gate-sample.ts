import type { Cell } from '../outcome.ts';
import { ownOf } from '../own-of.ts';
import type { MeasuredCell } from './mean-change.ts';
import { type Measure, measureBatches, passesTell, passOf, scoreOf, swiftness } from './measured-batch.ts';
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
  const scored = measureCells(cells, scoreOf);
  const under = (measure: Measure) => inRows(measureCells(cells, measure));
  return {
    cells,
    rows: [...new Set(cells.map(({ row }) => row))],
    cases: scored.map((one) => (passesTell(one.cell) ? measureCell(one.cell, passOf) : one)),
    scores: inRows(scored),
    metrics: Object.fromEntries(
      Object.keys(settings.metrics).map((name) => [name, under(({ metrics }) => ownOf(metrics, name))]),
    ),
    swiftness: settings.latencyLimit === undefined ? null : under(swiftness),
  };
}

function measureCells(cells: readonly Cell[], measure: Measure): readonly MeasuredCell[] {
  return cells.map((cell) => measureCell(cell, measure));
}

function measureCell(cell: Cell, measure: Measure): MeasuredCell {
  return { cell, batches: measureBatches(cell, measure) };
}

/** By row, in order of each row's first cell. */
function inRows(measured: readonly MeasuredCell[]): readonly (readonly MeasuredCell[])[] {
  return [...Map.groupBy(measured, ({ cell }) => cell.row).values()];
}

/** Where the base had no case at all, the added ones have nothing to drown: they decide. */
function withPrimaryFamily(cells: readonly Cell[]): readonly Cell[] {
  if (cells.some(({ family }) => family === 'base')) return cells;
  return cells.map((cell) => ({ ...cell, family: 'base' }));
}
