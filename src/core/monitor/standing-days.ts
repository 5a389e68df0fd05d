import type { DayNumber } from './call-groups.ts';

/** Share of the median day's calls below which a day is nearly empty. */
const nearlyEmpty = 0.02;

/**
 * Days that comparisons may stand on. One record with a wrong clock makes a day of its own, far from all others, and what would be
 * compared with it is nothing: days at the end that a gap parts from the rest, or that lie ahead of the run's own, are left out
 * where they are nearly empty; those before a gap at the beginning likewise. A day without a gap stands, however few calls it has.
 * @param calls of each day, of the logs and of the history
 * @param today the run's own day
 * @returns in order
 */
export function standingDays(calls: ReadonlyMap<DayNumber, number>, today: DayNumber): readonly DayNumber[] {
  const days = [...calls.keys()].toSorted((a, b) => a - b);
  const sizes = [...calls.values()].toSorted((a, b) => a - b);
  const least = nearlyEmpty * (sizes[Math.floor(sizes.length / 2)] ?? 0);
  const isEmpty = (day: DayNumber): boolean => (calls.get(day) ?? 0) < least;
  const runs: DayNumber[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const isAhead = day === today + 1 && isEmpty(day);
    if (run === undefined || run.at(-1) !== day - 1 || isAhead) runs.push([day]);
    else run.push(day);
  }
  while (runs.length > 1 && runs.at(-1)?.every(isEmpty) === true) runs.pop();
  while (runs.length > 1 && runs[0]?.every(isEmpty) === true) runs.shift();
  return runs.flat();
}
