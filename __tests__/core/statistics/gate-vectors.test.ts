import { describe, expect, test } from 'vitest';
import vectors from '../../../fixtures/statistics/gate-vectors.json' with { type: 'json' };
import { gateSample } from '../../../src/core/gate/gate-sample.ts';
import { takeLook } from '../../../src/core/gate/take-look.ts';
import { caseTest } from '../../../src/core/statistics/case-test.ts';
import { stratumOf } from '../../../src/core/statistics/stratum.ts';
import { suiteTest } from '../../../src/core/statistics/suite-test.ts';
import { batchOf, cellOf, gateSettings } from '../../support/gate-cells.ts';

const marks = (passes: number, size: number) => '1'.repeat(passes) + '0'.repeat(size - passes);
const values = (passes: number, size: number) => [...marks(passes, size)].map(Number);

describe('the procedure agrees with vectors that were found by enumeration', () => {
  test.each(vectors)('$name', ({ rounds, suiteP, caseP, reject, cases, used }) => {
    const strata = rounds.map((batches) => batches.map(({ ko, kn, x, y }) => stratumOf(values(x, ko), values(y, kn))));
    expect(
      suiteTest(
        strata.map((one) => ({ weight: 1, strata: one })),
        0.05,
      ).p,
    ).toBeCloseTo(suiteP, 9);
    strata.forEach((one, i) => {
      expect(caseTest(one, 0.05).p).toBeCloseTo(caseP[i] ?? Number.NaN, 9);
    });
    const cells = rounds.map((batches, i) =>
      cellOf(
        String(i),
        batches.map(({ ko, kn, x, y }) => batchOf(1, true, marks(x, ko), marks(y, kn))),
      ),
    );
    const settings = gateSettings({ tolerance: -1 });
    const step = { round: 1, uniform: 1, topUp: 0, spend: 1, goOn: 0 };
    const look = takeLook(gateSample(cells, settings), step, settings, undefined);
    const confirmed = look.cases.cells.flatMap((cell, i) => (cell?.confirmed ? [i] : []));
    expect(confirmed).toEqual(cases);
    expect(look.score.spent).toBeCloseTo(used, 9);
    const [row] = look.suite.rows;
    expect(confirmed.length > 0 || (row !== undefined && row.test.p <= row.alpha + 1e-12)).toBe(reject);
  });
});
