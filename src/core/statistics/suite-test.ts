import type { WeightedStratum } from './deck.ts';
import { type DrawSource, drawSource } from './draw-source.ts';
import { hypergeometric } from './exact-chances.ts';
import { gridLength, type LatticeTerm, latticeSum, latticeWork } from './lattice-sum.ts';
import { drawFrom, drawTwoFrom } from './monte-carlo.ts';
import { type PermutationTest, testOnGrid, testOnSums, uninformative } from './permutation-test.ts';
import type { Stratum } from './stratum.ts';
import { countLabellings, crossSums, labellingSums } from './subset-sums.ts';
import { integerSteps, testTwoSums } from './two-sums.ts';

/** One case of the suite: its weight (positive) and its batches; `steady` where earlier replies hardly ever differed. */
export type WeightedCase = { readonly weight: number; readonly strata: readonly Stratum[]; readonly steady?: boolean };

/** Grid points beyond which the exact distribution gives way to Monte Carlo. */
const longestGrid = 2e6;
/** Steps beyond which the exact distribution would take longer than Monte Carlo does: some 50 ms. */
const mostWork = 1e7;
/** Labellings of graded scores that are listed one by one. */
const mostListed = 65_536;
const fewestDraws = 9_999;
const mostDraws = 99_999;

/** Cases made ready for testing: what drawing needs is made once, however many tests read it. */
export type Suite = {
  readonly parts: readonly Part[];
  /** Its steady parts and the others; a suite that has but one kind has but one group. */
  readonly groups: readonly Group[];
};

type Group = {
  readonly steady: boolean;
  /** What the heaviest of its parts counts for. */
  readonly heaviest: number;
  readonly source: () => DrawSource;
};

export function prepareSuite(cases: readonly WeightedCase[]): Suite {
  const parts = informativeParts(cases);
  const groups = Map.groupBy(parts, ({ steady }) => steady);
  return { parts, groups: [...groups].map(([steady, held]) => groupOf(steady, held)) };
}

function groupOf(steady: boolean, parts: readonly Part[]): Group {
  const heaviest = parts.reduce((greatest, part) => Math.max(greatest, stepOf(part)), 0);
  let source: DrawSource | undefined;
  return {
    steady,
    heaviest,
    source: () => {
      source ??= drawSource(weigh(parts, heaviest));
      return source;
    },
  };
}

/** `testSuites` of one suite. */
export function suiteTest(cases: readonly WeightedCase[], threshold: number): PermutationTest {
  return testSuites([prepareSuite(cases)], threshold);
}

/**
 * Tests "no case got worse" against "the suites got worse": T = Σ wᵢ·(1/k + 1/k)·(sum of the new values of case i), k its
 * replies a side, with the labels old and new permuted inside every stratum; p = P(T* ≤ T).
 * 0/1 values: exact, by the hypergeometric distributions on the integer grid of T. Graded values are listed while they
 * have few labellings; beyond that, or on a grid over 2·10⁶ points, seeded Monte Carlo with p = (1 + #{T* ≤ T})/(B + 1),
 * B ≥ 9,999 (E. J. G. Pitman 1937; B. Phipson and G. Smyth 2010). Valid for any values, weights and batch sizes.
 * @param threshold what p will be held to: Monte Carlo draws enough to reach it, up to 99,999
 */
export function testSuites(suites: readonly Suite[], threshold: number): PermutationTest {
  const tested = suites.filter(({ parts }) => parts.length > 0);
  const parts = tested.flatMap((suite) => suite.parts);
  if (parts.length === 0) return uninformative;
  const binary = parts.every(({ stratum }) => stratum.binary);
  if (!binary) return (isTilted(parts) ? null : listed(parts)) ?? sampled(tested, threshold, 'graded');
  return onGrid(parts) ?? sampled(tested, threshold, 'grid');
}

/**
 * How many times more a steady case counts in the second statistic: what 1/(variance + .007) makes of one that never differed in
 * twenty replies beside one that does in a fifth of them. Chosen by simulation (docs/decisions/0192-history.md).
 */
export const tilt = 8;

function isTilted(parts: readonly { readonly steady: boolean }[]): boolean {
  return parts.some(({ steady }) => steady) && parts.some(({ steady }) => !steady);
}

/** An informative stratum with its case's weight and replies a side. */
type Part = { readonly stratum: Stratum; readonly weight: number; readonly size: number; readonly steady: boolean };

function informativeParts(cases: readonly WeightedCase[]): readonly Part[] {
  return cases.flatMap(({ weight, strata, steady = false }) => {
    const size = strata.reduce((sum, stratum) => sum + stratum.size, 0);
    const informative = weight > 0 ? strata.filter((one) => one.informative) : [];
    return informative.map((stratum) => ({ stratum, weight, size, steady }));
  });
}

function onGrid(parts: readonly Part[]): PermutationTest | null {
  const steps = integerSteps(
    parts.map(({ weight }) => weight),
    parts.map(({ size }) => size),
  );
  if (steps === null) return null;
  const placed = parts.map((part, i) => ({ ...part, step: steps[i] ?? 0 }));
  const all = termsOf(placed);
  if (isTooLong(all.terms)) return null;
  const even = latticeSum(all.terms);
  if (!isTilted(parts)) return testOnGrid(even.masses, all.at - even.start, all);
  const steady = termsOf(placed.filter((part) => part.steady));
  const others = termsOf(placed.filter((part) => !part.steady));
  const terms = [...steady.terms.map((term) => ({ ...term, step: tilt * term.step })), ...others.terms];
  if (isTooLong(terms)) return null;
  const sums = { steady: latticeSum(steady.terms), others: latticeSum(others.terms), even, tilted: latticeSum(terms) };
  return testTwoSums({ ...sums, tilt }, { steady: steady.at, others: others.at }, all);
}

function isTooLong(terms: readonly LatticeTerm[]): boolean {
  return gridLength(terms) > longestGrid || latticeWork(terms) > mostWork;
}

/** Distinct terms of a sum on the grid, where it stood, and the probabilities of its ends. */
function termsOf(parts: readonly (Part & { readonly step: number })[]) {
  const terms = new Map<string, { term: LatticeTerm }>();
  let at = 0;
  let least = 1;
  let most = 1;
  for (const { stratum, step } of parts) {
    const { total, size, sum } = stratum;
    const { low, masses } = hypergeometric(total, size);
    at += step * (sum - low);
    least *= masses[0] ?? 0;
    most *= masses[masses.length - 1] ?? 0;
    const key = `${total}/${size}/${step}`;
    const held = terms.get(key);
    if (held === undefined) terms.set(key, { term: { masses, step, count: 1 } });
    else held.term = { ...held.term, count: held.term.count + 1 };
  }
  return { terms: [...terms.values()].map(({ term }) => term), at, least, most };
}

function listed(parts: readonly Part[]): PermutationTest | null {
  const labellings = parts.reduce((product, { stratum }) => product * countLabellings(stratum), 1);
  if (labellings > mostListed) return null;
  const heaviest = Math.max(...parts.map(stepOf));
  const scaled = parts.map((part) => {
    const step = stepOf(part) / heaviest;
    return { sums: labellingSums(part.stratum).map((sum) => sum * step), observed: part.stratum.sum * step };
  });
  const lists: Float64Array[] = scaled.map(({ sums }) => sums);
  lists.sort((a, b) => b.length - a.length);
  return testOnSums(
    lists.reduce(crossSums),
    scaled.reduce((sum, { observed }) => sum + observed, 0),
  );
}

/** Each stratum with its step, the heaviest 1, without the last digits, which depend on the scale of the weights: steps seed the draws. */
function weigh(parts: readonly Part[], heaviest: number): readonly WeightedStratum[] {
  const known = new Map<number, number>();
  return parts.map((part) => {
    const exact = stepOf(part);
    const step = known.get(exact) ?? Number((exact / heaviest).toPrecision(12));
    known.set(exact, step);
    return { stratum: part.stratum, step };
  });
}

function sampled(suites: readonly Suite[], threshold: number, because: 'graded' | 'grid'): PermutationTest {
  const groups = suites.flatMap((suite) => suite.groups);
  const heaviest = Math.max(...groups.map((group) => group.heaviest));
  const sources = groups.map((group) => {
    const scale = Number((group.heaviest / heaviest).toPrecision(12));
    return { source: group.source(), scale, tilted: group.steady ? tilt * scale : scale };
  });
  const count = isTilted(groups) ? drawTwoFrom : drawFrom;
  const wanted = Math.min(mostDraws, Math.ceil(20 / Math.max(threshold, 1e-9)) - 1);
  const few = count(sources, fewestDraws);
  // Far above the threshold more draws would not bring p under it; a p that is held to it always comes of all of them.
  const far = (1 + few.atMost) / (few.draws + 1) > 10 * threshold;
  const { draws, atMost, atLeast } = far || wanted <= fewestDraws ? few : count(sources, wanted);
  return {
    p: (1 + atMost) / (draws + 1),
    better: (1 + atLeast) / (draws + 1),
    least: 1 / (draws + 1),
    method: { kind: 'monte-carlo', draws, because },
    spend: (share) => share,
  };
}

function stepOf({ weight, size }: Part): number {
  return weight / size;
}
