import { caseTest } from '../statistics/case-test.ts';
import { type FamilyTest, type Hypothesis, type JointTest, taroneHolm, testJointly } from '../statistics/joint-test.ts';
import type { PermutationTest } from '../statistics/permutation-test.ts';
import { probabilitySlack, type Stratum, scoreSlack, valuesOf } from '../statistics/stratum.ts';
import type { Rejection } from './comparison.ts';
import type { MeasuredCell } from './estimate-mean.ts';
import type { MeasuredCase } from './gate-sample.ts';
import type { MeasuredBatch } from './measured-batch.ts';

/** Without its distribution: a look has thousands. */
type CaseTested = Omit<PermutationTest, 'spend'>;

type Tested = {
  readonly test: CaseTested;
  /** New minus old mean of what the test reads, all rounds up to the look. */
  readonly delta: number;
  /** Confirmed worse at this look. */
  readonly confirmed: Rejection | null;
};

/** The test of a graded check without a pass mark, or (`null`) of the whole score. `p` is 1 unless it fell by half or more. */
export type PartTest = Tested & { readonly check: string | null };

/** A cell's test at a look; null where both sides are the same request or nothing was scored. */
export type CellTest = Tested & {
  /** Confirmed better at this look, by the mirrored test. */
  readonly improved: boolean;
  /** What its passes do not tell; empty where nothing of it could have fallen by half. */
  readonly parts: readonly PartTest[];
};

export type CaseLook = { readonly cells: readonly (CellTest | null)[]; readonly spent: number };

/** The case level's part of a look's budget, and of that the added cases' part, where there are any. */
const caseShare = 0.4;
const addedShare = 0.25;

/** Change of a case from which its confirmation gates. */
const caseDrop = -0.5;

/** Whether a confirmed change of a case is large enough to gate. */
export function isBroken(delta: number): boolean {
  return delta <= caseDrop + scoreSlack;
}

/** Whether a look confirms that a cell broke, in its passes or in a graded check. */
export function breaks(cell: CellTest | null | undefined): boolean {
  return cell != null && [cell, ...cell.parts].some(({ confirmed }) => confirmed !== null && isBroken(confirmed.delta));
}

/** What each family of cases may spend of a look's budget. */
export function familyBudgets(
  cells: readonly MeasuredCell[],
  budget: number,
): Readonly<Record<'base' | 'added', number>> {
  const share = caseShare * budget;
  const hasAdded = cells.some(({ cell }) => cell.family === 'added');
  return { base: hasAdded ? share * (1 - addedShare) : share, added: hasAdded ? share * addedShare : 0 };
}

/** That a cell fell, in its passes or in a graded part: what the cases are counted by wherever many of them are held against one threshold. */
export function hypothesisOf({ test, parts }: CellTest): Hypothesis {
  const all = [test, ...parts.map((part) => part.test)];
  return { p: Math.min(...all.map(({ p }) => p)), least: Math.min(...all.map(({ least }) => least)) };
}

/**
 * The case level of a look: every cell's test, its graded parts' jointly with it, as one Tarone–Holm family over all rows (and
 * one of the added cases). `spent` is the exact chance, given the pooled replies, that any is rejected while none got worse:
 * 1 − Π(1 − Fᵢ(α/k)).
 */
export function lookAtCases(cells: readonly MeasuredCase[], round: number, budget: number): CaseLook {
  const budgets = familyBudgets(cells, budget);
  const smallest = Math.min(...Object.values(budgets).filter((one) => one > 0)) / Math.max(1, cells.length);
  const tests = cells.map((cell) => (cell.copyOf === undefined ? testCell(cell, round, smallest) : null));
  let keep = 1;
  const worse = new Map<TestedCell, number>();
  const better = new Set<TestedCell>();
  for (const family of ['base', 'added'] as const) {
    const own = tests.flatMap((tested) => (tested?.family === family ? [tested] : []));
    const { first, rejected } = taroneHolm(
      own.map(({ joint }) => joint.any),
      budgets[family],
    );
    if (first > 0) for (const { joint } of own) keep *= 1 - Math.min(1, joint.any.spend(first));
    const mirror = mirrored(
      own.map(({ test }) => test),
      budgets[family],
    );
    own.forEach((one, index) => {
      const threshold = rejected.get(index);
      if (threshold !== undefined) worse.set(one, threshold);
      if (mirror.rejected.has(index)) better.add(one);
    });
  }
  const found = tests.map((tested): CellTest | null => {
    if (tested === null) return null;
    const alpha = worse.get(tested);
    const told = (delta: number, { p, better: mirror, least, method }: PermutationTest): Tested => ({
      test: { p, better: mirror, least, method },
      delta,
      confirmed: alpha === undefined || p > alpha + probabilitySlack ? null : { round, p, alpha, delta },
    });
    const [first = tested.test, ...others] = tested.joint.tests;
    return {
      ...told(tested.delta, first),
      improved: better.has(tested),
      parts: tested.parts.flatMap(({ check, delta }, i) => {
        const test = others[i];
        return test === undefined ? [] : [{ ...told(delta, test), check }];
      }),
    };
  });
  return { spent: 1 - keep, cells: found.map((one, i) => found[cells[i]?.copyOf ?? i] ?? one) };
}

type TestedCell = {
  readonly family: MeasuredCase['cell']['family'];
  readonly test: PermutationTest;
  readonly delta: number;
  readonly parts: readonly { readonly check: string | null; readonly delta: number }[];
  readonly joint: JointTest;
};

function mirrored(tests: readonly PermutationTest[], alpha: number): FamilyTest {
  return taroneHolm(
    tests.map(({ better, least }) => ({ p: better, least })),
    alpha,
  );
}

function testCell({ cell, batches, parts }: MeasuredCase, round: number, threshold: number): TestedCell | null {
  const whole = readBatches(batches, round);
  if (cell.identical || whole.size === 0) return null;
  const test = caseTest(whole.strata, threshold);
  const tested = parts.flatMap((part) => testPart(part, round, threshold));
  const asked = cell.batches.filter((batch) => batch.round <= round).map(({ pairs }) => pairs.length);
  const aligned = [whole, ...tested].every(
    ({ strata }) => strata.length === asked.length && strata.every(({ size }, i) => size === asked[i]),
  );
  const joint = testJointly([{ strata: whole.strata, test }, ...tested], aligned);
  return { family: cell.family, test, delta: whole.delta, parts: tested, joint };
}

/**
 * A part is a test of "fell by half or more": its p is 1 for any smaller fall. Where no labelling of its replies falls so far it
 * costs the family nothing, so that a judge of ordinary noise takes no power from the other cases.
 */
function testPart({ check, batches }: MeasuredCase['parts'][number], round: number, threshold: number) {
  const { strata, size, total, delta } = readBatches(batches, round);
  if (size === 0 || !isBroken(deepestOf(strata) / size)) return [];
  const test = caseTest(strata, threshold);
  const deepEnough = (caseDrop * size + total) / 2;
  return [{ check, delta, strata, deepEnough, test: { ...test, p: isBroken(delta) ? test.p : 1, better: 1 } }];
}

function readBatches(batches: readonly MeasuredBatch[], round: number) {
  const strata: Stratum[] = batches.filter((batch) => batch.round <= round).map(({ stratum }) => stratum);
  let size = 0;
  let total = 0;
  let change = 0;
  for (const stratum of strata) {
    size += stratum.size;
    total += stratum.total;
    change += 2 * stratum.sum - stratum.total;
  }
  return { strata, size, total, delta: change / size };
}

/** The deepest fall that any labelling of the replies has, summed over them. */
function deepestOf(strata: readonly Stratum[]): number {
  let change = 0;
  for (const stratum of strata) {
    const lowest = valuesOf(stratum).slice(0, stratum.size);
    change += 2 * lowest.reduce((sum, value) => sum + value, 0) - stratum.total;
  }
  return change;
}
