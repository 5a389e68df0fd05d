import { describe, expect, it } from 'vitest';
import type { CaseComparison, MetricComparison, RowComparison } from '../../../src/core/gate/comparison.ts';
import { decideVerdict } from '../../../src/core/gate/decide-verdict.ts';
import { caseDoubt, doubtReasons, pooledDoubt } from '../../../src/core/gate/doubt-reasons.ts';
import type { Reason, ReasonKind } from '../../../src/core/gate/reason.ts';
import { pooledReasons, regressionReasons } from '../../../src/core/gate/regression-reasons.ts';
import type { GateSettings } from '../../../src/core/gate/settings.ts';
import { verdictOfReason } from '../../../src/core/gate/verdict-of-reason.ts';
import {
  comparedCase,
  comparedPrompt,
  comparedRow,
  comparedTogether,
  fallOf,
  rejected,
} from '../../support/compared-rows.ts';
import { gateSettings } from '../../support/gate-samples.ts';

const none = { scores: [], passes: null, of: 0, missing: 0 };
const allOf = { passes: 5, of: 5 };
const toldOf = (
  row: Partial<RowComparison>,
  kind: 'both' | 'new-only',
  settings: Partial<GateSettings>,
  kinds: readonly ReasonKind[],
) =>
  decideVerdict(comparedPrompt([comparedRow(row)], { kind }), gateSettings(settings)).rows.flatMap(({ reasons }) =>
    reasons.filter((reason) => kinds.includes(reason.kind)),
  );

describe('a row is regressed', () => {
  const reasons = (row: Partial<RowComparison>, settings: Partial<GateSettings> = {}) =>
    regressionReasons(comparedRow(row), gateSettings(settings));
  const ofCase = (changed: Partial<CaseComparison>, settings: Partial<GateSettings> = {}) =>
    reasons({ cases: [comparedCase('a', changed)] }, settings);

  it('by nothing where nothing happened', () => {
    expect(reasons({}, { minScore: 1, costLimit: 0, latencyLimit: 0 })).toEqual([]);
  });

  it('by its suite', () => {
    expect(reasons({ rejection: rejected(-0.1) })).toEqual([
      { kind: 'suite', row: 'm', round: 1, p: 0.001, alpha: 0.02, delta: -0.1, tolerance: 0.02 },
    ]);
  });

  const told = { kind: 'case', row: 'm', case: 'a', family: 'base', old: allOf, new: allOf, blocks: true } as const;

  it('by a case that is confirmed down by half, under `cases: warn` as a note', () => {
    expect(ofCase({ confirmed: rejected(-0.5) })).toEqual([{ ...told, ...rejected(-0.5) }]);
    expect(ofCase({ confirmed: rejected(-0.5), family: 'added' }, { cases: 'warn' })).toEqual([
      { ...told, ...rejected(-0.5), family: 'added', blocks: false },
    ]);
    expect(ofCase({ confirmed: rejected(-0.49) })).toEqual([]);
  });

  it('by a grade that is confirmed to have fallen, where the case itself is not', () => {
    const confirmed = rejected(-0.6);
    const falls = [fallOf(-0.8, { check: 'first' }), fallOf(-0.6, { confirmed })];
    const fall = { check: 'tone', old: 1, new: 0.4 };
    for (const own of [null, rejected(-0.4)])
      expect(ofCase({ falls, confirmed: own })).toEqual([{ ...told, ...confirmed, fall }]);
    expect(ofCase({ falls, confirmed: rejected(-0.5) })).toEqual([{ ...told, ...rejected(-0.5) }]);
    expect(ofCase({ falls: [fallOf(-0.8)] })).toEqual([]);
  });

  it('by a metric that gates, not by one that advises', () => {
    const metric = (rejection: MetricComparison['rejection']): MetricComparison => ({
      ...comparedRow().score,
      gated: true,
      test: null,
      rejection,
    });
    const metrics = { tone: metric(rejected(-0.2)), constructor: metric(rejected(-0.2)), calm: metric(null) };
    expect(reasons({ metrics }, { metrics: { tone: { tolerance: 0.1 }, calm: { tolerance: 0 } } })).toEqual([
      { kind: 'metric', row: 'm', metric: 'tone', round: 1, p: 0.001, alpha: 0.02, delta: -0.2, tolerance: 0.1 },
    ]);
  });

  it('under the least score, and not at it', () => {
    const at = (score: number | null) => reasons({ score: { ...comparedRow().score, new: score } }, { minScore: 0.7 });
    expect(at(0.69)).toEqual([{ kind: 'min-score', row: 'm', score: 0.69, minimum: 0.7 }]);
    expect([at(0.7), at(0.7 - 5e-10), at(null)]).toEqual([[], [], []]);
  });

  it('by a cost whose test rejects, under a limit alone', () => {
    const cost = { old: 0.01, new: 0.016, increase: 0.6, test: null, rejection: rejected(-0.5) };
    const { round, p, alpha } = rejected(0);
    expect(reasons({ cost }, { costLimit: 0.5 })).toEqual([
      { kind: 'cost', row: 'm', round, p, alpha, old: 0.01, new: 0.016, increase: 0.6, limit: 0.5 },
    ]);
    expect(reasons({ cost: { ...cost, old: 0, increase: null } }, { costLimit: 0.5 })).toMatchObject([
      { kind: 'cost', increase: null },
    ]);
    expect(reasons({ cost })).toEqual([]);
    for (const lacks of [{ old: null }, { new: null }, { rejection: null }])
      expect(reasons({ cost: { ...cost, ...lacks } }, { costLimit: 0.5 })).toEqual([]);
  });

  it('by a latency whose test rejects, under a limit alone', () => {
    const latency = { old: 100, new: 200, increase: 1, test: null, rejection: rejected(-0.7) };
    const { round, p, alpha } = rejected(0);
    expect(reasons({ latency }, { latencyLimit: 0.5 })).toEqual([
      { kind: 'latency', row: 'm', round, p, alpha, old: 100, new: 200, increase: 1, limit: 0.5 },
    ]);
    expect(reasons({ latency })).toEqual([]);
    for (const lacks of [{ old: null }, { new: null }, { increase: null }, { rejection: null }])
      expect(reasons({ latency: { ...latency, ...lacks } }, { latencyLimit: 0.5 })).toEqual([]);
  });

  it('together with the others by their suite and their metrics', () => {
    const together = (pooled: Parameters<typeof comparedTogether>[0]) =>
      pooledReasons(
        comparedPrompt([], { pooled: comparedTogether(pooled) }),
        gateSettings({ metrics: { tone: { tolerance: 0.1 } } }),
      );
    expect(pooledReasons(comparedPrompt([]), gateSettings())).toEqual([]);
    expect(together({})).toEqual([]);
    const metrics = { tone: rejected(-0.2), constructor: rejected(-0.2) };
    expect(together({ rejection: rejected(-0.1), metrics })).toEqual([
      { kind: 'suite', row: null, ...rejected(-0.1), tolerance: 0.02 },
      { kind: 'metric', row: null, metric: 'tone', ...rejected(-0.2), tolerance: 0.1 },
    ]);
  });
});

describe('a row is in doubt', () => {
  const two = [comparedRow(), comparedRow({ row: 'n' })];
  const reasons = (row: Partial<RowComparison>, settings: Partial<GateSettings> = {}, rows = two.slice(1)) =>
    doubtReasons(comparedRow(row), { rows, leaning: 0.02 }, gateSettings(settings));
  const score = (changed: Partial<RowComparison['score']>) => ({ score: { ...comparedRow().score, ...changed } });

  it('by nothing where nothing happened', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({}, { sampling: 'confirm' })).toEqual([]);
  });

  it('where its mean leans at 1.6 times its alpha', () => {
    const leans = score({ p: 0.08, delta: -0.02 });
    const told = { kind: 'leaning', row: 'm', p: 0.08, delta: -0.02, tolerance: 0.02 };
    expect(reasons(leans)).toEqual([{ ...told, alpha: expect.closeTo(0.08, 12) }]);
    expect(reasons(leans, {}, two)).toEqual([]);
    expect(reasons(score({ p: 0.02, delta: -0.02 }), {}, two)).toMatchObject([{ alpha: expect.closeTo(0.02, 12) }]);
    for (const none of [score({ p: null, delta: -1 }), score({ p: 0, delta: null }), score({ p: 0, delta: -0.01 })])
      expect(reasons(none)).toEqual([]);
  });

  it('where `confirm` has not proven it, and something could have fallen', () => {
    const confirm = { sampling: 'confirm' } as const;
    const told = (low: number | null) => [{ kind: 'unproven', row: 'm', low, margin: 0.1 }];
    expect(reasons(score({ low: -0.11 }), confirm)).toEqual(told(-0.11));
    expect(reasons(score({ low: null }), confirm)).toEqual(told(null));
    expect([reasons(score({ low: -0.1 }), confirm), reasons(score({ low: -0.1 - 5e-10 }), confirm)]).toEqual([[], []]);
    expect(reasons(score({ low: -0.11 }))).toEqual([]);
    expect(reasons({ ...score({ low: -0.11 }), cases: [] }, confirm)).toEqual([]);
    const idle = (cases: number) => ({ case: false, drop: null, halvedBy: null, couldFall: { cases, of: 3 } });
    expect(reasons({ ...score({ low: -0.11 }), wouldSee: idle(0) }, confirm)).toEqual([]);
    expect(reasons({ ...score({ low: -0.11 }), wouldSee: idle(1) }, confirm)).toEqual(told(-0.11));
  });

  it('where it could not have seen a case break', () => {
    const blind = { trials: 2, trialsNeeded: 4 };
    expect(reasons({ wouldSee: { case: false, drop: null, halvedBy: null, blind } })).toEqual([
      { kind: 'blind', row: 'm', trials: 2, trialsNeeded: 4 },
    ]);
  });

  it('where missing replies would decide, and where one side lost more of them', () => {
    const missing = { old: { missing: 1, of: 50 }, new: { missing: 2, of: 60 } };
    expect(reasons({ missing, worstCaseFails: true })).toEqual([
      { kind: 'missing-decides', row: 'm', missing: { old: 1, new: 2 }, of: 110 },
    ]);
    expect(reasons({ answered: { old: 1, new: 0.9, p: 0.1 } })).toEqual([
      { kind: 'answered', row: 'm', p: 0.1, alpha: 0.1, old: 1, new: 0.9 },
    ]);
    expect(reasons({ answered: { old: 1, new: 0.9, p: 0.11 } })).toEqual([]);
  });

  it('together with the others where they lean', () => {
    const together = (p: number, delta: number | null, rows = two) =>
      pooledDoubt(comparedPrompt(rows, { pooled: comparedTogether({ p, delta }) }), gateSettings());
    expect(together(0.04, -0.02)).toEqual([
      { kind: 'leaning', row: null, p: 0.04, alpha: expect.closeTo(0.04, 12), delta: -0.02, tolerance: 0.02 },
    ]);
    expect([together(0.05, -0.02), together(0.04, -0.01), together(0.04, null)]).toEqual([[], [], []]);
    expect(pooledDoubt(comparedPrompt(two), gateSettings())).toEqual([]);
  });
});

describe('a case is in doubt', () => {
  const doubt = (changed: Partial<CaseComparison>, leaning = 0.02) =>
    caseDoubt('m', comparedCase('a', changed), { tolerance: 0.02, leaning });
  const told = { kind: 'leaning-case', row: 'm', case: 'a', alpha: 0.02, confirmed: false };

  it('where it fell by half and hardly by chance', () => {
    expect(doubt({ p: 0.02, delta: -0.5 })).toEqual([{ ...told, p: 0.02, delta: -0.5 }]);
    expect([doubt({}), doubt({ p: 0.021, delta: -0.5 }), doubt({ p: 0.02, delta: -0.4 })]).toEqual([[], [], []]);
    expect([doubt({ p: null, delta: -1 }), doubt({ p: 0, delta: null })]).toEqual([[], []]);
  });

  it('where a grade of it did, unless its passes tell as much or a grade is proven', () => {
    const falls = [fallOf(-0.9, { check: 'first', p: 0.3 }), fallOf(-0.6, { p: 0.01 })];
    const fall = { ...told, p: 0.01, delta: -0.6, fall: { check: 'tone', old: 1, new: 0.4 } };
    expect(doubt({ falls })).toEqual([fall]);
    expect(doubt({ falls, p: null, delta: null })).toEqual([fall]);
    expect(doubt({ falls, p: 0.01, delta: -0.7 })).toEqual([{ ...told, p: 0.01, delta: -0.7 }]);
    expect(doubt({ falls: [...falls, fallOf(-0.7, { confirmed: rejected(-0.7) })] })).toEqual([]);
    expect(doubt({ falls: [fallOf(-0.6, { p: 0.01, confirmed: rejected(-0.6) })] })).toEqual([]);
    expect(doubt({ falls: [fallOf(-0.6, { p: null })] })).toEqual([]);
    // One that is confirmed down by less tells of the grade that fell further.
    expect(doubt({ falls, confirmed: rejected(-0.3), p: 0.001, delta: -0.3 })).toEqual([fall]);
  });

  it('where it is surely worse by less than half, and by no more than the tolerance it is accepted', () => {
    const worse = (delta: number, confirmed = delta) => doubt({ p: 0.001, delta, confirmed: rejected(confirmed) });
    expect(worse(-0.3)).toEqual([{ ...told, alpha: 0.02, p: 0.001, delta: -0.3, confirmed: true }]);
    const tolerated = { kind: 'tolerated-case', row: 'm', case: 'a', round: 1, p: 0.001, alpha: 0.02, tolerance: 0.02 };
    expect(worse(-0.02)).toEqual([{ ...tolerated, delta: -0.02 }]);
    expect(worse(-0.01, -0.02)).toEqual([{ ...tolerated, delta: -0.01 }]);
    expect([worse(-0.01, -0.03), worse(-0.03, -0.01)]).toMatchObject([[{ confirmed: true }], [{ confirmed: true }]]);
    expect(worse(-0.6)).toEqual([]);
    // Down by half since it was confirmed for less: told as it was confirmed.
    expect(worse(-0.5, -0.4)).toEqual([{ ...told, p: 0.001, delta: -0.5, confirmed: true }]);
    expect(doubt({ p: null, delta: -0.3, confirmed: rejected(-0.3) })).toEqual([]);
    expect(doubt({ p: 0.001, delta: null, confirmed: rejected(-0.3) })).toEqual([]);
  });
});

describe('a row is judged honestly', () => {
  const reasons = (row: Partial<RowComparison>, settings: Partial<GateSettings> = {}, kind?: 'new-only') =>
    toldOf(row, kind ?? 'both', settings, ['empty-replies', 'missing', 'unanswered-case', 'unknown-price']);
  const tally = (of: number, missing: number) => ({ scores: [], passes: of, of, missing });
  const came = (of: number, empty: number) => ({ ...comparedRow().replies.old, of, empty });

  it('where nothing is missing, empty or without a price', () => {
    expect(reasons({}, { costLimit: 0 })).toEqual([]);
    expect(reasons({ replies: { old: came(0, 0), new: came(0, 0) } })).toEqual([]);
  });

  it('unless every new reply is empty, or every reply of both', () => {
    const empty = (old: readonly [number, number], now: readonly [number, number]) =>
      reasons({ replies: { old: came(...old), new: came(...now) } });
    expect(empty([5, 0], [4, 4])).toEqual([{ kind: 'empty-replies', row: 'm', side: 'new', of: 4 }]);
    expect(empty([5, 5], [4, 4])).toEqual([{ kind: 'empty-replies', row: 'm', side: 'both', of: 9 }]);
    expect(empty([0, 0], [4, 4])).toEqual([{ kind: 'empty-replies', row: 'm', side: 'new', of: 4 }]);
    expect([empty([5, 5], [4, 3]), empty([5, 5], [0, 0])]).toEqual([[], []]);
  });

  it('unless over a tenth of a side is missing', () => {
    const lacking = (missing: number) =>
      reasons({
        cases: [comparedCase('a', { new: tally(18 - missing, missing) }), comparedCase('b', { new: tally(2, 0) })],
        missing: { old: { missing: 0, of: 20 }, new: { missing, of: 20 } },
      });
    expect(lacking(2)).toEqual([]);
    expect(lacking(3)).toEqual([{ kind: 'missing', row: 'm', side: 'new', missing: 3, of: 20 }]);
  });

  it('unless a case has no reply at all, which is set aside where it is one of ten or more', () => {
    const among = (whole: number, changed: Partial<CaseComparison> = { old: tally(0, 7) }) =>
      reasons({
        cases: [
          comparedCase('gone', changed),
          ...Array.from({ length: whole }, (_, at) => comparedCase(`w${at}`, { old: tally(1, 0), new: tally(1, 0) })),
        ],
        missing: { old: { missing: 7, of: 16 }, new: { missing: 0, of: 16 } },
      });
    const gone = (side: 'old' | 'new', setAside: boolean) => ({
      kind: 'unanswered-case',
      row: 'm',
      case: 'gone',
      side,
      setAside,
    });
    // It counts once among the cases, not seven times among the replies.
    expect(among(9)).toEqual([gone('old', true)]);
    expect(among(8)).toEqual([{ kind: 'missing', row: 'm', side: 'old', missing: 7, of: 16 }, gone('old', false)]);
    expect(among(9, { new: tally(0, 7) })).toEqual([gone('new', true)]);
    expect(among(9, { old: tally(0, 7), new: tally(0, 7) })).toEqual([gone('old', true), gone('new', true)]);
  });

  it('of an added prompt by its new side alone', () => {
    const cases = [comparedCase('a', { old: none })];
    expect(reasons({ cases }, {}, 'new-only')).toEqual([]);
    expect(reasons({ cases: [comparedCase('a', { old: none, new: none })] }, {}, 'new-only')).toMatchObject([
      { kind: 'unanswered-case', side: 'new' },
    ]);
    expect(reasons({ cost: noCost }, { costLimit: 1 }, 'new-only')).toEqual([]);
  });

  it('unless a price is unknown under a limit, of a side that had a reply', () => {
    const cost = noCost;
    const unknown = (side: 'old' | 'new') => ({ kind: 'unknown-price', row: 'm', side });
    expect(reasons({ cost }, { costLimit: 1 })).toEqual([unknown('old'), unknown('new')]);
    expect(reasons({ cost: { ...cost, old: 1 } }, { costLimit: 1 })).toEqual([unknown('new')]);
    expect(reasons({ cost })).toEqual([]);
    const missing = { old: { missing: 5, of: 5 }, new: { missing: 4, of: 5 } };
    expect(reasons({ cost, missing }, { costLimit: 1 })).toEqual([unknown('new')]);
  });
});

const noCost = { old: null, new: null, increase: null, test: null, rejection: null };

describe('a row shows nothing', () => {
  const idle = comparedCase('idle', { canFall: false });
  const shown = (cases: readonly CaseComparison[], kind: 'both' | 'new-only' = 'both') =>
    toldOf({ cases }, kind, {}, ['nothing-passes']);
  const told = (side: 'old' | 'new', cases: number) => [{ kind: 'nothing-passes', row: 'm', side, cases }];

  it('where none of the cases that both sides were asked could fall', () => {
    expect(shown([idle, idle])).toEqual(told('old', 2));
    expect(shown([idle, comparedCase('a')])).toEqual([]);
    expect(shown([])).toEqual([]);
  });

  it('whatever the cases are that both are asked alike, or that have no old reply', () => {
    expect(shown([idle, comparedCase('alike', { identical: true }), comparedCase('gone', { old: none })])).toEqual(
      told('old', 1),
    );
    expect(shown([comparedCase('alike', { identical: true, canFall: false })])).toEqual([]);
    expect(shown([{ ...idle, old: none }])).toEqual([]);
    expect(shown([{ ...idle, old: none }], 'new-only')).toEqual(told('new', 1));
    expect(shown([{ ...idle, identical: true }], 'new-only')).toEqual(told('new', 1));
    expect(shown([{ ...idle, new: none }], 'new-only')).toEqual([]);
  });
});

describe('a reason asks for', () => {
  const at = { row: 'm', round: 1, p: 0.001, alpha: 0.02 };
  const ofCase = { ...at, kind: 'case', case: 'a', family: 'base', delta: -1, old: allOf, new: allOf } as const;
  const edits = { kind: 'own-edits', row: 'm', cases: [], unasked: 1 } as const;
  const gone = { kind: 'unanswered-case', row: 'm', case: 'a', side: 'new' } as const;
  const decides = (old: number, now: number): Reason => ({
    kind: 'missing-decides',
    row: 'm',
    missing: { old, new: now },
    of: 100,
  });

  it.each<[Reason, string]>([
    [{ ...at, kind: 'suite', delta: -1, tolerance: 0 }, 'regressed'],
    [{ ...ofCase, blocks: true }, 'regressed'],
    [{ ...ofCase, blocks: false }, 'pass'],
    [{ ...at, kind: 'metric', metric: 'tone', delta: -1, tolerance: 0 }, 'regressed'],
    [{ kind: 'failing-case', row: 'm', case: 'a', new: allOf }, 'failing'],
    [{ kind: 'min-score', row: 'm', score: 0, minimum: 1 }, 'regressed'],
    [{ ...at, kind: 'cost', old: 1, new: 2, increase: 1, limit: 0 }, 'regressed'],
    [{ ...at, kind: 'latency', old: 1, new: 2, increase: 1, limit: 0 }, 'regressed'],
    [{ kind: 'missing', row: 'm', side: 'new', missing: 1, of: 2 }, 'invalid'],
    [{ ...gone, setAside: false }, 'invalid'],
    [{ ...gone, setAside: true }, 'pass'],
    [{ kind: 'unknown-price', row: 'm', side: 'new' }, 'invalid'],
    [{ ...edits, allowed: false }, 'inconclusive'],
    [{ ...edits, allowed: true }, 'pass'],
    [{ kind: 'other-question', row: 'm', cases: [], dropped: [], brought: [] }, 'inconclusive'],
    [{ kind: 'empty-replies', row: 'm', side: 'new', of: 1 }, 'invalid'],
    [{ kind: 'nothing-passes', row: 'm', side: 'old', cases: 1 }, 'unreviewed'],
    [{ kind: 'leaning', row: 'm', p: 0, alpha: 0, delta: -1, tolerance: 0 }, 'inconclusive'],
    [{ kind: 'leaning-case', row: 'm', case: 'a', p: 0, alpha: 0, delta: -1, confirmed: true }, 'inconclusive'],
    [{ ...at, kind: 'tolerated-case', case: 'a', delta: 0, tolerance: 0 }, 'pass'],
    [{ kind: 'blind', row: 'm', trials: 1, trialsNeeded: null }, 'inconclusive'],
    [{ kind: 'unproven', row: 'm', low: null, margin: 0 }, 'inconclusive'],
    [decides(1, 1), 'inconclusive'],
    [decides(1, 2), 'invalid'],
    [decides(3, 0), 'invalid'],
    [{ kind: 'answered', row: 'm', p: 0, alpha: 0, old: 1, new: 0 }, 'inconclusive'],
    [{ kind: 'kept-replies', row: 'm', refuted: false }, 'inconclusive'],
    [{ kind: 'kept-replies', row: 'm', refuted: true }, 'pass'],
  ])('%j: %s', (reason, verdict) => {
    expect(verdictOfReason(reason)).toBe(verdict);
  });
});
