import type { ReportRow } from '../report/report.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { stratumOf } from '../statistics/stratum.ts';
import { suiteTest } from '../statistics/suite-test.ts';
import type { CountedPair } from './counted-replies.ts';

type Usd = NonNullable<ReportRow['spending']>['usd'];

/**
 * The change of the mean with its bounds over cases, and the permutation test of the logarithms, case by case, both ways.
 * @param models pairs of each model; those of several are taken together, as one sum for each trial of a case
 */
export function changeOfDollars(
  models: readonly (readonly CountedPair[])[],
  { old, new: now }: Pick<Usd, 'old' | 'new'>,
  alpha: number,
): Omit<Usd, 'old' | 'new'> {
  if (old === null || now === null) return { delta: null, low: null, high: null, p: null, cheaper: null };
  const byCase = [...Map.groupBy(pairDollars(models), (pair) => pair.case).values()];
  const changes = byCase.map((held) => held.reduce((sum, one) => sum + one.new - one.old, 0) / held.length);
  const cases = byCase.map((held) => {
    const rounds = [...Map.groupBy(held, ({ round }) => round).values()];
    const strata = rounds.map((round) =>
      stratumOf(
        round.map((one) => thriftOf(one.old)),
        round.map((one) => thriftOf(one.new)),
      ),
    );
    return { weight: 1, strata };
  });
  // Costs are skewed, so that Student's t at 90 % holds the truth in eight of ten (bench/cost): at 95 % it does in about nine.
  const bounds = changeBounds(changes, alpha / 2);
  const test = suiteTest(cases, alpha);
  return { delta: now - old, low: bounds?.low ?? null, high: bounds?.high ?? null, p: test.p, cheaper: test.better };
}

type Dollars = { readonly case: string; readonly round: number; readonly old: number; readonly new: number };

/** Dollars of a reply on both sides, by trial: the mean over the models, of trials that came on each of them. */
function pairDollars(models: readonly (readonly CountedPair[])[]): readonly Dollars[] {
  const [first = new Map<string, Dollars>(), ...others] = models.map(dollarsByTrial);
  return [...first].flatMap(([trial, one]) => {
    const all = [one, ...others.flatMap((model) => model.get(trial) ?? [])];
    if (all.length < models.length) return [];
    const mean = (side: 'old' | 'new') => all.reduce((sum, held) => sum + held[side], 0) / all.length;
    return [{ ...one, old: mean('old'), new: mean('new') }];
  });
}

/** Trials are known by their place in a round: their numbers count top-ups too, which one model may have and another not. */
function dollarsByTrial(pairs: readonly CountedPair[]): ReadonlyMap<string, Dollars> {
  const places = new Map<string, number>();
  return new Map(
    pairs.flatMap(({ case: name, trial: { round }, old, new: now }) => {
      const asked = JSON.stringify([name, round]);
      const place = places.get(asked) ?? 0;
      places.set(asked, place + 1);
      const [before, after] = [old?.run.costUsd, now?.run.costUsd];
      return before === undefined || after === undefined
        ? []
        : [[`${place} ${asked}`, { case: name, round, old: before, new: after }] as const];
    }),
  );
}

/** Dollars on a scale where more is better and a rise is a shift, so that one long reply does not outweigh the rest. */
function thriftOf(usd: number): number {
  return -Math.log(Math.max(1e-12, usd));
}

/** Cases below which their spread tells too little of itself to bound anything. */
const fewest = 4;

/**
 * Bounds of a mean change over cases as they come: Student's t over the changes of single cases, each bound at confidence
 * 1 − alpha. The quantile is Cornish and Fisher's expansion to ν⁻³ (Abramowitz and Stegun 26.7.5), within 0.3 % from ν = 3 on.
 * @param changes of each case, in any unit
 * @returns null of fewer than four cases
 */
function changeBounds(
  changes: readonly number[],
  alpha: number,
): { readonly low: number; readonly high: number } | null {
  const n = changes.length;
  if (n < fewest) return null;
  const mean = changes.reduce((sum, change) => sum + change, 0) / n;
  const squares = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0);
  const reach = studentQuantile(1 - alpha, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { low: mean - reach, high: mean + reach };
}

function studentQuantile(p: number, freedom: number): number {
  const z = normalQuantile(p);
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
