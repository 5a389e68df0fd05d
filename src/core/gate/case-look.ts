import { caseTest } from '../statistics/case-test.ts';
import type { PermutationTest } from '../statistics/permutation-test.ts';
import { scoreSlack } from '../statistics/slack.ts';
import type { Stratum } from '../statistics/stratum.ts';
import { type FamilyTest, taroneHolm } from '../statistics/tarone-holm.ts';
import type { Rejection } from './comparison.ts';
import type { MeasuredCell } from './mean-change.ts';

type CaseTested = Omit<PermutationTest, 'spend'>;

/** A cell's test at a look; null where both sides are the same request or nothing was scored. */
export type CellTest = {
  /** Without its distribution: a look has thousands. */
  readonly test: CaseTested;
  /** New minus old mean of what the test reads, all rounds up to the look. */
  readonly delta: number;
  /** Confirmed worse at this look. */
  readonly confirmed: Rejection | null;
  /** Confirmed better at this look, by the mirrored test. */
  readonly improved: boolean;
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
 * The case level of a look: every cell's test, as one Tarone–Holm family over all rows (and one of the added cases).
 * `spent` is the exact chance, given the pooled replies, that any is rejected while none got worse:
 * 1 − Π(1 − Fᵢ(α/k)).
 */
export function lookAtCases(cells: readonly MeasuredCell[], round: number, budget: number): CaseLook {
  const budgets = familyBudgets(cells, budget);
  const smallest = Math.min(...Object.values(budgets).filter((one) => one > 0)) / Math.max(1, cells.length);
  const tests = cells.map((cell) => testCell(cell, round, smallest));
  let keep = 1;
  const found = cells.map((): { confirmed: number | null; improved: boolean } => ({
    confirmed: null,
    improved: false,
  }));
  for (const family of ['base', 'added'] as const) {
    const members = cells.flatMap(({ cell }, i) => {
      const tested = tests[i];
      return cell.family === family && tested ? [{ i, test: tested.test }] : [];
    });
    const worse = taroneHolm(
      members.map(({ test }) => test),
      budgets[family],
    );
    const better = mirrored(
      members.map(({ test }) => test),
      budgets[family],
    );
    members.forEach(({ i, test }, index) => {
      if (worse.first > 0) keep *= 1 - test.spend(worse.first);
      found[i] = { confirmed: worse.rejected.get(index) ?? null, improved: better.rejected.has(index) };
    });
  }
  return {
    spent: 1 - keep,
    cells: tests.map((tested, i) => {
      if (tested === null) return null;
      const { confirmed = null, improved = false } = found[i] ?? {};
      const { delta } = tested;
      const { p, better, least, method } = tested.test;
      return {
        test: { p, better, least, method },
        delta,
        improved,
        confirmed: confirmed === null ? null : { round, p, alpha: confirmed, delta },
      };
    }),
  };
}

function mirrored(tests: readonly PermutationTest[], alpha: number): FamilyTest {
  return taroneHolm(
    tests.map(({ better, least }) => ({ p: better, least })),
    alpha,
  );
}

function testCell({ cell, batches }: MeasuredCell, round: number, threshold: number) {
  if (cell.identical) return null;
  const strata: Stratum[] = [];
  let size = 0;
  let change = 0;
  for (const batch of batches) {
    if (batch.round > round) continue;
    const { stratum } = batch;
    strata.push(stratum);
    size += stratum.size;
    change += 2 * stratum.sum - stratum.total;
  }
  return size === 0 ? null : { test: caseTest(strata, threshold), delta: change / size };
}
