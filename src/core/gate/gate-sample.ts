import type { Cell } from '../outcome.ts';
import { ownOf } from '../own-of.ts';
import { copiesOf } from './copies.ts';
import { gradedParts, type MeasuredCase } from './graded-parts.ts';
import type { MeasuredCell } from './mean-change.ts';
import { exactOf, type Measure, measureBatches, passesTell, passOf, scoreOf, swiftness } from './measured-batch.ts';
import { isJudged, once, repeats } from './repeats.ts';
import type { GateSettings } from './settings.ts';

/** A prompt's cells as the gate's tests read them: by row, and under each measure that gates. */
export type GateSample = {
  readonly cells: readonly Cell[];
  /** Row ids in order of their first cell. */
  readonly rows: readonly string[];
  /** Near copies that repeat another cell, with its index: they count as one with it, and are in no mean and no test. */
  readonly copies: ReadonlyMap<number, number>;
  /** Every cell on passes (or scores), in the order of `cells`. */
  readonly cases: readonly MeasuredCase[];
  readonly scores: readonly (readonly MeasuredCell[])[];
  readonly metrics: Readonly<Record<string, readonly (readonly MeasuredCell[])[]>>;
  readonly swiftness: readonly (readonly MeasuredCell[])[] | null;
};

export function gateSample(asked: readonly Cell[], settings: GateSettings): GateSample {
  const cells = withPrimaryFamily(asked);
  // Equal texts got one judgement: counted for each reply, one error of the judge would look like proof.
  const drawn = cells.map((cell) =>
    (settings.repeats === 'chance' || isJudged(cell)) && repeats(cell) ? once(cell) : cell,
  );
  const copies = copiesOf(cells);
  const scored = measureCells(drawn, scoreOf);
  const counted = <Held>(all: readonly Held[]) => all.filter((_, i) => !copies.has(i));
  const under = (measure: Measure) => inRows(measureCells(counted(drawn), measure));
  return {
    cells,
    rows: [...new Set(cells.map(({ row }) => row))],
    copies,
    cases: scored.map((one, i) => {
      const asked = cells[i] ?? one.cell;
      const copyOf = copies.get(i);
      return {
        ...measureCase(one, asked, settings),
        parts: gradedParts(asked, one.cell, settings),
        ...(copyOf === undefined ? {} : { copyOf }),
      };
    }),
    scores: inRows(counted(scored)),
    metrics: Object.fromEntries(
      Object.keys(settings.metrics).map((name) => [name, under(({ metrics }) => ownOf(metrics, name))]),
    ),
    swiftness: settings.latencyLimit === undefined ? null : inRows(measureCells(cells, swiftness)),
  };
}

/** A case by its passes where they tell; a judged one that repeats itself by its other checks, whose failing is a fact. */
function measureCase(scored: MeasuredCell, asked: Cell, settings: GateSettings): MeasuredCell {
  const isDrawn = scored.cell !== asked;
  if (isDrawn && settings.repeats !== 'chance') {
    const exact = measureCell(asked, exactOf);
    if (exact.batches.length > 0) return exact;
  }
  return passesTell(scored.cell) ? measureCell(scored.cell, passOf) : scored;
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
