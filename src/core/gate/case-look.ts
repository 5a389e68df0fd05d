import { caseTest } from '../statistics/case-test.ts';
import type { PermutationTest } from '../statistics/permutation-test.ts';
import { scoreSlack } from '../statistics/slack.ts';
import { type Stratum, valuesOf } from '../statistics/stratum.ts';
import { type FamilyTest, taroneHolm } from '../statistics/tarone-holm.ts';
import type { Rejection } from './comparison.ts';
import type { MeasuredCase } from './graded-parts.ts';
import type { MeasuredCell } from './mean-change.ts';
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

/**
 * The case level of a look: every cell's test, and those of its graded parts, as one Tarone–Holm family over all rows (and one
 * of the added cases). `spent` is the exact chance, given the pooled replies, that any is rejected while none got worse:
 * 1 − Π(1 − Fᵢ(α/k)).
 */
export function lookAtCases(cells: readonly MeasuredCase[], round: number, budget: number): CaseLook {
  const budgets = familyBudgets(cells, budget);
  const smallest = Math.min(...Object.values(budgets).filter((one) => one > 0)) / Math.max(1, cells.length);
  const tests = cells.map((cell) => (cell.copyOf === undefined ? testCell(cell, round, smallest) : null));
  let keep = 1;
  const worse = new Map<Test, number>();
  const better = new Set<Test>();
  for (const family of ['base', 'added'] as const) {
    const whole = tests.flatMap((tested) => (tested?.family === family ? [tested] : []));
    const all = whole.flatMap((tested) => [tested, ...tested.parts]);
    const { first, rejected } = taroneHolm(
      all.map(({ test }) => test),
      budgets[family],
    );
    if (first > 0) for (const tested of whole) keep *= 1 - spendOf(tested, first);
    all.forEach((one, index) => {
      const threshold = rejected.get(index);
      if (threshold !== undefined) worse.set(one, threshold);
    });
    const mirror = mirrored(
      whole.map(({ test }) => test),
      budgets[family],
    );
    whole.forEach((one, index) => {
      if (mirror.rejected.has(index)) better.add(one);
    });
  }
  const told = (one: Test): Tested => {
    const { p, better: mirror, least, method } = one.test;
    const alpha = worse.get(one);
    const { delta } = one;
    return {
      test: { p, better: mirror, least, method },
      delta,
      confirmed: alpha === undefined ? null : { round, p, alpha, delta },
    };
  };
  const found = tests.map((tested) =>
    tested === null
      ? null
      : {
          ...told(tested),
          improved: better.has(tested),
          parts: tested.parts.map((part) => ({ ...told(part), check: part.check })),
        },
  );
  return { spent: 1 - keep, cells: found.map((one, i) => found[cells[i]?.copyOf ?? i] ?? one) };
}

type Test = { readonly test: PermutationTest; readonly delta: number };

/** The parts of a case rise and fall together: what they may spend is bounded by their sum. */
function spendOf({ test, parts }: Test & { readonly parts: readonly Test[] }, threshold: number): number {
  return Math.min(1, test.spend(threshold) + parts.reduce((sum, part) => sum + part.test.spend(threshold), 0));
}

function mirrored(tests: readonly PermutationTest[], alpha: number): FamilyTest {
  return taroneHolm(
    tests.map(({ better, least }) => ({ p: better, least })),
    alpha,
  );
}

function testCell({ cell, batches, parts }: MeasuredCase, round: number, threshold: number) {
  const { strata, size, delta } = readBatches(batches, round);
  if (cell.identical || size === 0) return null;
  return {
    family: cell.family,
    test: caseTest(strata, threshold),
    delta,
    parts: parts.flatMap((part) => testPart(part, round, threshold)),
  };
}

/**
 * A part is a test of "fell by half or more": its p is 1 for any smaller fall. Where no labelling of its replies falls so far it
 * costs the family nothing, so that a judge of ordinary noise takes no power from the other cases.
 */
function testPart({ check, batches }: MeasuredCase['parts'][number], round: number, threshold: number) {
  const { strata, size, delta } = readBatches(batches, round);
  if (size === 0 || !isBroken(deepestOf(strata) / size)) return [];
  const test = caseTest(strata, threshold);
  return [{ check, delta, test: { ...test, p: isBroken(delta) ? test.p : 1, better: 1 } }];
}

function readBatches(batches: readonly MeasuredBatch[], round: number) {
  const strata: Stratum[] = batches.filter((batch) => batch.round <= round).map(({ stratum }) => stratum);
  let size = 0;
  let change = 0;
  for (const stratum of strata) {
    size += stratum.size;
    change += 2 * stratum.sum - stratum.total;
  }
  return { strata, size, delta: change / size };
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
