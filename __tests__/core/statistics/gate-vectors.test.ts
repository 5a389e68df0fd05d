import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { caseTest } from '../../../src/core/statistics/case-test.ts';
import { stratumOf } from '../../../src/core/statistics/stratum.ts';
import { suiteTest } from '../../../src/core/statistics/suite-test.ts';
import { taroneHolm } from '../../../src/core/statistics/tarone-holm.ts';
import { replies } from '../../support/gate-cells.ts';

const round = z.object({ ko: z.int(), kn: z.int(), x: z.int(), y: z.int() });
const vectors = z
  .array(
    z.object({
      name: z.string(),
      rounds: z.array(z.array(round)),
      suiteP: z.number(),
      caseP: z.array(z.number()),
      reject: z.boolean(),
      cases: z.array(z.int()),
      used: z.number(),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('../../../fixtures/statistics/gate-vectors.json', import.meta.url), 'utf8')));

const BUDGET = 0.05;
const CASE_SHARE = 0.4;

describe('the reference vectors', () => {
  it('are all there', () => expect(vectors).toHaveLength(18));

  it.each(vectors)('hold for "$name"', ({ rounds, suiteP, caseP, reject, cases, used }) => {
    const strata = rounds.map((batches) =>
      batches.map(({ ko, kn, x, y }) => stratumOf(replies(x, ko), replies(y, kn))),
    );
    const tests = strata.map((batches) => caseTest(batches, 1e-4));
    tests.forEach((test, at) => {
      expect(test.p).toBeCloseTo(caseP[at] ?? Number.NaN, 9);
    });
    const family = taroneHolm(tests, BUDGET * CASE_SHARE);
    expect([...family.rejected.keys()].toSorted((a, b) => a - b)).toEqual(cases);
    const spent = family.first === 0 ? 0 : 1 - tests.reduce((keep, test) => keep * (1 - test.spend(family.first)), 1);
    const suite = suiteTest(
      strata.map((batches) => ({ weight: 1, strata: batches })),
      BUDGET - spent,
    );
    expect(suite.p).toBeCloseTo(suiteP, 9);
    expect(spent + suite.spend(BUDGET - spent)).toBeCloseTo(used, 9);
    expect(cases.length > 0 || suite.p <= BUDGET - spent + 1e-12).toBe(reject);
  });
});
