import type { Cell, Outcome } from '../outcome.ts';
import { sides } from '../side.ts';
import { sampleVariance, scoreSlack } from '../statistics/stratum.ts';
import { isOutcome, measureBatches, scoreOf } from './measured-batch.ts';

/** Share of a row's cells that are asked more because of their grades alone. */
const mostGraded = 1 / 4;

/**
 * The cells that a round asks more: those that had no top-up yet, and disagree by now or have no reply on a side. Where a judge of
 * ordinary noise grades, nearly every cell disagrees in its scores before long: of those that differ in nothing else at most a quarter
 * of their row, the most uncertain first. Which side was graded lower does not count.
 */
export function pickToppedUp(cells: readonly Cell[], round: number): ReadonlySet<Cell> {
  const rows = Map.groupBy(cells, ({ row }) => row);
  return new Set([...rows.values()].flatMap((row) => pickOfRow(row, round)));
}

function pickOfRow(row: readonly Cell[], round: number): readonly Cell[] {
  const wanted: Cell[] = [];
  const graded: { readonly cell: Cell; readonly variance: number }[] = [];
  let room = Math.ceil(mostGraded * row.length);
  for (const cell of row) {
    if (cell.identical) continue;
    const topUp = cell.batches.find((batch) => !batch.uniform && batch.round <= round);
    // As it was when it was asked more: since then it may differ in its marks as well.
    const found = topUp === undefined ? disagreement(cell, round) : disagreement(withoutTopUps(cell), topUp.round);
    if (topUp !== undefined) room -= found === 'grades' ? 1 : 0;
    else if (found === 'marks' || lacksSide(cell, round)) wanted.push(cell);
    else if (found === 'grades') graded.push({ cell, variance: varianceOf(cell, round) });
  }
  const first = graded.toSorted((a, b) => b.variance - a.variance || compare(a.cell.case, b.cell.case));
  return [...wanted, ...first.slice(0, Math.max(0, room)).map(({ cell }) => cell)];
}

function withoutTopUps(cell: Cell): Cell {
  return { ...cell, batches: cell.batches.filter(({ uniform }) => uniform) };
}

function varianceOf(cell: Cell, round: number): number {
  const batches = measureBatches(cell, scoreOf).filter((batch) => batch.round <= round);
  return sampleVariance(batches.map(({ stratum }) => stratum));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether no reply of one of a cell's sides came and was scored up to a round. Which one is not told: more are asked of both. */
export function lacksSide(cell: Cell, round: number): boolean {
  const pairs = cell.batches.filter((batch) => batch.round <= round).flatMap((batch) => batch.pairs);
  return pairs.length > 0 && sides.some((side) => !pairs.some((pair) => isOutcome(pair[side])));
}

const wideRange = 1 / 3;
/** Range of a graded check without which it cannot have fallen by half its scale. */
const halfScale = 1 / 2;

/** In what a cell's replies differ: `marks`: one passes and another does not, or a 0/1 check says so; `grades`: in their scores alone. */
type Disagreement = 'none' | 'grades' | 'marks';

/**
 * Whether a cell's replies up to a round disagree, both sides pooled: passes differ, or any 0/1 check does, or scores
 * range over a third, or a graded check without a mark over half its scale. It never looks at which side a reply is of: that
 * keeps the permutation tests exact although only such cells are asked more.
 */
export function disagreement(cell: Cell, round: number): Disagreement {
  const outcomes: Outcome[] = [];
  for (const batch of cell.batches) {
    if (batch.round > round) continue;
    for (const pair of batch.pairs) for (const one of [pair.old, pair.new]) if (isOutcome(one)) outcomes.push(one);
  }
  const [first] = outcomes;
  if (first === undefined) return 'none';
  let low = first.score;
  let high = first.score;
  for (const { score, passes, marks } of outcomes) {
    if (passes !== first.passes || marks.some((mark, i) => mark !== first.marks[i])) return 'marks';
    low = Math.min(low, score);
    high = Math.max(high, score);
  }
  return high - low >= wideRange - scoreSlack || gradesDiffer(outcomes) ? 'grades' : 'none';
}

export function disagrees(cell: Cell, round: number): boolean {
  return disagreement(cell, round) !== 'none';
}

function gradesDiffer(outcomes: readonly Outcome[]): boolean {
  const ranges = new Map<string, { low: number; high: number }>();
  for (const { check, value } of outcomes.flatMap(({ graded = [] }) => graded)) {
    const { low, high } = ranges.get(check) ?? { low: value, high: value };
    ranges.set(check, { low: Math.min(low, value), high: Math.max(high, value) });
  }
  return [...ranges.values()].some(({ low, high }) => high - low >= halfScale - scoreSlack);
}
