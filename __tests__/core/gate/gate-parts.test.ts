import { describe, expect, it } from 'vitest';
import { canFall, caseState } from '../../../src/core/gate/compare-case.ts';
import type { Fall, Rejection, Tally } from '../../../src/core/gate/comparison.ts';
import { rowLatency } from '../../../src/core/gate/cost-and-latency.ts';
import { forecastRounds, mostTrials } from '../../../src/core/gate/forecast-rounds.ts';
import { tallySide } from '../../../src/core/gate/measured-batch.ts';
import { disagreement, disagrees, lacksSide } from '../../../src/core/gate/pick-topped-up.ts';
import { scheduleOf } from '../../../src/core/gate/schedule.ts';
import { caseLeans, leaningAlpha, suiteLeans } from '../../../src/core/gate/suite-look.ts';
import { alphaShares } from '../../../src/core/gate/take-look.ts';
import type { Outcome, Pair } from '../../../src/core/outcome.ts';
import { batchOf, cellOf, gateSettings } from '../../support/gate-cells.ts';

const reply = (score: number, more: Partial<Outcome> = {}): Outcome => ({ score, marks: [], metrics: {}, ...more });
const grade = (value: number, check = 'tone') => ({ check, kind: 'judge', value });
const lost = { missing: 'failed' } as const;
const asked = (pairs: readonly Pair[], round = 1, uniform = true) => ({ round, uniform, pairs, oldKept: false });
const pair = (old: Pair['old'], now: Pair['new']): Pair => ({ old, new: now });

describe('alpha', () => {
  it('is the score’s alone while nothing else is tested, else half, the rest shared evenly', () => {
    const tone = { tone: { tolerance: 0 } };
    expect(alphaShares({ alpha: 0.08, metrics: {} })).toEqual({ score: 0.08, metric: 0, limit: 0 });
    expect(alphaShares({ alpha: 0.08, metrics: tone })).toEqual({ score: 0.04, metric: 0.04, limit: 0 });
    expect(alphaShares({ alpha: 0.08, metrics: {}, latencyLimit: 0 })).toEqual({
      score: 0.04,
      metric: 0,
      limit: 0.04,
    });
    expect(alphaShares({ alpha: 0.08, metrics: {}, costLimit: 0, latencyLimit: 0 })).toEqual({
      score: 0.04,
      metric: 0,
      limit: 0.02,
    });
    expect(alphaShares({ alpha: 0.08, metrics: tone, latencyLimit: 1 })).toEqual({
      score: 0.04,
      metric: 0.02,
      limit: 0.02,
    });
  });

  it('leans at 1.6 times its share, half of it pooled and half over the rows', () => {
    expect(leaningAlpha(0.05, 1, 'row')).toBeCloseTo(0.08, 12);
    expect(leaningAlpha(0.05, 0, 'pooled')).toBeCloseTo(0.08, 12);
    expect(leaningAlpha(0.05, 4, 'pooled')).toBeCloseTo(0.04, 12);
    expect(leaningAlpha(0.05, 4, 'row')).toBeCloseTo(0.01, 12);
  });
});

describe('the rounds of a review', () => {
  const of = (sampling: 'adaptive' | 'confirm' | 'fixed', trials: number, newOnly = false) =>
    scheduleOf({ sampling, trials }, newOnly).map((step) => [step.uniform, step.topUp, step.spend, step.goOn]);

  it.each<[number, readonly (readonly number[])[]]>([
    [1, [[1, 0, 1, 0]]],
    [
      2,
      [
        [1, 0, 0.1, 1],
        [0, 1, 1, 0],
      ],
    ],
    [
      6,
      [
        [1, 0, 0.1, 1],
        [0, 5, 1, 0],
      ],
    ],
    [
      7,
      [
        [1, 0, 0.1, 1],
        [0, 5, 1, 0],
      ],
    ],
    [
      8,
      [
        [1, 0, 0.1, 1],
        [0, 5, 0.5, 0.5],
        [2, 5, 1, 0],
      ],
    ],
    [
      11,
      [
        [1, 0, 0.1, 1],
        [0, 5, 0.5, 0.5],
        [2, 5, 1, 0],
      ],
    ],
    [
      12,
      [
        [1, 0, 0.1, 1],
        [0, 5, 0.5, 0.5],
        [2, 5, 0.7, 0.3],
        [4, 0, 1, 0],
      ],
    ],
    [
      99,
      [
        [1, 0, 0.1, 1],
        [0, 5, 0.5, 0.5],
        [2, 5, 0.7, 0.3],
        [4, 0, 1, 0],
      ],
    ],
  ])('that climbs, of at most %i replies a side', (trials, steps) => {
    expect(of('adaptive', trials)).toEqual(steps);
    expect(scheduleOf({ sampling: 'adaptive', trials }, false).map(({ round }) => round)).toEqual(
      steps.map((_, i) => i + 1),
    );
    expect(mostTrials(scheduleOf({ sampling: 'adaptive', trials }, false))).toBeLessThanOrEqual(trials);
  });

  it('that confirms', () => {
    expect(of('confirm', 1)).toEqual([[1, 0, 1, 0]]);
    expect(of('confirm', 2)).toEqual([[2, 0, 1, 0]]);
    expect(of('confirm', 8)).toEqual([
      [2, 0, 0.1, 1],
      [2, 0, 0.3, 1],
      [4, 0, 1, 0],
    ]);
    expect(of('confirm', 12)).toEqual([
      [2, 0, 0.1, 1],
      [2, 0, 0.3, 1],
      [4, 0, 0.6, 1],
      [4, 0, 1, 0],
    ]);
  });

  it('that is fixed, and of an added prompt', () => {
    expect(of('fixed', 9)).toEqual([[9, 0, 1, 0]]);
    expect([of('fixed', 9, true), of('adaptive', 9, true), of('confirm', 2, true)]).toEqual([
      [[9, 0, 1, 0]],
      [[3, 0, 1, 0]],
      [[2, 0, 1, 0]],
    ]);
  });

  it('is forecast: at least the first round of both sides, at most all of it', () => {
    const cells = [cellOf('a', []), cellOf('same', [], { identical: true })];
    expect(forecastRounds(cells, gateSettings())).toEqual({
      first: 3,
      low: 3,
      high: 25,
      cells: [
        { row: 'm', case: 'a', low: 2, usual: expect.closeTo(5.16), high: 24 },
        { row: 'm', case: 'same', low: 1, usual: 1, high: 1 },
      ],
    });
    expect(forecastRounds([cellOf('a', [], { newOnly: true })], gateSettings())).toMatchObject({
      first: 3,
      low: 3,
      high: 3,
    });
    expect(forecastRounds([], gateSettings())).toMatchObject({ first: 0, low: 0, high: 0, cells: [] });
  });
});

describe('what a review usually asks of a case, both sides together', () => {
  const usualOf = (rows: number, cases: number, of: Partial<ReturnType<typeof gateSettings>>) => {
    const cells = Array.from({ length: rows * cases }, (_, at) => cellOf(`c${at}`, [], { row: `m${at % rows}` }));
    const same = cellOf('same', [], { row: 'other', identical: true });
    return forecastRounds([...cells, same], gateSettings(of)).cells[0]?.usual;
  };

  it('grows with the models that may keep the ladder going, up to four of them', () => {
    const adaptive = { sampling: 'adaptive', trials: 12 } as const;
    // One reply, five more where they disagree (12 %), two more in the third round, four in the fourth, by the chance of reaching it.
    const by = (third: number, fourth: number) => 2 * (1 + 0.12 * 5 + 2 * third + 4 * fourth);
    expect(usualOf(1, 3, adaptive)).toBeCloseTo(by(0.25, 0.12), 12);
    expect(usualOf(2, 3, adaptive)).toBeCloseTo(by(1 - 0.75 ** 2, 1 - 0.88 ** 2), 12);
    for (const rows of [4, 6]) expect(usualOf(rows, 3, adaptive)).toBeCloseTo(by(1 - 0.75 ** 4, 1 - 0.88 ** 4), 12);
  });

  it('that is to be confirmed shrinks with the cases of a model, of which 45 prove most of it', () => {
    const confirm = { sampling: 'confirm', trials: 12 } as const;
    const by = (unproven: number) => 2 * (2 + 2 * unproven + 4 * unproven ** 2 + 4 * unproven ** 3);
    expect(usualOf(1, 45, confirm)).toBeCloseTo(by(Math.exp(-1)), 12);
    expect(usualOf(2, 45, confirm)).toBeCloseTo(by(Math.exp(-1)), 12);
    expect(usualOf(3, 90, confirm)).toBeCloseTo(by(Math.exp(-2)), 12);
  });
});

describe('whether a drop leans', () => {
  it('of a suite: p within alpha, down by the tolerance or more', () => {
    const at = { alpha: 0.05, tolerance: 0.02 };
    expect([suiteLeans(0.05, -0.02, at), suiteLeans(0.051, -0.02, at), suiteLeans(0.05, -0.019, at)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([
      suiteLeans(null, -1, at),
      suiteLeans(0, null, at),
      suiteLeans(0, 0, { alpha: 0.05, tolerance: 0 }),
    ]).toEqual([false, false, false]);
  });

  it('of a case: p within the threshold, down by half or more', () => {
    expect([caseLeans(0.02, -0.5, 0.02), caseLeans(0.021, -0.5, 0.02), caseLeans(0.02, -0.49, 0.02)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([caseLeans(0, -1, 0), caseLeans(null, -1, 0.02), caseLeans(0, null, 0.02)]).toEqual([false, false, false]);
  });
});

describe('the replies of a cell', () => {
  const cell = cellOf('a', [batchOf(1, true, '10x', '0xx'), batchOf(2, false, '1', '1')]);

  it('are tallied a side, up to a round', () => {
    expect(tallySide(cell, 'old')).toEqual({ scores: [1, 0, 1], passes: 2, of: 3, missing: 1 });
    expect(tallySide(cell, 'new', 1)).toEqual({ scores: [0], passes: 0, of: 1, missing: 2 });
    expect(tallySide(cellOf('b', [asked([pair(reply(0.5), lost)])]), 'old')).toEqual({
      scores: [0.5],
      passes: null,
      of: 1,
      missing: 0,
    });
  });

  it('lack a side of which none came', () => {
    expect([lacksSide(cell, 1), lacksSide(cell, 0)]).toEqual([false, false]);
    expect(lacksSide(cellOf('b', [batchOf(1, true, '1x', 'xx'), batchOf(2, true, '1', '1')]), 1)).toBe(true);
    expect(lacksSide(cellOf('b', [batchOf(1, true, '1x', 'xx'), batchOf(2, true, '1', '1')]), 2)).toBe(false);
    expect(lacksSide(cellOf('b', [batchOf(1, true, 'xx', '11')]), 1)).toBe(true);
  });

  it.each<[string, readonly Pair[], string]>([
    ['nothing', [pair(lost, lost)], 'none'],
    ['the same', [pair(reply(0.5), reply(0.5))], 'none'],
    ['scores within a third', [pair(reply(0.5), reply(0.8))], 'none'],
    ['scores a third apart', [pair(reply(0.5), reply(0.5 + 1 / 3))], 'grades'],
    ['scores a third apart downwards', [pair(reply(0.9), reply(0.9 - 1 / 3))], 'grades'],
    ['a pass and none', [pair(reply(1, { passes: true }), reply(1, { passes: false }))], 'marks'],
    ['other marks', [pair(reply(1, { marks: [true, true] }), reply(1, { marks: [true, false] }))], 'marks'],
    [
      'grades half a scale apart',
      [pair(reply(0.5, { graded: [grade(0.2)] }), reply(0.5, { graded: [grade(0.7)] }))],
      'grades',
    ],
    [
      'grades less far apart',
      [pair(reply(0.5, { graded: [grade(0.2)] }), reply(0.5, { graded: [grade(0.69)] }))],
      'none',
    ],
    [
      'grades of two checks',
      [pair(reply(0.5, { graded: [grade(0.2)] }), reply(0.5, { graded: [grade(0.9, 'other')] }))],
      'none',
    ],
  ])('of %s disagree by %s', (_, pairs, how) => {
    const one = cellOf('a', [asked(pairs), asked([pair(reply(0), reply(1))], 2)]);
    expect(disagreement(one, 1)).toBe(how);
    expect(disagrees(one, 1)).toBe(how !== 'none');
    expect(disagrees(one, 2)).toBe(true);
  });

  it.each<[string, Pair, boolean]>([
    ['an old pass', pair(reply(1, { passes: true }), lost), true],
    ['an old failure', pair(reply(0, { passes: false }), reply(1, { passes: true })), false],
    ['an old score', pair(reply(0.1), lost), true],
    ['an old score of nothing', pair(reply(0), reply(1)), false],
    ['an old grade that could fall by half', pair(reply(0, { passes: false, graded: [grade(0.5)] }), lost), true],
    ['an old grade that could not', pair(reply(0, { passes: false, graded: [grade(0.49)] }), lost), false],
    ['nothing', pair(lost, reply(1)), false],
  ])('of %s have something to lose or not', (_, one, able) => {
    expect(canFall(cellOf('a', [asked([one])]), 1)).toBe(able);
    expect(canFall(cellOf('a', [asked([one], 2)]), 1)).toBe(false);
  });

  it('of an added prompt have what the new side has', () => {
    const added = cellOf('a', [asked([pair({ missing: 'absent' }, reply(1, { passes: true }))])], { newOnly: true });
    expect(canFall(added, 1)).toBe(true);
  });

  it('have a median latency over the uniform rounds of base’s cases', () => {
    const took = (...ms: readonly number[]) =>
      ms.map((latencyMs) => pair(reply(1, { latencyMs }), reply(1, { latencyMs: latencyMs * 2 })));
    const cells = [
      cellOf('a', [asked(took(30, 10)), asked(took(9_000), 2), asked(took(9_000), 1, false)]),
      cellOf('b', [asked([...took(20), pair(lost, reply(1))])]),
      cellOf('added', [asked(took(9_000))], { family: 'added' }),
      cellOf('same', [asked(took(9_000))], { identical: true }),
    ];
    expect(rowLatency(cells, 1)).toEqual({ old: 20, new: 40, increase: 1 });
    expect(rowLatency(cells.slice(0, 1), 1)).toEqual({ old: 20, new: 40, increase: 1 });
    expect(rowLatency([], 1)).toEqual({ old: null, new: null, increase: null });
    expect(rowLatency([cellOf('a', [asked(took(0))])], 1)).toEqual({ old: 0, new: 0, increase: null });
  });
});

describe('what became of a case', () => {
  const tally = (
    scores: readonly number[],
    passes: number | null = scores.filter((one) => one === 1).length,
  ): Tally => ({ scores, passes, of: scores.length, missing: 0 });
  const confirmed = (delta: number): Rejection => ({ round: 1, p: 0.01, alpha: 0.02, delta });
  const fall = (proven: Rejection | null): Fall => ({
    check: 'tone',
    old: 1,
    new: 0.2,
    delta: -0.8,
    p: 0.01,
    confirmed: proven,
  });
  const found = {
    newOnly: false,
    old: tally([1, 1]),
    new: tally([1, 1]),
    delta: 0,
    confirmed: null,
    falls: [],
    improved: false,
  };

  it.each<[string, Partial<Parameters<typeof caseState>[0]>, string]>([
    ['holds', {}, 'same'],
    ['has no new reply', { new: tally([]) }, 'unscored'],
    ['has no old reply', { old: tally([]) }, 'unscored'],
    ['has no old side', { old: tally([]), newOnly: true }, 'same'],
    ['is confirmed down by half', { delta: -0.5, confirmed: confirmed(-0.5) }, 'regressed'],
    ['is confirmed down by less', { delta: -0.4, confirmed: confirmed(-0.4) }, 'same'],
    ['fell by half', { delta: -0.5, new: tally([0, 1]) }, 'fell'],
    ['fell by less', { delta: -0.4, old: tally([1, 0]), new: tally([0, 1]) }, 'flaky'],
    ['fell in a grade', { falls: [fall(null)] }, 'fell'],
    ['is confirmed to have', { falls: [fall(confirmed(-0.8))] }, 'regressed'],
    ['is better', { improved: true }, 'improved'],
    ['always fails', { old: tally([0, 0]), new: tally([0]) }, 'failing'],
    ['holds on one side', { old: tally([1, 0]) }, 'same'],
    ['holds on neither', { old: tally([1, 0]), new: tally([0, 1]) }, 'flaky'],
    ['scores nothing', { old: tally([0, 0], null), new: tally([0], null) }, 'failing'],
    ['scores within a third', { old: tally([0.2, 0.5], null), new: tally([0, 1], null) }, 'same'],
    ['scores over a third', { old: tally([0.2, 0.54], null), new: tally([0, 1], null) }, 'flaky'],
  ])('that %s', (_, change, state) => {
    expect(caseState({ ...found, ...change })).toBe(state);
  });
});
