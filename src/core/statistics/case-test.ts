import { choose, hypergeometric } from './exact-chances.ts';
import { latticeSum } from './lattice-sum.ts';
import { type DrawCounts, drawLabellings } from './monte-carlo.ts';
import { type PermutationTest, testOnGrid, testOnSums, uninformative } from './permutation-test.ts';
import { type Stratum, scoreSlack, valuesOf } from './stratum.ts';
import {
  countLabellings,
  countPairs,
  crossSums,
  labellingSums,
  type PairCounts,
  stretchOf,
  subsetSums,
  wholeOf,
} from './subset-sums.ts';

const mostListed = 1_024;
/** Labellings beyond which a quick draw comes first: a case in the midst of them is told by it. */
const mostUnscreened = 1e6;
const screenDraws = 199;
/** Draws in either tail that leave no doubt that p is far from any threshold. */
const screenTail = 20;
/** Labellings up to which graded values are counted exactly: those of 13 replies a side. */
const mostCounted = 1.1e7;
/** Values whose subsets are held at once. */
const mostHalf = 13;
/** Steps of meeting in the middle beyond which drawing is faster. */
const mostPaired = 2 ** 18;
const fewestDraws = 9_999;
const mostDraws = 999_999;

/**
 * Tests one case: the sum of its new values, with the labels old and new permuted inside each of its batches;
 * p = P(sum* ≤ sum). Exact for 0/1 values, and for graded ones up to 10⁷ labellings (listed, or counted
 * by meeting in the middle); beyond, seeded Monte Carlo that can reach `threshold`. Over 10⁶ labellings, 199 draws come
 * first and stand where both tails hold 20 of them (J. Besag and P. Clifford, "Sequential Monte Carlo p-values", 1991).
 * `least` is in closed form.
 * @param threshold smallest p that will be asked for
 */
export function caseTest(strata: readonly Stratum[], threshold: number): PermutationTest {
  const parts = strata.filter((stratum) => stratum.informative);
  const first = parts[0];
  if (first === undefined) return uninformative;
  if (parts.every((stratum) => stratum.binary)) return binaryTest(parts);
  const labellings = parts.reduce((product, stratum) => product * countLabellings(stratum), 1);
  const observed = parts.reduce((sum, stratum) => sum + stratum.sum, 0);
  if (labellings <= mostListed) return testOnSums(listSums(parts), observed);
  const screened = labellings > mostUnscreened ? screen(parts) : null;
  if (screened !== null) return screened;
  if (labellings <= mostCounted) {
    const counted = parts.length === 1 ? countByHalves(first) : countByBatches(parts);
    if (counted !== null) return counted;
  }
  return sampledTest(parts, threshold);
}

function binaryTest(strata: readonly Stratum[]): PermutationTest {
  const masses = strata.map(({ total, size }) => hypergeometric(total, size));
  const at = strata.reduce((sum, stratum, i) => sum + stratum.sum - (masses[i]?.low ?? 0), 0);
  const sum = latticeSum(masses.map((one) => ({ masses: one.masses, step: 1, count: 1 })));
  const ends = {
    least: masses.reduce((product, one) => product * (one.masses[0] ?? 0), 1),
    most: masses.reduce((product, one) => product * (one.masses[one.masses.length - 1] ?? 0), 1),
  };
  return testOnGrid(sum.masses, at - sum.start, ends);
}

/** Ascending sums under all labellings of the batches. */
function listSums(strata: readonly Stratum[]): Float64Array {
  if (strata.length === 0) return new Float64Array(1);
  const lists = strata.map(labellingSums).sort((a, b) => b.length - a.length);
  return lists.reduce(crossSums);
}

/** One batch: the subsets of one half of its values against those of the other. */
function countByHalves(stratum: Stratum): PermutationTest | null {
  if (stratum.size > mostHalf) return null;
  const values = valuesOf(stratum);
  const low = subsetSums(values.filter((_, i) => i % 2 === 0));
  const high = subsetSums(values.filter((_, i) => i % 2 === 1));
  const counts = Array.from({ length: stratum.size + 1 }, (_, j) =>
    countPairs(stretchOf(low, j), stretchOf(high, stratum.size - j), stratum.sum, scoreSlack),
  );
  return countedTest([stratum], counts, countLabellings(stratum));
}

/** Several batches: the sums of the two largest against each other, for every sum of the rest. */
function countByBatches(strata: readonly Stratum[]): PermutationTest | null {
  const bySize = strata.toSorted((a, b) => b.size - a.size);
  const first = bySize[0];
  const second = bySize[1];
  if (first === undefined || second === undefined) return null;
  const others = bySize.slice(2);
  const rest = others.reduce((product, stratum) => product * countLabellings(stratum), 1);
  if (rest * (countLabellings(first) + countLabellings(second)) > mostPaired) return null;
  const [a, b] = [wholeOf(labellingSums(first)), wholeOf(labellingSums(second))];
  const observed = strata.reduce((sum, stratum) => sum + stratum.sum, 0);
  const shifts = listSums(others);
  const counts: PairCounts[] = [];
  for (let i = 0; i < shifts.length; i++) counts.push(countPairs(a, b, observed - (shifts[i] ?? 0), scoreSlack));
  return countedTest(strata, counts, a.count * b.count * rest);
}

/** @param all labellings */
function countedTest(strata: readonly Stratum[], counts: readonly PairCounts[], all: number): PermutationTest {
  return {
    p: counts.reduce((sum, { upTo }) => sum + upTo, 0) / all,
    better: 1 - counts.reduce((sum, { below }) => sum + below, 0) / all,
    least: leastOf(strata),
    method: { kind: 'exact' },
    spend: (threshold) => threshold,
  };
}

function screen(strata: readonly Stratum[]): PermutationTest | null {
  const drawn = drawLabellings(
    strata.map((stratum) => ({ stratum, step: 1 })),
    screenDraws,
  );
  return Math.min(drawn.atMost, drawn.atLeast) < screenTail ? null : drawnTest(strata, drawn);
}

function sampledTest(strata: readonly Stratum[], threshold: number): PermutationTest {
  const wanted = Math.ceil(10 / Math.max(threshold, 1e-9)) - 1;
  const drawn = drawLabellings(
    strata.map((stratum) => ({ stratum, step: 1 })),
    Math.min(mostDraws, Math.max(fewestDraws, wanted)),
  );
  return drawnTest(strata, drawn);
}

function drawnTest(strata: readonly Stratum[], { draws, atMost, atLeast }: DrawCounts): PermutationTest {
  return {
    p: (1 + atMost) / (draws + 1),
    better: (1 + atLeast) / (draws + 1),
    least: leastOf(strata),
    method: { kind: 'monte-carlo', draws, because: 'labellings' },
    spend: (share) => share,
  };
}

/** P of the least sum: in every batch the new side holds its smallest values, ties at their edge in any way. */
function leastOf(strata: readonly Stratum[]): number {
  let product = 1;
  for (const stratum of strata) {
    const { size } = stratum;
    const values = valuesOf(stratum);
    const edge = values[size - 1] ?? 0;
    let below = 0;
    while ((values[below] ?? edge) < edge - scoreSlack) below++;
    let upTo = size;
    while (upTo < values.length && (values[upTo] ?? 0) <= edge + scoreSlack) upTo++;
    product *= choose(upTo - below, size - below) / choose(2 * size, size);
  }
  return product;
}
