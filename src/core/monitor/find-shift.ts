import { studentQuantile, studentTail } from '../statistics/student.ts';
import type { DayNumber } from './call-groups.ts';

/** What a day says of a quantity: its value on the scale that is compared, and the variance that counting so few calls gives it. */
export type DayValue = { readonly value: number; readonly variance: number };
export type DayValues = ReadonlyMap<DayNumber, DayValue>;

/** A change of the last days against the same weekdays before. */
export type Shift = {
  readonly since: DayNumber;
  readonly days: readonly DayNumber[];
  readonly against: readonly DayNumber[];
  readonly change: number;
  /** Bounds at the level at which a change is told; `null` where too few days tell what chance does. */
  readonly low: number | null;
  readonly high: number | null;
  readonly isBeyondChance: boolean;
};

/** Weeks before that a day is compared with. */
export const weeksBefore = 4;

/**
 * Looks for a change in the last days. Each judged day is compared with the same weekdays before; how far days differ by chance is
 * told by the days before alone, so that a change does not hide itself; never less than what counting so few calls brings. The
 * change may have begun on any of the judged days: the means from each of them on are tested by Student's t, at the level divided
 * by their number (Bonferroni). Of the days from which on it is beyond chance the one is told that fits best: nothing before it, one
 * step from it on. Where days hardly differ by chance every begin is beyond it, and the least chance tells nothing.
 * @param judged days in order
 * @param alpha the chance that it seems to move, in either direction, though nothing did
 * @returns undefined where no judged day has the same weekday before it
 */
export function findShift(values: DayValues, judged: readonly DayNumber[], alpha: number): Shift | undefined {
  const first = judged[0] ?? 0;
  const before = [...values].filter(([day]) => day < first && day >= first - 7 * weeksBefore);
  const pairs = judged.flatMap((day) => pairOf(day, values));
  if (pairs.length === 0) return undefined;
  const noise = noiseOf(before);
  const windows = pairs.map((_, from) => windowOf(pairs.slice(from), noise));
  const level = alpha / windows.length;
  const misfits = misfitsOf(pairs, noise);
  const [best] = windows
    .map((window, from) => ({ window, misfit: misfits[from] ?? 0 }))
    .filter(({ window }) => chanceOf(window, noise) <= level)
    .toSorted((a, b) => a.misfit - b.misfit);
  const isBeyondChance = best !== undefined;
  const told = best?.window ?? windows[0];
  if (told === undefined) return undefined;
  const reach = noise === undefined ? undefined : studentQuantile(level / 2, noise.freedom) * told.error;
  return {
    since: told.days[0] ?? first,
    days: told.days,
    against: told.against,
    change: told.change,
    low: reach === undefined ? null : told.change - reach,
    high: reach === undefined ? null : told.change + reach,
    isBeyondChance,
  };
}

type Pair = {
  readonly day: DayNumber;
  readonly own: DayValue;
  readonly before: readonly (readonly [DayNumber, DayValue])[];
};

function pairOf(day: DayNumber, values: DayValues): readonly Pair[] {
  const own = values.get(day);
  if (own === undefined) return [];
  const before = Array.from({ length: weeksBefore }, (_, week) => day - 7 * (week + 1)).flatMap((earlier) => {
    const value = values.get(earlier);
    return value === undefined ? [] : [[earlier, value] as const];
  });
  return before.length === 0 ? [] : [{ day, own, before }];
}

type Noise = { readonly variance: number; readonly counting: number; readonly freedom: number };

/** Degrees of freedom from which on days are compared with their own weekday's mean, and not with that of all days. */
const enough = 6;

/** How far days differ by chance; undefined where fewer than three days tell. */
function noiseOf(before: readonly (readonly [DayNumber, DayValue])[]): Noise | undefined {
  const weekdays = Map.groupBy(before, ([day]) => ((day % 7) + 7) % 7);
  const isByWeekday = before.length - weekdays.size >= enough;
  const sets = isByWeekday ? [...weekdays.values()] : [before];
  const freedom = before.length - sets.length;
  if (freedom < 2) return undefined;
  const squares = sets.reduce((sum, set) => {
    const mean = meanOf(set.map(([, { value }]) => value));
    return sum + set.reduce((all, [, { value }]) => all + (value - mean) ** 2, 0);
  }, 0);
  const counting = meanOf(before.map(([, { variance }]) => variance));
  return { variance: Math.max(squares / freedom, counting), counting, freedom };
}

/** What a day differs by from the same weekdays before, and the variance that chance gives that. */
function differenceOf({ own, before }: Pair, noise: Noise | undefined): DayValue {
  // A day of few calls is less sure than those before.
  const more = Math.max(0, own.variance - (noise?.counting ?? 0));
  const each = noise?.variance ?? 0;
  return {
    value: own.value - meanOf(before.map(([, { value }]) => value)),
    variance: each + more + each / before.length,
  };
}

/** For each day as the begin: the squares that a step from it on leaves, each day weighed by how sure it is. */
function misfitsOf(pairs: readonly Pair[], noise: Noise | undefined): readonly number[] {
  const differences = pairs.map((pair) => differenceOf(pair, noise));
  // Days that never differ by chance are all equally sure.
  const isSure = differences.some(({ variance }) => variance <= 0);
  const weighed = differences.map(({ value, variance }) => ({ value, weight: isSure ? 1 : 1 / variance }));
  return pairs.map((_, from) => {
    const after = weighed.slice(from);
    const weights = after.reduce((sum, { weight }) => sum + weight, 0);
    const step = after.reduce((sum, { value, weight }) => sum + value * weight, 0) / weights;
    return weighed.reduce((sum, { value, weight }, at) => sum + weight * (value - (at < from ? 0 : step)) ** 2, 0);
  });
}

type Window = Pick<Shift, 'change' | 'days' | 'against'> & { readonly error: number };

/** The mean change of days, with its standard error. */
function windowOf(pairs: readonly Pair[], noise: Noise | undefined): Window {
  let [change, variance] = [0, 0];
  for (const pair of pairs) {
    const difference = differenceOf(pair, noise);
    change += difference.value / pairs.length;
    variance += difference.variance / pairs.length ** 2;
  }
  const against = [...new Set(pairs.flatMap(({ before }) => before.map(([day]) => day)))].toSorted((a, b) => a - b);
  return { change, days: pairs.map(({ day }) => day), against, error: Math.sqrt(variance) };
}

/** Two-sided. Days that never differed say that any change is one. */
function chanceOf({ change, error }: Window, noise: Noise | undefined): number {
  if (noise === undefined || Math.abs(change) < 1e-9) return 1;
  return 2 * studentTail(error === 0 ? Number.POSITIVE_INFINITY : Math.abs(change) / error, noise.freedom);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
