import { quantile } from './quantile.ts';
import { type Random, randomBelow, seededRandom } from './random.ts';

export type Vector = readonly number[];

/** A test of whether two sets of vectors come of one distribution. */
export type KernelTest = {
  /** The distance of both, √max(0, MMD²). */
  readonly mmd: number;
  readonly p: number;
  readonly draws: number;
  /**
   * The least share of the first set that, were it on another subject, would be found four times in five; `null`: not even all of
   * it. Another subject: further from all others than they lie apart, by √2.
   */
  readonly detectable: number | null;
};

export type KernelSettings = {
  /** p that counts as beyond chance. */
  readonly alpha: number;
  readonly seed: number;
};

const draws = 999;
/** Drawn splits on which a shift is tried, and how many must show it. */
const tried = 200;
const power = 0.8;
/** exp(−δ²/2σ²) for a distance δ of σ, at a right angle to all others. */
const apart = Math.exp(-0.5);
const rounding = 1e-12;

/**
 * Maximum mean discrepancy of two samples, unbiased, with a Gaussian kernel as wide as the median distance of the pooled vectors; p by
 * drawing which vector is of which sample anew (A. Gretton et al., "A kernel two-sample test", JMLR 13, 2012, 2.2 and 8). What it
 * would have found is simulated on the same draws: a part of the first sample is moved away at a right angle to all others.
 * @returns undefined where a sample holds fewer than two, or all vectors are alike
 */
export function kernelTwoSampleTest(
  one: readonly Vector[],
  other: readonly Vector[],
  { alpha, seed }: KernelSettings,
): KernelTest | undefined {
  const [n, m] = [one.length, other.length];
  if (n < 2 || m < 2) return undefined;
  const kernel = kernelOf([...one, ...other]);
  if (kernel === undefined) return undefined;
  const random = seededRandom([seed, n * 65_537 + m]);
  const order = Int32Array.from({ length: n + m }, (_, at) => at);
  const found = statistic(kernel, order, n);
  const drawn: number[] = [];
  const splits: Int32Array[] = [];
  for (let draw = 0; draw < draws; draw++) {
    shuffle(order, random);
    drawn.push(statistic(kernel, order, n));
    if (draw < tried) splits.push(order.slice());
  }
  const beyond = drawn.filter((value) => value >= found - rounding).length;
  return {
    mmd: Math.sqrt(Math.max(0, found)),
    p: (1 + beyond) / (draws + 1),
    draws,
    detectable: leastFound(kernel, splits, n, quantile(drawn, 1 - alpha) ?? Number.POSITIVE_INFINITY),
  };
}

type Kernel = { readonly values: Float64Array; readonly size: number };

function kernelOf(vectors: readonly Vector[]): Kernel | undefined {
  const size = vectors.length;
  const values = new Float64Array(size * size);
  const distances: number[] = [];
  const rows = vectors.map((vector) => Float64Array.from(vector));
  for (const [i, a] of rows.entries()) {
    for (let j = 0; j < i; j++) {
      const b = rows[j];
      let sum = 0;
      for (let at = 0; at < a.length; at++) sum += ((a[at] ?? 0) - (b?.[at] ?? 0)) ** 2;
      values[i * size + j] = sum;
      values[j * size + i] = sum;
      distances.push(sum);
    }
  }
  const median = quantile(distances, 0.5) ?? 0;
  if (!(median > 0)) return undefined;
  for (let at = 0; at < values.length; at++) values[at] = Math.exp(-(values[at] ?? 0) / (2 * median));
  return { values, size };
}

/** MMD² of the first `n` of an order against the rest, of which the first `moved` are moved away. */
function statistic({ values, size }: Kernel, order: Int32Array, n: number, moved = 0): number {
  const m = size - n;
  let [within, across, other] = [0, 0, 0];
  for (let i = 0; i < size; i++) {
    const row = (order[i] ?? 0) * size;
    const isMoved = i < moved;
    for (let j = 0; j < i; j++) {
      const value = values[row + (order[j] ?? 0)] ?? 0;
      if (i < n) within += j < moved && !isMoved ? apart * value : value;
      else if (j < n) across += j < moved ? apart * value : value;
      else other += value;
    }
  }
  return (2 * within) / (n * (n - 1)) + (2 * other) / (m * (m - 1)) - (2 * across) / (n * m);
}

function leastFound(kernel: Kernel, splits: readonly Int32Array[], n: number, critical: number): number | null {
  const isFound = (moved: number): boolean => {
    const shown = splits.filter((order) => statistic(kernel, order, n, moved) > critical).length;
    return shown >= power * splits.length;
  };
  if (!isFound(n)) return null;
  let [low, high] = [0, n];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isFound(middle)) high = middle;
    else low = middle;
  }
  return high / n;
}

function shuffle(order: Int32Array, random: Random): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = randomBelow(random, at + 1);
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
}
