import type { ReportRow } from '../report/report.ts';
import type { CountedPair } from './counted-replies.ts';

type Verbosity = NonNullable<NonNullable<ReportRow['spending']>['verbosity']>;

/** Two replies are of like length where neither is longer than the other by more than a quarter. */
const alike = 1.25;
/** Pairs of like length below which they tell nothing. */
const fewestAlike = 5;

/** What of a row's score a gain is read off. */
export type Gain = { readonly delta: number | null; readonly tolerance: number };

/**
 * Whether a gain of the score comes with longer replies alone: where replies of a pair are of like length, at most half of it is left, or
 * too few of them are to tell the two apart. Nothing where there is no gain beyond the tolerance, or replies are no longer.
 */
export function findVerbosity(pairs: readonly CountedPair[], { delta, tolerance }: Gain): Verbosity | undefined {
  const told = pairs.flatMap(({ old, new: now }) => {
    const [before, after] = [old?.run, now?.run];
    if (before?.characters === undefined || after?.characters === undefined) return [];
    if (before.score.kind === 'unscored' || after.score.kind === 'unscored') return [];
    return [{ longer: lengthRatio(before.characters, after.characters), gain: after.score.value - before.score.value }];
  });
  if (told.length === 0 || delta === null || delta <= Math.max(tolerance, 0)) return undefined;
  const longer = meanRatio(told.map((one) => one.longer));
  if (longer < alike) return undefined;
  const like = told.filter((one) => isLike(one.longer));
  const left = like.reduce((sum, one) => sum + one.gain, 0) / Math.max(1, like.length);
  const isTold = like.length >= fewestAlike;
  return {
    longer,
    pairs: { alike: like.length, of: told.length },
    gain: delta,
    ...(isTold ? { gainAlike: left } : {}),
    alone: !isTold || left <= delta / 2,
  };
}

export function isLike(ratio: number): boolean {
  return ratio <= alike && ratio >= 1 / alike;
}

export function lengthRatio(old: number, now: number): number {
  return Math.max(1, now) / Math.max(1, old);
}

/** The geometric mean: twice as long and half as long are alike long together. */
export function meanRatio(ratios: readonly number[]): number {
  if (ratios.length === 0) return 1;
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
}
