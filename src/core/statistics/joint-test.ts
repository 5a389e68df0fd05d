import { choose } from './exact-chances.ts';
import { firstAbove, type PermutationTest } from './permutation-test.ts';
import { probabilitySlack, type Stratum, scoreSlack } from './stratum.ts';

/** One reading of a case's replies: its batches in order, its own test, and the sum of new values beyond which it says nothing. */
export type Reading = {
  readonly strata: readonly Stratum[];
  readonly test: PermutationTest;
  /** Greatest sum of the new values that counts as a fall; any sum where it is undefined. */
  readonly deepEnough?: number;
};

/** Readings of the same replies as one family. */
export type JointTest = {
  /** Of each reading, its p and least p held against all of them; `better` stays its own. */
  readonly tests: readonly PermutationTest[];
  /** That any of them fell. */
  readonly any: Pick<PermutationTest, 'p' | 'least' | 'spend'>;
};

/** Labellings up to which they are gone through one by one. */
const mostListed = 1_024;

/**
 * The tests of several readings of the same replies as one family: each p becomes P(min p* ≤ p) over the labellings of the replies,
 * which all readings share (P. Westfall and S. Young, "Resampling-Based Multiple Testing", 1993, single step). Readings that fall
 * together cost one test then, not one each. Beyond 1,024 labellings, or where the readings miss different replies, p is
 * multiplied by their number.
 * @param aligned every reading has a value of every reply
 */
export function testJointly(readings: readonly [Reading, ...Reading[]], aligned: boolean): JointTest {
  const [first, ...others] = readings;
  if (others.length === 0) return { tests: [first.test], any: first.test };
  const listed = aligned ? listLeast(readings) : undefined;
  const times = readings.length;
  const spend =
    listed === undefined
      ? (threshold: number) => readings.reduce((sum, { test }) => sum + test.spend(threshold / times), 0)
      : (threshold: number) => spendOf(listed, threshold);
  const held = (p: number) => (listed === undefined ? Math.min(1, p * times) : shareUpTo(listed, p));
  const tests = readings.map(({ test }) => ({ ...test, p: held(test.p), least: held(test.least), spend }));
  return {
    tests,
    any: { p: Math.min(...tests.map(({ p }) => p)), least: Math.min(...tests.map(({ least }) => least)), spend },
  };
}

function shareUpTo(least: Float64Array, p: number): number {
  return firstAbove(least, p + probabilitySlack) / least.length;
}

/** The greatest share of labellings that is no more than the threshold: labellings of one p come together. */
function spendOf(least: Float64Array, threshold: number): number {
  const next = least[Math.floor((threshold + probabilitySlack) * least.length)];
  return next === undefined ? 1 : shareUpTo(least, next - 2 * probabilitySlack);
}

/** The least p of the readings under every labelling, ascending; undefined beyond 1,024 labellings. */
function listLeast(readings: readonly Reading[]): Float64Array | undefined {
  const sizes = readings[0]?.strata.map(({ size }) => size) ?? [];
  const labellings = sizes.reduce((product, size) => product * choose(2 * size, size), 1);
  if (labellings > mostListed) return undefined;
  const least = new Float64Array(labellings).fill(1);
  for (const { strata, deepEnough = Number.POSITIVE_INFINITY } of readings) {
    const sums = sumsOf(strata);
    const sorted = sums.toSorted();
    for (let i = 0; i < labellings; i++) {
      const sum = sums[i] ?? 0;
      if (sum > deepEnough + scoreSlack) continue;
      least[i] = Math.min(least[i] ?? 1, firstAbove(sorted, sum + scoreSlack) / labellings);
    }
  }
  return least.sort();
}

/** The sum of the new values under every labelling of the batches, in an order that depends on their sizes alone. */
function sumsOf(strata: readonly Stratum[]): Float64Array {
  let sums = new Float64Array(1);
  for (const { old, new: after, size } of strata) {
    const own = sumsOfChoices([...old, ...after], size);
    const crossed = new Float64Array(sums.length * own.length);
    let at = 0;
    for (const sum of sums) for (const more of own) crossed[at++] = sum + more;
    sums = crossed;
  }
  return sums;
}

/** The sums of all choices of `size` of the values, by the places chosen. */
function sumsOfChoices(values: readonly number[], size: number): readonly number[] {
  const sums: number[] = [];
  const choose = (from: number, left: number, sum: number): void => {
    if (left === 0) {
      sums.push(sum);
      return;
    }
    for (let i = from; i <= values.length - left; i++) choose(i + 1, left - 1, sum + (values[i] ?? 0));
  };
  choose(0, size, 0);
  return sums;
}

/** A hypothesis of a family: its p-value and the least it could have been. */
export type Hypothesis = { readonly p: number; readonly least: number };

/** `rejected`: the threshold each rejected hypothesis was held to, by index. `first`: that of the first step; 0 where none is testable. */
export type FamilyTest = { readonly rejected: ReadonlyMap<number, number>; readonly first: number };

/**
 * Step-down test of a family of discrete tests at error rate alpha: k is the least number with
 * #{i: leastᵢ ≤ alpha/k} ≤ k; reject where pᵢ ≤ alpha/k; repeat on the rest. Hypotheses that could not be rejected
 * whatever the labels cost nothing (R. E. Tarone, Biometrics 46, 1990; S. Holm, 1979).
 * Not monotone in alpha: a larger one may reject fewer.
 */
export function taroneHolm(family: readonly Hypothesis[], alpha: number): FamilyTest {
  const rejected = new Map<number, number>();
  let first = 0;
  let alive = family.map((_, i) => i).filter((i) => (family[i]?.least ?? 1) <= alpha + probabilitySlack);
  for (let step = 0; alive.length > 0; step++) {
    const threshold = testableThreshold(
      alive.map((i) => family[i]?.least ?? 1),
      alpha,
    );
    if (threshold === 0) break;
    if (step === 0) first = threshold;
    const found = alive.filter((i) => (family[i]?.p ?? 1) <= threshold + probabilitySlack);
    if (found.length === 0) break;
    for (const i of found) rejected.set(i, threshold);
    alive = alive.filter((i) => !rejected.has(i));
  }
  return { rejected, first };
}

/** alpha/k for Tarone's k; 0 where no hypothesis could be rejected at it. */
export function testableThreshold(least: readonly number[], alpha: number): number {
  const ascending = Float64Array.from(least).sort();
  let testable = ascending.length;
  for (let k = 1; k <= ascending.length; k++) {
    while (testable > 0 && (ascending[testable - 1] ?? 0) > alpha / k + probabilitySlack) testable--;
    if (testable <= k) return testable === 0 ? 0 : alpha / k;
  }
  return 0;
}
