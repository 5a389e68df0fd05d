import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRows } from '../../../src/core/gate/compare-rows.ts';
import type { Comparison } from '../../../src/core/gate/comparison.ts';
import { decideVerdict } from '../../../src/core/gate/decide-verdict.ts';
import type { GateSettings } from '../../../src/core/gate/settings.ts';
import type { Cell } from '../../../src/core/outcome.ts';
import { stratumOf } from '../../../src/core/statistics/stratum.ts';
import { suiteTest } from '../../../src/core/statistics/suite-test.ts';
import { batch, cell, gateSettings } from '../../support/gate-samples.ts';

type Drawn = {
  readonly graded: boolean;
  readonly weight: number;
  readonly old: readonly number[];
  readonly new: readonly number[];
};

const size = 4;
const replies = (score: fc.Arbitrary<number>) => fc.array(score, { minLength: size, maxLength: size });
const side = (graded: boolean) => replies(graded ? fc.constantFrom(0, 0.25, 0.3, 0.5, 0.9, 1) : fc.constantFrom(0, 1));
const drawn: fc.Arbitrary<Drawn> = fc.boolean().chain((graded) =>
  fc.record({
    graded: fc.constant(graded),
    weight: fc.constantFrom(0.1, 0.5, 0.7, 1, 3),
    old: side(graded),
    new: side(graded),
  }),
);
/** Cases of one, two or three models. */
const suite = fc.array(fc.array(drawn, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
const settings = gateSettings({ trials: size });

function cellsOf(rows: readonly (readonly Drawn[])[], scale = 1): readonly Cell[] {
  return rows.flatMap((cases, row) =>
    cases.map(({ graded, weight, old, new: next }, at) =>
      cell(`case-${at}`, [batch(old, next, { graded })], { row: `model-${row}`, weight: weight * scale }),
    ),
  );
}

const rejections = (comparison: Comparison) => ({
  pooled: comparison.pooled?.rejection != null,
  rows: Object.fromEntries(comparison.rows.map((row) => [row.row, row.rejection !== null])),
  cases: Object.fromEntries(
    comparison.rows.flatMap(({ row, cases }) => cases.map((one) => [`${row} ${one.case}`, one.confirmed !== null])),
  ),
});

/** Everything a comparison and its verdict say, without the order in which they say it, to 9 digits. */
function told(cells: readonly Cell[], more: GateSettings = settings): unknown {
  const comparison = compareRows(cells, more);
  const { verdict, rows } = decideVerdict(comparison, more);
  const numbers = (value: number | null) => (value === null ? null : Number(value.toFixed(9)) + 0);
  return {
    verdict,
    verdicts: Object.fromEntries(rows.map((row) => [row.row, row.verdict])),
    pooled: numbers(comparison.pooled?.p ?? null),
    rejections: rejections(comparison),
    scores: Object.fromEntries(
      comparison.rows.map(({ row, score }) => [row, [score.delta, score.low, score.high, score.p].map(numbers)]),
    ),
    cases: Object.fromEntries(
      comparison.rows.flatMap(({ row, cases }) =>
        cases.map((one) => [`${row} ${one.case}`, [numbers(one.p), one.state]]),
      ),
    ),
  };
}

describe('whatever was asked', () => {
  test('which old reply is paired with which new one changes nothing, and so neither do the labels of equal ones', () => {
    fc.assert(
      fc.property(suite, (rows) => {
        const paired = rows.map((cases) => cases.map((one): Drawn => ({ ...one, old: one.old.toReversed() })));
        expect(told(cellsOf(paired))).toEqual(told(cellsOf(rows)));
        const same = rows.map((cases) => cases.map((one): Drawn => ({ ...one, new: one.old.toReversed() })));
        // Half at least, or what is drawn of it: six standard errors.
        for (const row of compareRows(cellsOf(same), settings).rows) expect(row.score.p).toBeGreaterThanOrEqual(0.47);
      }),
      { numRuns: 60 },
    );
  });

  test('the order of models, cases and replies changes nothing', () => {
    fc.assert(
      fc.property(suite, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (rows, random) => {
        const shuffle = <Value>(values: readonly Value[]) =>
          values
            .map((value) => ({ value, key: random.next().value }))
            .toSorted((one, other) => one.key - other.key)
            .map(({ value }) => value);
        const turned = shuffle(
          cellsOf(rows).map((one) => ({
            ...one,
            batches: one.batches.map((held) => ({ ...held, pairs: shuffle(held.pairs) })),
          })),
        );
        expect(told(turned)).toEqual(told(cellsOf(rows)));
      }),
      { numRuns: 60 },
    );
  });

  test('weights scale out', () => {
    fc.assert(
      fc.property(suite, fc.constantFrom(0.3, 2, 7), (rows, scale) => {
        expect(told(cellsOf(rows, scale))).toEqual(told(cellsOf(rows)));
      }),
      { numRuns: 60 },
    );
  });

  test('a case on which all agree moves no p and makes nothing significant, graded, weighted or on one model', () => {
    fc.assert(
      fc.property(suite, fc.constantFrom(0, 0.6, 1), fc.constantFrom(0.5, 1, 20), (rows, score, weight) => {
        const cells = cellsOf(rows);
        const agreed = cell(
          'agreed',
          [batch(Array(size).fill(score), Array(size).fill(score), { graded: score === 0.6 })],
          {
            row: 'model-0',
            weight,
          },
        );
        const before = compareRows(cells, settings);
        const after = compareRows([...cells, agreed], settings);
        expect(after.rows.map((row) => row.score.p)).toEqual(before.rows.map((row) => row.score.p));
        expect(after.pooled?.p).toEqual(before.pooled?.p);
        const [was, is] = [rejections(before), rejections(after)];
        expect(is.cases).toEqual({ ...was.cases, 'model-0 agreed': false });
        expect(is.pooled && !was.pooled).toBe(false);
        for (const [row, rejects] of Object.entries(is.rows)) expect(rejects && !was.rows[row]).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

test('more alpha never turns a suite test that rejects into one that accepts, by Monte Carlo either', () => {
  const graded = fc.array(fc.tuple(side(true), side(true)), { minLength: 5, maxLength: 12 });
  fc.assert(
    fc.property(
      graded,
      fc.constantFrom(0.0003, 0.001, 0.0019, 0.01, 0.05),
      fc.constantFrom(1.01, 1.3, 4),
      (cases, alpha, more) => {
        const weighted = cases.map(([old, next], at) => ({
          weight: 1,
          // Half a point down each, so that rejections are common.
          strata: [
            stratumOf(
              old,
              next.map((score) => Math.max(0, score - 0.1 * (1 + (at % 3)))),
            ),
          ],
        }));
        const rejects = (level: number) => suiteTest(weighted, level).p <= level;
        if (rejects(alpha)) expect(rejects(Math.min(1, alpha * more))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
