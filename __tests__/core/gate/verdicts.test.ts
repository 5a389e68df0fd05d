import { describe, expect, it } from 'vitest';
import type { CaseComparison, Comparison, RowComparison } from '../../../src/core/gate/comparison.ts';
import { decideVerdict, type GateVerdict, type RowVerdict } from '../../../src/core/gate/decide-verdict.ts';
import type { Reason } from '../../../src/core/gate/reason.ts';
import type { GateSettings } from '../../../src/core/gate/settings.ts';
import { fellIn, tellFailing, tellOwnEdits, withReasons } from '../../../src/core/gate/with-reasons.ts';
import type { Cell, Outcome } from '../../../src/core/outcome.ts';
import type { Verdict } from '../../../src/core/verdict.ts';
import { comparedCase, comparedPrompt, comparedRow, comparedTogether, rejected } from '../../support/compared-rows.ts';
import { batchOf, cellOf } from '../../support/gate-cells.ts';
import { gateSettings } from '../../support/gate-samples.ts';

const decide = (comparison: Comparison, settings: Partial<GateSettings> = {}, fresh?: Comparison) =>
  decideVerdict(comparison, gateSettings(settings), fresh);
const kindsOf = ({ reasons, rows }: GateVerdict) => ({
  reasons: reasons.map(({ kind }) => kind),
  rows: rows.map((row) => row.reasons.map(({ kind }) => kind)),
});
const ofRow = (changed: Partial<RowComparison>, settings: Partial<GateSettings> = {}) =>
  decide(comparedPrompt([comparedRow(changed)]), settings);
const broken = comparedCase('broken', { confirmed: rejected(-1), state: 'regressed', delta: -1 });
const leaning = comparedCase('leaning', { p: 0.01, delta: -0.6 });
const idle = comparedCase('idle', { canFall: false });

describe('a prompt of one row', () => {
  const row = (changed: Partial<RowVerdict> = {}): RowVerdict => ({
    row: 'm',
    verdict: 'pass',
    reasons: [],
    pooledOnly: false,
    showInterval: true,
    ...changed,
  });

  it('passes where nothing speaks against it', () => {
    expect(ofRow({})).toEqual({ verdict: 'pass', reasons: [], rows: [row()] });
    expect(decide(comparedPrompt([]))).toEqual({ verdict: 'skipped', reasons: [], rows: [] });
  });

  it('is regressed by its own reasons, the worst first, with what leans beside them', () => {
    const { verdict, rows } = ofRow({ rejection: rejected(-0.1), cases: [leaning, broken] }, { cases: 'warn' });
    expect([verdict, rows[0]?.verdict, rows[0]?.pooledOnly]).toEqual(['regressed', 'regressed', false]);
    expect(rows[0]?.reasons.map(({ kind }) => kind)).toEqual(['suite', 'leaning-case', 'case']);
  });

  it('tells what it would have doubted only where it is not regressed', () => {
    const doubted = { worstCaseFails: true, cases: [leaning] };
    expect(kindsOf(ofRow(doubted)).rows).toEqual([['leaning-case', 'missing-decides']]);
    expect(kindsOf(ofRow({ ...doubted, rejection: rejected(-1) })).rows).toEqual([['suite', 'leaning-case']]);
    expect(kindsOf(decide(comparedPrompt([comparedRow(doubted)], { kind: 'new-only' }))).rows).toEqual([[]]);
  });

  it('is invalid before it is inconclusive, and shows nothing only where nothing fell', () => {
    const empty = { ...comparedRow().replies, new: { ...comparedRow().replies.new, of: 5, empty: 5 } };
    expect(kindsOf(ofRow({ cases: [leaning], replies: empty })).rows).toEqual([['empty-replies', 'leaning-case']]);
    expect(ofRow({ cases: [leaning], replies: empty }).verdict).toBe('invalid');
    expect(ofRow({ cases: [idle] })).toMatchObject({ verdict: 'unreviewed' });
    expect(kindsOf(ofRow({ cases: [idle], rejection: rejected(-1) })).rows).toEqual([['suite']]);
    const fallen = { ...idle, confirmed: rejected(-1) };
    expect(kindsOf(ofRow({ cases: [fallen] }, { cases: 'warn' })).rows).toEqual([['case']]);
    expect(kindsOf(ofRow({ cases: [idle] }, { minScore: 1.1 })).rows).toEqual([['min-score', 'nothing-passes']]);
  });

  it('shows its interval unless a case is confirmed, or it is regressed and the interval does not say so', () => {
    const shown = (changed: Partial<RowComparison>) => ofRow(changed).rows[0]?.showInterval;
    const score = (low: number | null, high: number | null) => ({ ...comparedRow().score, low, high });
    expect(shown({ score: score(null, 0.1) })).toBe(false);
    expect(shown({ cases: [comparedCase('a', { state: 'regressed' })] })).toBe(false);
    expect(shown({ cases: [comparedCase('a'), comparedCase('b', { state: 'regressed' })] })).toBe(false);
    const regressed = { rejection: rejected(-0.1) };
    expect(shown({ ...regressed, score: score(-0.2, -0.01) })).toBe(true);
    expect(shown({ ...regressed, score: score(-0.2, 0) })).toBe(false);
    expect(shown({ ...regressed, score: score(-0.2, null) })).toBe(false);
    expect(shown({ score: score(-0.2, -0.01) })).toBe(true);
  });
});

describe('a prompt of several rows', () => {
  const together = comparedTogether({ rejection: rejected(-0.1) });
  const two = (first: Partial<RowComparison>, pooled: Comparison['pooled'] = together) =>
    decide(comparedPrompt([comparedRow({ ...first, row: 'one' }), comparedRow({ row: 'two' })], { pooled }));

  it('is regressed on all of them by the test over all, where none is by itself', () => {
    const { verdict, reasons, rows } = two({});
    expect([verdict, reasons.map(({ kind }) => kind)]).toEqual(['regressed', ['suite']]);
    expect(rows.map((row) => [row.verdict, row.pooledOnly, row.reasons])).toEqual([
      ['regressed', true, []],
      ['regressed', true, []],
    ]);
  });

  it('is regressed where it is by itself, and the others hold', () => {
    const { verdict, reasons, rows } = two({ rejection: rejected(-0.1) });
    expect([verdict, reasons.map(({ kind, row }) => [kind, row])]).toEqual(['regressed', [['suite', null]]]);
    expect(rows.map((row) => [row.verdict, row.pooledOnly])).toEqual([
      ['regressed', false],
      ['pass', false],
    ]);
  });

  it('leans together, where no row is regressed', () => {
    const leans = comparedTogether({ p: 0.04, delta: -0.02 });
    expect(two({}, leans)).toMatchObject({ verdict: 'inconclusive', reasons: [{ kind: 'leaning', row: null }] });
    expect(two({ rejection: rejected(-0.1) }, leans)).toMatchObject({ verdict: 'regressed', reasons: [] });
    expect(two({}, null)).toMatchObject({ verdict: 'pass', reasons: [] });
  });

  it('tells nothing idle of a row that is regressed together with others', () => {
    expect(kindsOf(two({ cases: [idle] })).rows).toEqual([[], []]);
    expect(kindsOf(two({ cases: [idle] }, null)).rows).toEqual([['nothing-passes'], []]);
  });
});

describe('a rejection that rests on kept replies', () => {
  const kept = [{ row: 'm', case: 'a', round: 1, uniform: true, trials: 1 }];
  const comparison = (changed: Partial<RowComparison>, more: Partial<Comparison> = {}) =>
    comparedPrompt([comparedRow(changed)], { needsFresh: kept, ...more });
  const suite = comparison({ rejection: rejected(-0.1) });

  it('is inconclusive until they were asked afresh', () => {
    const { verdict, reasons, rows } = decide(suite);
    expect([verdict, reasons]).toEqual(['inconclusive', []]);
    expect(rows).toEqual([
      {
        row: 'm',
        verdict: 'inconclusive',
        reasons: [{ kind: 'kept-replies', row: 'm', refuted: false }],
        pooledOnly: false,
        showInterval: false,
      },
    ]);
  });

  it('leaves what the new side alone breaks, and what was in doubt', () => {
    const { verdict, rows } = decide(comparison({ rejection: rejected(-0.1), cases: [broken, leaning] }), {
      minScore: 1.1,
    });
    expect([verdict, rows[0]?.reasons.map(({ kind }) => kind)]).toEqual([
      'regressed',
      ['min-score', 'leaning-case', 'kept-replies'],
    ]);
    const metrics = { tone: { ...comparedRow().score, gated: true, test: null, rejection: rejected(-0.2) } };
    const latency = { ...comparedRow().latency, rejection: rejected(-0.2) };
    const tested = decide(comparison({ metrics, latency }), { metrics: { tone: { tolerance: 0 } }, latencyLimit: 0 });
    expect(kindsOf(tested).rows).toEqual([['kept-replies']]);
  });

  it('leaves rows that are not regressed as they are, and takes back the test over all', () => {
    const rows = [comparedRow({ row: 'one' }), comparedRow({ row: 'two' })];
    const pooled = comparedTogether({ rejection: rejected(-0.1) });
    expect(decide(comparedPrompt(rows, { pooled, needsFresh: kept }))).toMatchObject({
      verdict: 'inconclusive',
      reasons: [],
      rows: [
        { verdict: 'inconclusive', pooledOnly: false },
        { verdict: 'inconclusive', pooledOnly: false },
      ],
    });
    const [held, fell] = [comparedRow({ row: 'one' }), comparedRow({ row: 'two', rejection: rejected(-0.1) })];
    const one = decide(comparedPrompt([held, fell], { needsFresh: kept }));
    expect(one.rows.map(({ verdict, reasons }) => [verdict, reasons.length])).toEqual([
      ['pass', 0],
      ['inconclusive', 1],
    ]);
  });

  it('leaves what leans over all rows', () => {
    const rows = [comparedRow({ row: 'one' }), comparedRow({ row: 'two' })];
    const pooled = comparedTogether({ p: 0.04, delta: -0.02 });
    const { verdict, reasons } = decide(comparedPrompt(rows, { pooled, needsFresh: kept }));
    expect([verdict, reasons.map(({ kind }) => kind)]).toEqual(['inconclusive', ['leaning']]);
  });

  it('stands where it rejects afresh too, and is refuted where it does not', () => {
    const again = comparedPrompt([comparedRow({ rejection: rejected(-0.3) })]);
    expect(decide(suite, {}, again)).toEqual(decide(again));
    expect(decide(suite, {}, comparedPrompt([comparedRow()]))).toMatchObject({
      verdict: 'pass',
      reasons: [{ kind: 'kept-replies', row: null, refuted: true }],
    });
  });
});

const judged = (verdict: Verdict, rows: readonly Partial<RowVerdict>[]): GateVerdict => ({
  verdict,
  reasons: [],
  rows: rows.map((row) => ({ row: 'm', verdict: 'pass', reasons: [], pooledOnly: false, showInterval: true, ...row })),
});
const blind: Reason = { kind: 'blind', row: 'm', trials: 1, trialsNeeded: null };
const unknownPrice: Reason = { kind: 'unknown-price', row: 'm', side: 'new' };

describe('further reasons', () => {
  it('make a row and its prompt no better, and stand where they belong', () => {
    const before = judged('regressed', [{ verdict: 'invalid', reasons: [unknownPrice] }, { row: 'n' }]);
    const asked: string[] = [];
    const after = withReasons(before, ({ row }) => {
      asked.push(row);
      return row === 'm' ? [blind, { ...unknownPrice, side: 'old' }] : [];
    });
    expect(asked).toEqual(['m', 'n']);
    expect(after).toEqual({
      ...before,
      rows: [{ ...before.rows[0], reasons: [unknownPrice, { ...unknownPrice, side: 'old' }, blind] }, before.rows[1]],
    });
    expect(after.rows[1]).toBe(before.rows[1]);
    expect(withReasons(judged('pass', [{}]), () => [blind])).toMatchObject({
      verdict: 'inconclusive',
      rows: [{ verdict: 'inconclusive', reasons: [blind] }],
    });
  });
});

describe('a check', () => {
  const failing = comparedCase('bad', {
    state: 'failing',
    new: { scores: [0, 0], passes: 0, of: 2, missing: 1 },
  });
  const told = { kind: 'failing-case', row: 'm', case: 'bad', new: { passes: 0, of: 2 } };
  const comparison = comparedPrompt([comparedRow({ cases: [comparedCase('a'), failing] }), comparedRow({ row: 'n' })]);
  const nothing: Reason = { kind: 'nothing-passes', row: 'm', side: 'new', cases: 1 };

  it('tells each case that always fails, in place of that nothing passes', () => {
    const before = judged('unreviewed', [{ verdict: 'unreviewed', reasons: [nothing, blind] }, { row: 'n' }]);
    const after = tellFailing(comparison, before);
    expect(after).toMatchObject({ verdict: 'failing', rows: [{ verdict: 'failing', reasons: [blind, told] }, {}] });
    expect(after.rows[1]).toBe(before.rows[1]);
    expect(tellFailing(comparison, judged('invalid', [{ verdict: 'invalid' }]))).toMatchObject({
      verdict: 'invalid',
      rows: [{ verdict: 'invalid', reasons: [told] }],
    });
  });

  it('leaves a row that was not compared, and one in which none fails', () => {
    const before = judged('pass', [{ row: 'other', reasons: [nothing] }, { row: 'n' }]);
    expect(tellFailing(comparison, before)).toEqual(before);
  });
});

describe('a case that head edited, asked as base had it', () => {
  const graded = (score: number): Outcome => ({ score, marks: [], metrics: {} });
  const scored = (pairs: readonly (readonly [number, number])[]) =>
    cellOf('a', [
      {
        round: 1,
        uniform: true,
        oldKept: false,
        pairs: pairs.map(([old, now]) => ({ old: graded(old), new: graded(now) })),
      },
    ]);

  it('broke where it is down by half or more, in its passes or else in its scores', () => {
    const passed = (before: string, after: string) => fellIn(cellOf('a', [batchOf(1, true, before, after)]));
    expect([passed('11', '10'), passed('11', '11'), passed('111', '110'), passed('0', '1')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([passed('1x', 'x0'), passed('1', 'x'), passed('x', '0'), passed('x', 'x')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(
      fellIn(
        scored([
          [0.9, 0.5],
          [0.9, 0.3],
        ]),
      ),
    ).toBe(true);
    expect(
      fellIn(
        scored([
          [0.9, 0.5],
          [0.9, 0.4],
        ]),
      ),
    ).toBe(false);
    const passing = { round: 1, uniform: true, oldKept: false };
    const pairs = [{ old: { ...graded(0.9), passes: true }, new: { ...graded(0.6), passes: false } }];
    expect(fellIn(cellOf('a', [{ ...passing, pairs }]))).toBe(true);
    // One reply without a pass mark: the scores tell.
    const mixed = { ...graded(1), passes: true };
    const batch = { round: 1, uniform: true, oldKept: false, pairs: [{ old: mixed, new: graded(0.8) }] };
    expect(fellIn(cellOf('a', [batch]))).toBe(false);
  });

  const fell = (name: string, row = 'm'): Cell => cellOf(name, [batchOf(1, true, '11x', '00x')], { row });
  const holds = cellOf('holds', [batchOf(1, true, '1', '1')]);
  const told = (name: string) => ({ case: name, old: { passes: 2, of: 2 }, new: { passes: 0, of: 2 } });
  const tell = (
    asBase: readonly Cell[],
    cases: readonly CaseComparison[] = [],
    unasked: ReadonlyMap<string, number> = new Map(),
    allowed = false,
  ) =>
    tellOwnEdits(comparedPrompt([comparedRow({ cases })]), judged('pass', [{}, { row: 'n' }]), asBase, {
      unasked,
      allowed,
    });
  const reason = (names: readonly string[], unasked = 0, allowed = false, row = 'm') => ({
    kind: 'own-edits',
    row,
    cases: names.map(told),
    unasked,
    allowed,
  });

  it('is told where it broke and head’s version does not show it', () => {
    expect(tell([])).toEqual(judged('pass', [{}, { row: 'n' }]));
    expect(tell([holds]).verdict).toBe('pass');
    expect(tell([fell('a'), holds, fell('b'), fell('a')])).toMatchObject({
      verdict: 'inconclusive',
      rows: [
        { verdict: 'inconclusive', reasons: [reason(['a', 'b'])] },
        { verdict: 'pass', reasons: [] },
      ],
    });
    expect(tell([fell('a', 'n')]).rows.map(({ reasons }) => reasons)).toEqual([[], [reason(['a'], 0, false, 'n')]]);
    for (const state of ['regressed', 'fell'] as const)
      expect(tell([fell('a'), fell('b')], [comparedCase('a', { state })]).rows[0]?.reasons).toEqual([reason(['b'])]);
    expect(tell([fell('a')], [comparedCase('a', { state: 'failing' })]).rows[0]?.reasons).toEqual([reason(['a'])]);
  });

  it('is held against the cases of its own row', () => {
    const cases = [comparedCase('a', { state: 'fell' })];
    const comparison = comparedPrompt([comparedRow({ row: 'other', cases }), comparedRow({ cases: [] })]);
    const told = tellOwnEdits(comparison, judged('pass', [{}]), [fell('a')], { unasked: new Map(), allowed: false });
    expect(told.rows[0]?.reasons).toEqual([reason(['a'])]);
  });

  it('is told where it was not asked, and as a note where edits are allowed', () => {
    expect(tell([], [], new Map([['m', 2]])).rows[0]?.reasons).toEqual([reason([], 2)]);
    expect(tell([fell('a')], [], new Map([['m', 1]]), true)).toMatchObject({
      verdict: 'pass',
      rows: [{ verdict: 'pass', reasons: [reason(['a'], 1, true)] }, { reasons: [] }],
    });
  });
});
