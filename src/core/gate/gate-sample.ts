import type { Cell, Grade, Missing, Outcome } from '../outcome.ts';
import { type Side, sides } from '../side.ts';
import type { MeasuredCell } from './estimate-mean.ts';
import {
  exactOf,
  isOutcome,
  type Measure,
  type MeasuredBatch,
  measureBatches,
  metricOf,
  passesTell,
  passOf,
  scoreOf,
  thrift,
} from './measured-batch.ts';
import { paceMeasures } from './pace.ts';
import { isJudged, once, repeats } from './repeats.ts';
import type { GateSettings } from './settings.ts';

/** What a row may be limited in beside its scores. */
export type Limited = 'cost' | 'latency';

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
  /** What a reply costs and how long it takes, each where it is limited. */
  readonly limited: Readonly<Partial<Record<Limited, readonly (readonly MeasuredCell[])[]>>>;
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
  const paceOf = paceMeasures(cells, settings.latencyOf);
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
      Object.keys(settings.metrics).map((name) => [name, under((outcome) => metricOf(outcome, name))]),
    ),
    limited: {
      ...(settings.costLimit !== undefined && { cost: inRows(measureCells(cells, thrift)) }),
      ...(settings.latencyLimit !== undefined && {
        latency: inRows(cells.map((cell) => measureCell(cell, paceOf(cell.row)))),
      }),
    },
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

/**
 * Cells that say nothing of their own: near copies of an earlier one of their row whose replies are byte for byte those of that
 * one, side by side and batch by batch, and got the same scores. They share their luck, so that counted apart one draw would look
 * like several. @returns the index of the one they repeat, by their own
 */
function copiesOf(cells: readonly Cell[]): ReadonlyMap<number, number> {
  const first = new Map<string, number>();
  const copies = new Map<number, number>();
  cells.forEach((cell, index) => {
    const key = keyOf(cell);
    if (key === undefined) return;
    const found = first.get(key);
    if (found === undefined) first.set(key, index);
    else copies.set(index, found);
  });
  return copies;
}

/** All that was said in a cell and what its checks made of it; `undefined` where it is no near copy, or a reply's text is not known. */
function keyOf({ row, near, family, identical, batches }: Cell): string | undefined {
  if (near === undefined || identical || batches.length === 0) return undefined;
  const outcomes = batches.flatMap(({ pairs }) => pairs.flatMap((pair) => [pair.old, pair.new].filter(isOutcome)));
  if (outcomes.length === 0 || outcomes.some(({ said }) => said === undefined)) return undefined;
  const said = batches.map(({ round, uniform, pairs }) => [
    round,
    uniform,
    ...sides.map((side: Side) => pairs.map((pair) => toldOf(pair[side])).toSorted()),
  ]);
  return JSON.stringify([row, near, family, said]);
}

function toldOf(one: Outcome | Missing): string {
  if (!isOutcome(one)) return one.missing;
  const { said, score, passes, graded = [] } = one;
  return JSON.stringify([said, score, passes, graded.map(({ value }) => value)]);
}

/** What is tested of a case beside its passes: a graded check without a pass mark, or (`null`) the reply's whole score. */
type GradedPart = { readonly check: string | null; readonly batches: readonly MeasuredBatch[] };

/** A case as the tests of single cases read it. `copyOf`: it repeats the case of that index, whose test is its own. */
export type MeasuredCase = MeasuredCell & { readonly parts: readonly GradedPart[]; readonly copyOf?: number };

/**
 * The parts of a case that its passes do not tell. Each of them is a test of its own, so that a judge's grade that falls from
 * nine to one of ten is no less a broken case for the `contains` beside it that still holds.
 * @param drawn the cell with replies that repeat taken for the one observation they are
 */
function gradedParts(asked: Cell, drawn: Cell, settings: GateSettings): readonly GradedPart[] {
  const grades = new Map(outcomesOf(drawn).flatMap(({ graded = [] }) => graded.map((grade) => [grade.check, grade])));
  if (grades.size === 0) return [];
  const marked = outcomesOf(drawn).some(({ passes }) => passes !== undefined);
  // A single grade is the score, which is what a case without any pass mark is tested on.
  if (!marked && grades.size === 1) return [];
  const trusted = [...grades.values()].filter(({ kind }) => !(settings.doubted ?? []).includes(kind));
  const ofChecks = trusted.map((grade) => {
    const cell = grade.judged === true || settings.repeats === 'chance' ? drawn : asked;
    return { check: grade.check, batches: measureBatches(cell, gradeOf(grade)) };
  });
  return marked && trusted.length === grades.size
    ? [{ check: null, batches: measureBatches(drawn, scoreOf) }, ...ofChecks]
    : ofChecks;
}

/** The value of a graded check in a reply. */
export function gradeOf({ check }: Pick<Grade, 'check'>): Measure {
  return ({ graded }) => graded?.find((one) => one.check === check)?.value;
}

function outcomesOf({ batches }: Cell): readonly Outcome[] {
  return batches.flatMap(({ pairs }) => pairs.flatMap((pair) => [pair.old, pair.new].filter(isOutcome)));
}
