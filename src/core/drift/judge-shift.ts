import { studentQuantile } from '../statistics/student.ts';
import type { DriftRun } from './drift-line.ts';

/** Chance that a judge explains more than the bound says. */
const tail = 0.01;
/** Runs of a move, the latest last, that tell how far it is. */
const mostRuns = 8;

/**
 * How far at least a judge's grades lie above what they were; below 0 where it may have become stricter. Each text tells a shift of its own.
 * The bound is Student's, of one text more, for replies may all be of one kind; and of the mean of the latest run alone, for a judge
 * that goes on moving.
 * @param usual runs before it moved @param moved runs since, the latest last
 * @returns on the scale of grades, −1 to 1; −1 where fewer than two texts tell
 */
export function leastShift(usual: readonly DriftRun[], moved: readonly DriftRun[]): number {
  const before = gradesOf(usual);
  const pooled = shiftsOf(before, gradesOf(moved.slice(-mostRuns)));
  const today = shiftsOf(before, gradesOf(moved.slice(-1)));
  return Math.max(-1, Math.min(boundOf(pooled, 1 + 1 / pooled.length), boundOf(today, 1 / today.length)));
}

function gradesOf(runs: readonly DriftRun[]): ReadonlyMap<string, readonly number[]> {
  const byKey = Map.groupBy(
    runs.flatMap(({ cases }) => cases),
    ({ key }) => key,
  );
  return new Map([...byKey].map(([key, cases]) => [key, cases.flatMap(({ values }) => values['grade'] ?? [])]));
}

function shiftsOf(before: ReturnType<typeof gradesOf>, now: ReturnType<typeof gradesOf>): readonly number[] {
  return [...now].flatMap(([key, grades]) => {
    const usual = before.get(key) ?? [];
    return usual.length === 0 || grades.length === 0 ? [] : [meanOf(grades) - meanOf(usual)];
  });
}

/** @param share of the shifts' own variance that the error of what is bounded has */
function boundOf(shifts: readonly number[], share: number): number {
  const freedom = shifts.length - 1;
  if (freedom < 1) return Number.NEGATIVE_INFINITY;
  const middle = meanOf(shifts);
  const variance = shifts.reduce((sum, shift) => sum + (shift - middle) ** 2, 0) / freedom;
  return middle - studentQuantile(tail, freedom) * Math.sqrt(variance * share);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
