import { normalDensity, normalQuantile, normalShare } from '../statistics/normal.ts';
import type { Step } from './schedule.ts';

/** Cases that are alike: their share of all, their pass rate before, and what they count for in the statistic. */
type Kind = { readonly share: number; readonly rate: number; readonly weight: number };

/** A sampling with what its suite test is held to. `steps`: those that a drop would make it ask. */
type SeenBy = {
  readonly cases: number;
  readonly steps: readonly Step[];
  readonly alpha: number;
  readonly tolerance: number;
};

/** Cases by kind, each way of weighing them that is tested, with the share of alpha it has. */
export type Suite = {
  readonly ways: readonly { readonly kinds: readonly Kind[]; readonly share: number }[];
  /** Variance of a graded score, where scores are not passes. */
  readonly graded?: number;
};

const wanted = 0.8;
/** Of alpha that is left for the last of several looks: the earlier ones and the cases take the rest. */
const lastLook = 0.52;
/** The same of a single look: the cases take their part. */
const onlyLook = 0.85;
/** In few cases the steps of the statistic are coarse, and the more so the more looks there are. */
const coarseness = { ladder: 1.8, single: 0.8 };
const points = 40;
/** Correlation of the mean over the uniform rounds with the statistic. */
const meanWithTest = 0.9;

/**
 * Smallest even drop of all cases (0–1) that a review finds four times in five, by a normal approximation of its last test, of
 * the tests that decide whether rounds go on, and of the mean that must fall by the tolerance. Within 5 points of four in five
 * by simulation (docs/calibration.md). 1: none.
 */
export function smallestDrop(suite: Suite, by: SeenBy): number {
  const finds = (drop: number) => Math.max(...suite.ways.map((way) => power(drop, way, suite.graded, by)));
  let low = 0;
  let high = 1;
  if (finds(high) < wanted) return 1;
  for (let i = 0; i < 14; i++) {
    const middle = (low + high) / 2;
    if (finds(middle) >= wanted) high = middle;
    else low = middle;
  }
  const coarse = by.steps.length === 1 ? coarseness.single : coarseness.ladder;
  return Math.min(1, high * (1 + coarse / by.cases));
}

/** Chance that a review rejects. */
function power(
  drop: number,
  { kinds, share }: Suite['ways'][number],
  graded: number | undefined,
  { cases, steps, alpha, tolerance }: SeenBy,
): number {
  const last = steps.length - 1;
  const effects = steps.map((_, i) => effectAt(steps.slice(0, i + 1), kinds, drop, graded) * Math.sqrt(cases));
  const end = effects[last] ?? 0;
  const limit = -normalQuantile(alpha * share * (last === 0 ? onlyLook : lastLook));
  const passages = steps.slice(0, last).flatMap(({ goOn }, i) => {
    const effect = effects[i] ?? 0;
    return goOn >= 1 ? [] : [{ over: effect + normalQuantile(goOn), along: effect / Math.max(end, 1e-9) }];
  });
  const uniform = steps.reduce((sum, step) => sum + step.uniform, 0);
  const spread = kinds.reduce((sum, kind) => sum + kind.share * spreadOf(kind.rate, drop, graded), 0) / uniform;
  passages.push({
    over: ((drop - tolerance) * Math.sqrt(cases)) / Math.sqrt(Math.max(spread, 1e-12)),
    along: meanWithTest,
  });
  const from = Math.max(-5, limit - end);
  const width = Math.max(0, 5 - from) / points;
  let sum = 0;
  for (let i = 0; i < points; i++) {
    const z = from + (i + 0.5) * width;
    let chance = normalDensity(z) * width;
    for (const { over, along } of passages) {
      const rho = Math.min(0.99, Math.max(0, along));
      chance *= normalShare((over + rho * z) / Math.sqrt(1 - rho * rho));
    }
    sum += chance;
  }
  return sum;
}

/** Variance of new minus old of one reply each. */
function spreadOf(rate: number, drop: number, graded: number | undefined): number {
  if (graded !== undefined) return 2 * graded;
  const middle = rate - Math.min(drop, rate) / 2;
  return 2 * middle * (1 - middle);
}

/**
 * Mean of the statistic over its spread, for one case, after some steps. A case that disagreed within `before` replies a side
 * was asked `topUp` more and so has less spread; one that did not says something by later replies alone.
 */
function effectAt(steps: readonly Step[], kinds: readonly Kind[], drop: number, graded: number | undefined): number {
  const decided = steps.findLastIndex((step) => step.topUp > 0);
  const sizes = steps.map(({ uniform }) => uniform);
  const before = graded === undefined ? sizes.slice(0, decided + 1).reduce((sum, size) => sum + size, 0) : 0;
  const later = sizes.reduce((sum, size) => sum + size, 0) - before;
  const topUp = steps[decided]?.topUp ?? 0;
  let mean = 0;
  let variance = 0;
  for (const { share, rate, weight } of kinds) {
    const fall = Math.min(drop, rate);
    const spread = spreadOf(rate, drop, graded);
    const differs = rate * (1 - rate + fall) + (1 - rate) * (rate - fall);
    const disagrees = before === 0 ? 0 : 1 - (1 - differs) ** before;
    const all = before + topUp + later;
    mean +=
      share *
      weight *
      ((fall * (before + disagrees * (topUp + later))) / Math.max(1, all) +
        (1 - disagrees) * part(later, before) * fall);
    variance +=
      share *
      weight ** 2 *
      ((before * differs + disagrees * (topUp + later) * spread) / Math.max(1, all) ** 2 +
        ((1 - disagrees) * later * spread) / Math.max(1, before + later) ** 2);
  }
  return variance > 0 ? mean / Math.sqrt(variance) : mean > 0 ? 10 : 0;
}

function part(later: number, before: number): number {
  return later / Math.max(1, later + before);
}
