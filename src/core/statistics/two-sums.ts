import { firstAbove, type PermutationTest } from './permutation-test.ts';
import { probabilitySlack } from './stratum.ts';

/** Probabilities of the whole numbers from `start` on. */
type Masses = { readonly start: number; readonly masses: Float64Array };

/** The same cumulated: P(X ≤ start + i). */
type Cumulated = { readonly start: number; readonly sums: Float64Array };

/** Distributions of two independent sums S and F, of S + F and of tilt·S + F. */
export type TwoSums = {
  readonly steady: Masses;
  readonly others: Masses;
  readonly even: Masses;
  readonly tilted: Masses;
  readonly tilt: number;
};

/**
 * How many times as much p the tilted statistic is charged: the even one keeps more of its power, for falls among cases that are
 * flaky already (docs/decisions/0192-history.md).
 */
export const tiltedCharge = 3;

/**
 * The test by the better of the statistics S + F and tilt·S + F: the lesser of the first's p-value and three times the
 * second's, held to its own exact distribution (L. H. C. Tippett 1931, with the dependence known): the labellings for which either is
 * at most its quantile, counted along S.
 * @param observed S and F as they were
 * @param ends closed probabilities of the least and the greatest labelling: the floors of `p` and `better`
 */
export function testTwoSums(
  sums: TwoSums,
  observed: { readonly steady: number; readonly others: number },
  ends: { readonly least: number; readonly most: number },
): PermutationTest {
  const down = lowerTail(sums);
  const up = lowerTail({
    ...sums,
    steady: mirror(sums.steady),
    others: mirror(sums.others),
    even: mirror(sums.even),
    tilted: mirror(sums.tilted),
  });
  const even = observed.steady + observed.others;
  const tilted = sums.tilt * observed.steady + observed.others;
  return {
    p: Math.min(1, Math.max(ends.least, down.joint(Math.min(down.even(even), tiltedCharge * down.tilted(tilted))))),
    better: Math.min(1, Math.max(ends.most, up.joint(Math.min(up.even(-even), tiltedCharge * up.tilted(-tilted))))),
    least: ends.least,
    method: { kind: 'exact' },
    spend: (threshold) => down.spend(threshold),
  };
}

function mirror({ start, masses }: Masses): Masses {
  return { start: -(start + masses.length - 1), masses: masses.toReversed() };
}

function cumulate({ start, masses }: Masses): Cumulated {
  const sums = new Float64Array(masses.length);
  let sum = 0;
  for (let i = 0; i < masses.length; i++) {
    sum += masses[i] ?? 0;
    sums[i] = sum;
  }
  return { start, sums };
}

/** P(X ≤ value). */
function upTo({ start, sums }: Cumulated, value: number): number {
  const at = Math.floor(value) - start;
  return at < 0 ? 0 : (sums[Math.min(at, sums.length - 1)] ?? 0);
}

/** The greatest value whose P(X ≤ value) is at most p; −∞ where there is none. */
function quantile({ start, sums }: Cumulated, p: number): number {
  const above = firstAbove(sums, p + probabilitySlack);
  return above === 0 ? Number.NEGATIVE_INFINITY : start + above - 1;
}

function lowerTail({ steady, others, tilt, ...of }: TwoSums) {
  const even = cumulate(of.even);
  const tilted = cumulate(of.tilted);
  const rest = cumulate(others);
  /** P(the lesser ≤ p). */
  function joint(p: number): number {
    const [most, mostTilted] = [quantile(even, p), quantile(tilted, p / tiltedCharge)];
    let sum = 0;
    for (let i = 0; i < steady.masses.length; i++) {
      const one = steady.start + i;
      sum += (steady.masses[i] ?? 0) * upTo(rest, Math.max(most - one, mostTilted - tilt * one));
    }
    return sum;
  }
  /** Largest P(the lesser ≤ p) up to a threshold, over the p-values that either statistic can have. */
  function spend(threshold: number): number {
    const upTo = ({ sums }: Cumulated, most: number) => sums.subarray(0, firstAbove(sums, most + probabilitySlack));
    const charged = upTo(tilted, threshold).map((p) => tiltedCharge * p);
    const p = Float64Array.from([...upTo(even, threshold), ...charged]).sort();
    let low = 0;
    let high = p.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (joint(p[middle] ?? 0) > threshold + probabilitySlack) high = middle;
      else low = middle + 1;
    }
    return low === 0 ? 0 : Math.min(1, joint(p[low - 1] ?? 0));
  }
  return {
    joint,
    spend,
    even: (value: number) => upTo(even, value),
    tilted: (value: number) => upTo(tilted, value),
  };
}

const mostScale = 1000;
const mostMultiple = 1e7;

/**
 * The integer grid of the suite statistic Σ wᵢ/kᵢ·(sum of new values): whole numbers proportional to wᵢ/kᵢ, as small as
 * they can be. Weights are scaled by up to 1,000 to become whole (0.5, 1.25, 1/3 do).
 * @param weights positive; @param sizes whole, positive, as many
 * @returns one step each, or null where the weights have no such scale or the multiple of the sizes exceeds 10⁷
 */
export function integerSteps(weights: readonly number[], sizes: readonly number[]): readonly number[] | null {
  const scale = wholeScale(new Set(weights));
  let multiple = 1;
  for (const size of new Set(sizes)) {
    multiple = (multiple / greatestDivisor(multiple, size)) * size;
    if (multiple > mostMultiple) return null;
  }
  if (scale === null) return null;
  const steps = weights.map((weight, i) => Math.round(weight * scale) * (multiple / (sizes[i] ?? 1)));
  const shared = steps.reduce(greatestDivisor, 0);
  return steps.map((step) => step / shared);
}

function wholeScale(weights: ReadonlySet<number>): number | null {
  const [first] = weights;
  if (first === undefined) return 1;
  const ratios = [...weights].map((weight) => weight / first);
  for (let scale = 1; scale <= mostScale; scale++) {
    if (ratios.every((ratio) => isWhole(ratio * scale))) return scale / first;
  }
  return null;
}

function isWhole(value: number): boolean {
  return Math.round(value) > 0 && Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, value);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
