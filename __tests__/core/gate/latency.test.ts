import { describe, expect, it } from 'vitest';
import { compareRows } from '../../../src/core/gate/compare-rows.ts';
import { decideVerdict } from '../../../src/core/gate/decide-verdict.ts';
import { paceMeasures } from '../../../src/core/gate/pace.ts';
import type { GateSettings } from '../../../src/core/gate/settings.ts';
import type { Batch, Cell, Outcome, Pair } from '../../../src/core/outcome.ts';
import { cellOf, gateSettings } from '../../support/gate-cells.ts';

const reply = (more: Partial<Outcome>): Outcome => ({ score: 1, passes: true, marks: [true], metrics: {}, ...more });
const batch = (pairs: readonly Pair[], round = 1): Batch => ({ round, uniform: true, oldKept: false, pairs });
const judge = (cells: readonly Cell[], more: Partial<GateSettings>) => {
  const settings = gateSettings({ sampling: 'fixed', trials: 5, latencyLimit: 0.5, ...more });
  const comparison = compareRows(cells, settings);
  return { row: comparison.rows[0], judged: decideVerdict(comparison, settings) };
};

/** Ten cases of five replies a side of some 100 ms, each case at its own pace; one new reply in five is `tail` times as slow. */
const tailed = (tail: number): readonly Cell[] =>
  Array.from({ length: 10 }, (_, at) => {
    const ms = (trial: number) => 100 + 3 * at + trial;
    const pairs = Array.from({ length: 5 }, (_, trial) => ({
      old: reply({ latencyMs: ms(trial) }),
      new: reply({ latencyMs: ms(trial) * (trial === at % 5 ? tail : 1) }),
    }));
    return cellOf(`case ${at}`, [batch(pairs)]);
  });

describe('a limit of p95', () => {
  it('sees one reply in five become five times as slow, which the median does not', () => {
    const { row, judged } = judge(tailed(5), { latencyOf: 'p95' });
    expect(row?.latency.increase).toBeGreaterThan(2);
    expect(judged.verdict).toBe('regressed');
    expect(judged.rows[0]?.reasons[0]).toMatchObject({ kind: 'latency', of: 'p95', limit: 0.5 });
    expect(judge(tailed(5), {}).judged.verdict).toBe('pass');
  });

  it('passes where the tail is as it was, and where it rose within the limit', () => {
    expect(judge(tailed(1), { latencyOf: 'p95' }).judged.verdict).toBe('pass');
    expect(judge(tailed(1.3), { latencyOf: 'p95' }).judged.verdict).toBe('pass');
  });

  it('does not take a slow case for a slow side', () => {
    const cells = [1, 1, 1, 9, 1, 1].map((factor, at) => {
      const pairs = [0, 1, 2, 3, 4].map((trial) => ({
        old: reply({ latencyMs: (100 + trial) * factor }),
        new: reply({ latencyMs: (104 - trial) * factor }),
      }));
      return cellOf(`case ${at}`, [batch(pairs)]);
    });
    expect(judge(cells, { latencyOf: 'p95', latencyLimit: 0 }).row?.latency.test?.p).toBeGreaterThan(0.3);
  });

  it('calls replies late by a line of the first round, which later rounds and the sides do not move', () => {
    const pairs = (factor: number) =>
      [1, 2, 3, 4, 5].map((ms) => ({
        old: reply({ latencyMs: ms * factor }),
        new: reply({ latencyMs: (ms + 5) * factor }),
      }));
    const swapped = pairs(1).map((one) => ({ old: one.new, new: one.old }));
    for (const first of [pairs(1), swapped]) {
      const late = paceMeasures([cellOf('a', [batch(first), batch(pairs(100), 2)])], 'p95')('m');
      expect([9, 9.2, 10].map((latencyMs) => late(reply({ latencyMs })))).toEqual([1, 0, 0]);
      expect(late(reply({}))).toBeUndefined();
    }
  });
});

describe('a limit of the first token', () => {
  const begun = (firstTokenMs: number | undefined): Outcome =>
    reply({ latencyMs: 900, ...(firstTokenMs === undefined ? {} : { firstTokenMs }) });
  const cells = (now: readonly (number | undefined)[]) => [
    cellOf('a', [batch(now.map((ms, at) => ({ old: begun(100 + at), new: begun(ms) })))]),
  ];

  it('blocks where replies begin twice as late, though they end as soon', () => {
    const { row, judged } = judge(cells([200, 202, 204, 206, 208]), { latencyOf: 'first-token' });
    expect(row?.latency).toMatchObject({ old: 102, new: 204, increase: 1 });
    expect(judged.rows[0]?.reasons).toMatchObject([{ kind: 'latency', of: 'first-token', old: 102, new: 204 }]);
    expect(judge(cells([200, 202, 204, 206, 208]), {}).judged.verdict).toBe('pass');
  });

  it('is invalid where one reply does not tell it, and without the limit nothing', () => {
    const { judged } = judge(cells([100, 101, undefined, 103, 104]), { latencyOf: 'first-token' });
    expect(judged.verdict).toBe('invalid');
    expect(judged.rows[0]?.reasons).toEqual([{ kind: 'unknown-first-token', row: 'm', side: 'new' }]);
    expect(judge(cells([100, 101, undefined, 103, 104]), { latencyOf: 'p95' }).judged.verdict).toBe('pass');
  });

  it('asks nothing of a row whose cases are the same request on both sides', () => {
    const same = cells([100, 101, 102, 103, 104]).map((cell) => ({ ...cell, identical: true }));
    const kinds = judge(same, { latencyOf: 'first-token' }).judged.rows[0]?.reasons.map(({ kind }) => kind);
    expect(kinds).not.toContain('unknown-first-token');
  });
});

describe('a latency over its limit that chance may explain', () => {
  const slower = (rows: readonly string[], by: number) =>
    rows.flatMap((row) =>
      [100, 200, 300].map((ms, at) => ({
        ...cellOf(`case ${at}`, [batch([{ old: reply({ latencyMs: ms }), new: reply({ latencyMs: ms * by }) }])]),
        row,
      })),
    );
  const kinds = (cells: readonly Cell[], more: Partial<GateSettings> = {}) =>
    judge(cells, { trials: 1, ...more }).judged.rows.map(({ verdict, reasons }) => [
      verdict,
      reasons.filter(({ kind }) => kind.endsWith('latency')),
    ]);

  it('is inconclusive where three replies of three are twice as slow, and says what of it', () => {
    const told = { kind: 'leaning-latency', row: 'm', p: 0.125, old: 200, new: 400, increase: 1, limit: 0.5 };
    expect(kinds(slower(['m'], 2))).toEqual([['inconclusive', [told]]]);
    expect(kinds(tailed(5).slice(0, 4), { trials: 5, latencyOf: 'p95' })).toMatchObject([
      ['inconclusive', [{ of: 'p95', p: expect.closeTo(0.0625, 9) }]],
    ]);
  });

  it('is nothing where it is within the limit, or p says that chance does it often', () => {
    expect(kinds(slower(['m'], 1.4))[0]?.[1]).toEqual([]);
    const [first, ...others] = slower(['m'], 9);
    const swift = others.map((one) => ({
      ...one,
      batches: [batch([{ old: reply({ latencyMs: 250 }), new: reply({ latencyMs: 240 }) }])],
    }));
    expect(kinds(first === undefined ? [] : [first, ...swift], { latencyLimit: 0 })[0]?.[1]).toEqual([]);
  });

  it('is shared by the models, unless so few replies could say no more', () => {
    const mixed = (row: string) =>
      [2, 2, 2, 0.9].map((by, at) => ({
        ...cellOf(`case ${at}`, [
          batch([{ old: reply({ latencyMs: 100 * (at + 1) }), new: reply({ latencyMs: 100 * (at + 1) * by }) }]),
        ]),
        row,
      }));
    const open = (cells: readonly Cell[]) => kinds(cells).map(([, reasons]) => reasons?.length);
    expect(open(mixed('m'))).toEqual([1]);
    expect(open([...mixed('m'), ...mixed('n')])).toEqual([0, 0]);
    expect(open(slower(['m', 'n'], 2))).toEqual([1, 1]);
  });
});
