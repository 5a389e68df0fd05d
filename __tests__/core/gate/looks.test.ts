import { describe, expect, it } from 'vitest';
import { breaks, familyBudgets, lookAtCases } from '../../../src/core/gate/case-look.ts';
import { compareRows } from '../../../src/core/gate/compare-rows.ts';
import { type GateSample, gateSample } from '../../../src/core/gate/gate-sample.ts';
import { scheduleOf } from '../../../src/core/gate/schedule.ts';
import type { GateSettings } from '../../../src/core/gate/settings.ts';
import { caseLeansWorse, leaningThreshold, leansWorse, lookAtSuite } from '../../../src/core/gate/suite-look.ts';
import { type LookTaken, takeLook } from '../../../src/core/gate/take-look.ts';
import type { Batch, Cell, Grade, Outcome, Pair } from '../../../src/core/outcome.ts';
import { batchOf, cellOf, gateSettings } from '../../support/gate-cells.ts';

const close = (value: number) => expect.closeTo(value, 9);
const reply = (score: number, more: Partial<Outcome> = {}): Outcome => ({ score, marks: [], metrics: {}, ...more });
const asked = (count: number, old: Outcome, now: Outcome, more: Partial<Batch> = {}): Batch => ({
  round: 1,
  uniform: true,
  oldKept: false,
  pairs: Array.from({ length: count }, (): Pair => ({ old, new: now })),
  ...more,
});
const whole = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => cellOf(`s${from + at}`, [batchOf(1, true, '1111', '1111')]));
const broken = (name: string, more: Partial<Cell> = {}) => cellOf(name, [batchOf(1, true, '1111', '0000')], more);
const sampleOf = (cells: readonly Cell[], more: Partial<GateSettings> = {}): GateSample =>
  gateSample(cells, gateSettings({ sampling: 'fixed', trials: 4, ...more }));
/** Looks at all rounds of a sampling, whatever they come to. */
const looksAt = (cells: readonly Cell[], more: Partial<GateSettings> = {}): readonly LookTaken[] => {
  const settings = gateSettings({ sampling: 'fixed', trials: 4, ...more });
  const sample = gateSample(cells, settings);
  const looks: LookTaken[] = [];
  for (const step of scheduleOf(settings, false)) looks.push(takeLook(sample, step, settings, looks.at(-1)));
  return looks;
};

describe('a look after others', () => {
  const settings = gateSettings({ sampling: 'fixed', trials: 4 });
  const sample = sampleOf([broken('a'), ...whole(1)]);
  const [step] = scheduleOf(settings, false);
  const lookWith = (spent: number | undefined): LookTaken => {
    if (step === undefined) throw new Error('a sampling has a step');
    const alone = takeLook(sample, step, settings, undefined);
    return spent === undefined ? alone : takeLook(sample, step, settings, { ...alone, score: { alpha: 0.05, spent } });
  };

  it('has of alpha what those before it did not spend', () => {
    const held = (look: LookTaken) => look.cases.cells[0]?.confirmed?.alpha;
    expect([held(lookWith(undefined)), held(lookWith(0)), held(lookWith(0.01))]).toEqual([
      close(0.02),
      close(0.02),
      close(0.016),
    ]);
    // The case's seventieth, and the suite's.
    expect(lookWith(0.01).score).toEqual({ alpha: 0.05, spent: close(0.01 + 2 / 70) });
  });

  it('tells nothing worse where all of it is spent, whatever it sees', () => {
    expect(lookWith(undefined).blocks).toBe(true);
    expect(lookWith(0.05)).toMatchObject({
      blocks: false,
      score: { spent: 0.05 },
      cases: { spent: 0 },
      suite: { spent: 0 },
    });
  });
});

describe('the cases at a look', () => {
  const at = (cells: readonly Cell[], budget = 0.05, round = 1) => lookAtCases(sampleOf(cells).cases, round, budget);

  it('may spend two fifths of its budget, a quarter of that the added ones where there are any', () => {
    const sample = (cells: readonly Cell[]) => sampleOf(cells).cases;
    expect(familyBudgets(sample(whole(2)), 0.05)).toEqual({ base: 0.4 * 0.05, added: 0 });
    const { base, added } = familyBudgets(sample([...whole(1), broken('a', { family: 'added' })]), 0.05);
    expect([base, added]).toEqual([close(0.015), close(0.005)]);
    // Without any of base’s the added ones are the suite.
    expect(sample([broken('a', { family: 'added' })])[0]?.cell.family).toBe('base');
  });

  it('spend what those that could be told worse can attain', () => {
    const told = {
      test: { p: close(1 / 70), better: close(1), least: close(1 / 70) },
      delta: -1,
      improved: false,
      parts: [],
    };
    const { cells, spent } = at([broken('a'), ...whole(1)]);
    expect(cells).toMatchObject([
      { ...told, confirmed: { round: 1, p: close(1 / 70), alpha: close(0.02), delta: -1 } },
      { test: { p: 1, least: 1 }, delta: 0, confirmed: null, improved: false, parts: [] },
    ]);
    expect(spent).toBeCloseTo(1 / 70, 12);
    // Two that could be: neither can be at .01.
    expect(at([broken('a'), broken('b')])).toMatchObject({
      spent: 0,
      cells: [{ confirmed: null }, { confirmed: null }],
    });
    const two = at([broken('a'), broken('b')], 0.08);
    expect(two.spent).toBeCloseTo(1 - (1 - 1 / 70) ** 2, 12);
    expect(two.cells.map((cell) => cell?.confirmed?.alpha)).toEqual([close(0.016), close(0.016)]);
    expect(at([broken('a')], 0.03)).toMatchObject({ spent: 0, cells: [{ confirmed: null }] });
  });

  it('of an added case are a family of their own', () => {
    const { cells, spent } = at([broken('a'), broken('b', { family: 'added' })]);
    expect(cells.map((cell) => cell?.confirmed?.alpha)).toEqual([close(0.015), undefined]);
    expect(spent).toBeCloseTo(1 / 70, 12);
    const more = at([broken('a'), broken('b', { family: 'added' })], 0.2);
    expect(more.cells.map((cell) => cell?.confirmed?.alpha)).toEqual([close(0.06), close(0.02)]);
    expect(more.spent).toBeCloseTo(1 - (1 - 1 / 70) ** 2, 12);
  });

  it('are better where the mirrored test says so', () => {
    const mended = cellOf('a', [batchOf(1, true, '0000', '1111')]);
    expect(at([mended]).cells).toMatchObject([{ improved: true, confirmed: null, delta: 1 }]);
    expect(at([mended], 0.03).cells).toMatchObject([{ improved: false }]);
  });

  it('are none that both sides are asked alike, nor any without a reply up to the round', () => {
    const same = broken('same', { identical: true });
    expect(at([same, cellOf('none', []), cellOf('lost', [batchOf(1, true, '1', 'x')])]).cells).toEqual([
      null,
      null,
      null,
    ]);
    const later = cellOf('later', [batchOf(1, true, '1', '1'), batchOf(2, true, '1111', '0000')]);
    expect([at([later]), at([later], 0.05, 2)].map(({ cells }) => cells[0]?.test.p)).toEqual([1, close(1 / 70)]);
    expect([at([later]), at([later], 0.05, 2)].map(({ cells }) => cells[0]?.delta)).toEqual([0, -0.8]);
  });

  it('are that of the case they repeat, for near copies', () => {
    const pairs = [{ old: reply(1, { said: 'a', passes: true }), new: reply(0, { said: 'b', passes: false }) }];
    const near = (name: string) =>
      cellOf(name, [{ round: 1, uniform: true, oldKept: false, pairs: [...pairs, ...pairs, ...pairs, ...pairs] }], {
        near: 'n',
      });
    const { cells, spent } = at([near('a'), near('b')]);
    expect(cells[1]).toBe(cells[0]);
    expect(breaks(cells[1])).toBe(true);
    expect(spent).toBeCloseTo(1 / 70, 12);
  });
});

describe('a graded check beside passes', () => {
  const grade = (value: number, check = 'tone', kind = 'judge'): Grade => ({ check, kind, value });
  const graded = (value: number, score = 1) => reply(score, { passes: true, marks: [true], graded: [grade(value)] });
  const cell = (count: number, old: number, now: number, name = 'a') =>
    cellOf(name, [asked(count, graded(old), graded(now))]);
  const partsOf = (one: Cell, more: Partial<GateSettings> = {}, budget = 0.05) =>
    lookAtCases(sampleOf([one], more).cases, 1, budget).cells[0];

  it('is a part that could fall by half, and is tested with the passes as one', () => {
    const found = partsOf(cell(4, 0.9, 0.1));
    // Labels of passes that are all alike tell nothing: p of the two is that of the grades.
    expect(found).toMatchObject({ test: { p: 1 }, delta: 0, confirmed: null });
    expect(found?.parts.map(({ check, test, delta, confirmed }) => [check, test.p, delta, confirmed?.alpha])).toEqual([
      ['tone', close(1 / 70), close(-0.8), close(0.02)],
    ]);
    expect(breaks(found)).toBe(true);
  });

  it('is none where no labelling of it falls by half, and says nothing where it fell by less', () => {
    expect(partsOf(cell(4, 0.9, 0.45))?.parts).toEqual([]);
    const risen = partsOf(cell(4, 0.1, 0.9))?.parts;
    expect(risen).toMatchObject([{ check: 'tone', delta: close(0.8), confirmed: null, test: { p: 1 } }]);
    expect(breaks(partsOf(cell(3, 0.9, 0.1)))).toBe(false);
  });

  it('has with the passes the p of all labellings gone through, those alone counting in which it falls by half', () => {
    const [old, now] = [
      [
        [1, 1],
        [1, 0.9],
        [0, 0.8],
      ],
      [
        [1, 0.3],
        [0, 0.2],
        [0, 0.1],
      ],
    ] as const;
    const replies = [...old, ...now];
    const labellings = replies.flatMap((_, a) =>
      replies.flatMap((__, b) => (b <= a ? [] : replies.flatMap((___, c) => (c <= b ? [] : [[a, b, c]])))),
    );
    const sumOf = (of: 0 | 1, own: readonly number[]) => own.reduce((sum, at) => sum + (replies[at]?.[of] ?? 0), 0);
    const all = (of: 0 | 1) => sumOf(of, [0, 1, 2, 3, 4, 5]);
    const share = (isIn: (own: readonly number[]) => boolean) => labellings.filter(isIn).length / labellings.length;
    const ofPasses = (own: readonly number[]) => share((other) => sumOf(0, other) <= sumOf(0, own));
    const ofGrades = (own: readonly number[]) =>
      (2 * sumOf(1, own) - all(1)) / 3 <= -0.5 + 1e-9 ? share((other) => sumOf(1, other) <= sumOf(1, own) + 1e-9) : 1;
    const least = (own: readonly number[]) => Math.min(ofPasses(own), ofGrades(own));
    const jointly = (p: number) => share((own) => least(own) <= p + 1e-9);
    const told = ([pass, tone]: readonly [number, number]) =>
      reply(0.5, { passes: pass === 1, marks: [], graded: [grade(tone)] });
    const pairs = old.map((one, at): Pair => ({ old: told(one), new: told(now[at] ?? [0, 0]) }));
    const one = cellOf('a', [{ round: 1, uniform: true, oldKept: false, pairs }]);
    const found = partsOf(one);
    expect(found?.parts.map(({ check }) => check)).toEqual(['tone']);
    expect(found?.test.p).toBeCloseTo(jointly(ofPasses([3, 4, 5])), 12);
    expect(found?.parts[0]?.test.p).toBeCloseTo(jointly(ofGrades([3, 4, 5])), 12);
    // A reply without the grade takes its partner along: the two are no longer labelled alike, and cost one each.
    const first = pairs[0];
    const lacks = first === undefined ? [] : [{ old: first.old, new: reply(0.5, { passes: true }) }, ...pairs.slice(1)];
    const apart = partsOf(cellOf('a', [{ round: 1, uniform: true, oldKept: false, pairs: lacks }]));
    expect([apart?.test.p, apart?.parts[0]?.test.p]).toEqual([close(1), close(1 / 3)]);
    const later = cellOf('a', [...one.batches, batchOf(2, true, '1', '1')]);
    expect(partsOf(later)?.test.p).toBeCloseTo(jointly(ofPasses([3, 4, 5])), 12);
  });

  it('has the whole score beside it where its kinds are all trusted', () => {
    const checks = (one: Cell, more: Partial<GateSettings> = {}) => {
      const settings = gateSettings({ sampling: 'fixed', trials: 4, ...more });
      return gateSample([one], settings).cases[0]?.parts.map(({ check }) => check);
    };
    expect(checks(cell(4, 0.9, 0.1))).toEqual([null, 'tone']);
    expect(checks(cell(4, 0.9, 0.1), { doubted: ['judge'] })).toEqual([]);
    const two = (kinds: readonly string[], passes?: boolean) =>
      cellOf('a', [
        asked(
          4,
          reply(1, {
            graded: kinds.map((kind) => grade(1, kind, kind)),
            ...(passes === undefined ? {} : { passes }),
          }),
          reply(0),
        ),
      ]);
    expect(checks(two(['a', 'b']))).toEqual(['a', 'b']);
    expect(checks(two(['a', 'b'], true), { doubted: ['a'] })).toEqual(['b']);
    expect(checks(two(['a', 'b'], true))).toEqual([null, 'a', 'b']);
    expect([checks(two(['a'])), checks(two([])), checks(two([], true))]).toEqual([[], [], []]);
  });

  it('of replies that repeat is one draw where a model judged it, or where repeating is chance', () => {
    const held = (judged: boolean, exactly = judged) => {
      const one = (value: number, said: string) =>
        reply(1, {
          passes: true,
          said,
          graded: [{ ...grade(value), ...(judged ? { judged: true as const } : {}) }],
          ...(exactly ? { judged: true as const } : {}),
        });
      return cellOf('a', [asked(4, one(1, 'x'), one(0, 'y'))]);
    };
    const sizes = (one: Cell, more: Partial<GateSettings> = {}) =>
      sampleOf([one], more).cases[0]?.parts.map(({ check, batches }) => [check, batches[0]?.stratum.size]);
    expect(sizes(held(false))).toEqual([
      [null, 4],
      ['tone', 4],
    ]);
    expect(sizes(held(true))).toEqual([
      [null, 1],
      ['tone', 1],
    ]);
    expect(sizes(held(false, true))).toEqual([
      [null, 1],
      ['tone', 4],
    ]);
    expect(sizes(held(false), { repeats: 'chance' })).toEqual([
      [null, 1],
      ['tone', 1],
    ]);
  });
});

describe('a case is measured', () => {
  const measured = (one: Cell, more: Partial<GateSettings> = {}) =>
    sampleOf([one], more).cases[0]?.batches.map(({ stratum }) => [stratum.old, stratum.new]);
  const judged = (score: number, exact?: boolean) =>
    reply(score, { passes: score === 1, said: `${score}`, judged: true, ...(exact === undefined ? {} : { exact }) });

  it('by its passes where every reply has one, else by its scores', () => {
    const [pass, fail, none] = [reply(0.9, { passes: true }), reply(0.2, { passes: false }), reply(0.3)];
    expect(measured(cellOf('a', [asked(1, pass, fail)]))).toEqual([[[1], [0]]]);
    expect(measured(cellOf('a', [asked(1, pass, none)]))).toEqual([[[0.9], [0.3]]]);
    expect(measured(cellOf('a', [asked(1, none, pass)]))).toEqual([[[0.3], [0.9]]]);
    expect(measured(cellOf('a', [asked(1, pass, fail), asked(1, none, none)]))).toEqual([
      [[0.9], [0.2]],
      [[0.3], [0.3]],
    ]);
  });

  it('of judged replies that repeat by its other checks, each reply of which is a fact, or as one draw', () => {
    expect(measured(cellOf('a', [asked(3, judged(1, true), judged(0, true))]))).toEqual([
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
    ]);
    expect(measured(cellOf('a', [asked(3, judged(1), judged(0))]))).toEqual([[[1], [0]]]);
    expect(measured(cellOf('a', [asked(3, judged(1, true), judged(0, true))]), { repeats: 'chance' })).toEqual([
      [[1], [0]],
    ]);
    const said = (score: number) => reply(score, { passes: score === 1, said: `${score}` });
    expect(measured(cellOf('a', [asked(2, said(1), said(0))]))).toEqual([
      [
        [1, 1],
        [0, 0],
      ],
    ]);
    expect(measured(cellOf('a', [asked(2, said(1), said(0))]), { repeats: 'chance' })).toEqual([[[1], [0]]]);
  });

  it('in its row, near copies once, by each metric that gates and by its latency under a limit', () => {
    const took = (tone?: number) => reply(1, { latencyMs: 20, metrics: tone === undefined ? {} : { tone }, said: 'a' });
    const cells = [
      cellOf('a', [asked(1, took(1), took(0))], { near: 'n' }),
      cellOf('b', [asked(1, took(1), took(0))], { near: 'n' }),
      cellOf('c', [asked(1, took(1), took())], { row: 'n' }),
    ];
    const sample = sampleOf(cells, { metrics: { tone: { tolerance: 0 } }, latencyLimit: 1 });
    const names = (rows: GateSample['scores'] | null | undefined) =>
      rows?.map((row) => row.map(({ cell }) => cell.case));
    expect(sample.rows).toEqual(['m', 'n']);
    expect([...sample.copies]).toEqual([[1, 0]]);
    expect(names(sample.scores)).toEqual([['a'], ['c']]);
    expect(names(sample.metrics['tone'])).toEqual([['a'], ['c']]);
    expect(sample.metrics['tone']?.map((row) => row.map(({ batches }) => batches.length))).toEqual([[1], [0]]);
    expect(names(sample.limited.latency)).toEqual([['a', 'b'], ['c']]);
    expect(sample.limited.latency?.[0]?.[0]?.batches[0]?.stratum.new).toEqual([-Math.log(20)]);
    expect(sample.cases.map(({ copyOf }) => copyOf)).toEqual([undefined, 0, undefined]);
    expect(sampleOf(cells).limited).toEqual({});
  });

  it('as a near copy only of one that said the same, side by side and round by round, and scored the same', () => {
    const one = (said: string | undefined, score = 1) => reply(score, said === undefined ? {} : { said });
    const near = (batches: readonly Batch[], more: Partial<Cell> = {}) => cellOf('x', batches, { near: 'n', ...more });
    const first = near([asked(1, one('a'), one('b'))]);
    const copies = (other: Cell, from = first) => [...sampleOf([from, other]).copies];
    expect(copies(near([asked(1, one('a'), one('b'))]))).toEqual([[1, 0]]);
    for (const other of [
      near([asked(1, one('b'), one('a'))]),
      near([asked(1, one('a'), one('b'), { round: 2 })]),
      near([asked(1, one('a'), one('b'), { uniform: false })]),
      near([asked(1, one('a'), one('b', 0.5))]),
      near([asked(1, one('a'), one('b')), asked(1, one('a'), one('b'))]),
      near([asked(1, one('a'), one('b'))], { near: 'o' }),
      near([asked(1, one('a'), one('b'))], { row: 'n' }),
      near([asked(1, one('a'), one('b'))], { family: 'added' }),
      near([asked(1, one('a'), one('b'))], { identical: true }),
      near([asked(1, { ...one('a'), passes: true }, one('b'))]),
      near([asked(1, { ...one('a'), graded: [{ check: 't', kind: 'judge', value: 0 }] }, one('b'))]),
    ])
      expect(copies(other)).toEqual([]);
    const toned = (value: number) => ({ ...one('a'), graded: [{ check: 't', kind: 'judge', value }] });
    expect(copies(near([asked(1, toned(1), one('b'))]), near([asked(1, toned(0.5), one('b'))]))).toEqual([]);
    const none = near([]);
    const unsaid = near([asked(1, one(undefined), one('b'))]);
    const nothing = near([
      { ...asked(1, one('a'), one('b')), pairs: [{ old: { missing: 'failed' }, new: { missing: 'failed' } }] },
    ]);
    for (const alike of [none, unsaid, nothing]) expect(copies(alike, alike)).toEqual([]);
    const lossy = near([{ ...asked(1, one('a'), one('b')), pairs: [{ old: one('a'), new: { missing: 'failed' } }] }]);
    const other = near([{ ...asked(1, one('a'), one('b')), pairs: [{ old: one('a'), new: { missing: 'unscored' } }] }]);
    expect([copies(lossy, lossy), copies(lossy, other)]).toEqual([[[1, 0]], []]);
    // In whatever order its replies came.
    const two = (said: readonly string[]) =>
      near([{ ...asked(1, one('a'), one('b')), pairs: said.map((words) => ({ old: one(words), new: one('z') })) }]);
    expect(copies(two(['a', 'b']), two(['b', 'a']))).toEqual([[1, 0]]);
    const cell = cellOf('x', [asked(1, one('a'), one('b'))]);
    expect(copies(cell, cell)).toEqual([]);
  });
});

describe('the suite at a look', () => {
  const at = (cells: readonly Cell[], more: Partial<Parameters<typeof lookAtSuite>[1]> = {}) =>
    lookAtSuite(sampleOf(cells).scores, { round: 1, budget: 0.05, tolerance: 0.02, pool: true, weigh: false, ...more });

  it('rejects at its budget and its tolerance, and no sooner', () => {
    const cells = [broken('a'), ...whole(3)];
    const p = 1 / 70;
    expect(at(cells)).toMatchObject({
      pooled: null,
      spent: close(p),
      rows: [
        { alpha: 0.05, change: { delta: -0.25 }, rejection: { round: 1, p: close(p), alpha: 0.05, delta: -0.25 } },
      ],
    });
    const rejects = (more: Parameters<typeof at>[1], of = cells) => at(of, more).rows[0]?.rejection !== null;
    expect([rejects({ tolerance: 0.25 }), rejects({ tolerance: 0.26 })]).toEqual([true, false]);
    expect([rejects({ budget: p }), rejects({ budget: p - 1e-6 })]).toEqual([true, false]);
    const turned = [cellOf('a', [batchOf(1, true, '10', '01')])];
    expect(rejects({ tolerance: 0, budget: 1 }, turned)).toBe(false);
  });

  it('leaves out added cases and those that both are asked alike, and looks no further than its round', () => {
    const others = [broken('b', { family: 'added' }), broken('c', { identical: true })];
    expect(at([...whole(1), ...others]).rows[0]?.test.p).toBe(1);
    const later = cellOf('a', [batchOf(1, true, '1', '1'), batchOf(2, true, '1111', '0000')]);
    expect(at([later]).rows[0]).toMatchObject({ test: { p: 1 }, change: { delta: 0 } });
    expect(at([later], { round: 2 }).rows[0]).toMatchObject({ test: { p: close(1 / 70) }, change: { delta: -0.8 } });
    const topUp = cellOf('a', [batchOf(1, false, '1111', '0000')]);
    expect(at([topUp]).rows[0]).toMatchObject({ test: { p: close(1 / 70) }, change: null, rejection: null });
  });

  it('of rows that are not pooled splits its budget over them', () => {
    const cells = [broken('a'), broken('b', { row: 'n' })];
    const { pooled, rows, spent } = at(cells, { pool: false });
    expect([pooled, rows.map(({ alpha }) => alpha), spent]).toEqual([null, [0.025, 0.025], close(2 / 70)]);
    const one = at(cells);
    expect(one.pooled).toMatchObject({
      alpha: 0.025,
      test: { p: close(1 / 4900) },
      change: { old: 1, new: 0, delta: -1 },
    });
    // At .025 both together can attain (1 + 2 · 16)/4900, and each of its own what is left of .05 less that, halved.
    const pooledSpent = one.pooled?.test.spend(0.025) ?? 0;
    expect(pooledSpent).toBeCloseTo(33 / 4900, 12);
    expect(one.rows.map(({ alpha }) => alpha)).toEqual([
      close((0.05 - pooledSpent) / 2),
      close((0.05 - pooledSpent) / 2),
    ]);
    expect(one.spent).toBeCloseTo(pooledSpent + 2 / 70, 12);
    const unknown = cellOf('c', [batchOf(1, false, '1', '1')], { row: 'o' });
    expect(at([...cells, unknown]).pooled?.change).toEqual({ old: 1, new: 0, delta: -1 });
    expect(at([unknown, { ...unknown, row: 'p' }]).pooled?.change).toBeNull();
    expect(at([])).toEqual({ pooled: null, rows: [], spent: 0 });
  });

  it('weighs what is known to be steady more, where it is asked to', () => {
    const history = { replies: 20, variance: 0.01 };
    const cells = [broken('a', { history }), cellOf('b', [batchOf(1, true, '0101', '1111')])];
    const p = (weigh: boolean) => at(cells, { weigh }).rows[0]?.test.p ?? 0;
    expect(p(true)).toBeLessThan(p(false));
  });
});

describe('a look', () => {
  it('goes on from what the looks before it left', () => {
    const cells = [
      cellOf('a', [batchOf(1, true, '1', '0'), batchOf(2, false, '11111', '11110')]),
      cellOf('b', [batchOf(1, true, '1', '1')]),
    ];
    const [first, second] = looksAt(cells, { sampling: 'adaptive', trials: 6, alpha: 0.4 });
    // Round 1: .1 · .4 = .04, of which nothing can be spent. Round 2: all of it; one case with ½ · 1/252 at the least.
    expect(first).toMatchObject({ round: 1, score: { alpha: close(0.04), spent: 0 }, blocks: false });
    expect(second).toMatchObject({ round: 2, score: { alpha: 0.4 } });
    expect(second?.suite.rows[0]?.alpha).toBeCloseTo(0.4 - (second?.cases.spent ?? 0), 12);
    expect(second?.score.spent).toBeCloseTo((second?.cases.spent ?? 0) + (second?.suite.spent ?? 0), 12);
  });

  it('carries over what was spent, of the score, of each metric and of the latency', () => {
    const took = (tone: number, latencyMs: number) => reply(1, { passes: true, metrics: { tone }, latencyMs });
    const cells = Array.from({ length: 8 }, (_, at) =>
      cellOf(`${at}`, [
        asked(1, took(1, 10), took(at < 7 ? 0 : 1, 10)),
        asked(1, took(1, 10), took(1, 20), { round: 2, uniform: false }),
      ]),
    );
    const settings = {
      sampling: 'adaptive',
      trials: 2,
      metrics: { tone: { tolerance: 0 } },
      latencyLimit: 0.2,
      alpha: 0.4,
    } as const;
    const [first, second] = looksAt(cells, settings);
    // Of .4 the score has .2, the metric and the latency .1 each; a tenth of it in round 1.
    expect(first?.score.alpha).toBeCloseTo(0.02, 12);
    expect(first?.metrics['tone']?.ledger).toEqual({ alpha: close(0.01), spent: close(1 / 128) });
    expect(first?.limits.latency?.ledger).toEqual({ alpha: close(0.01), spent: 0 });
    expect(first?.blocks).toBe(true);
    expect(second?.metrics['tone']?.look.rows[0]?.alpha).toBeCloseTo(0.1 - 1 / 128, 12);
    const own = second?.metrics['tone']?.look.spent ?? 0;
    expect(second?.metrics['tone']?.ledger).toEqual({ alpha: 0.1, spent: close(1 / 128 + own) });
    expect(second?.limits.latency?.look.rows[0]).toMatchObject({ alpha: 0.1, test: { p: close(1 / 256) } });
    expect(second?.limits.latency?.ledger.spent).toBeCloseTo(second?.limits.latency?.look.spent ?? 0, 12);
    const slow = Array.from({ length: 8 }, (_, at) => cellOf(`${at}`, [asked(1, took(1, 10), took(1, 20))]));
    const latency = looksAt(slow, settings).map((look) => look.limits.latency);
    expect(latency[0]?.ledger).toEqual({ alpha: close(0.01), spent: close(1 / 256) });
    expect(latency[1]?.look.rows[0]?.alpha).toBeCloseTo(0.1 - 1 / 256, 12);
    expect(latency[1]?.ledger.spent).toBeCloseTo(1 / 256 + (latency[1]?.look.spent ?? 0), 12);
    expect(looksAt(cells)[0]?.limits).toEqual({});
  });

  it('weighs what is known of scores in no metric and no latency, and pools no latency', () => {
    const took = (tone: number, latencyMs: number) => reply(1, { passes: true, metrics: { tone }, latencyMs });
    const history = { replies: 20, variance: 0.01 };
    const known = (row: string) => [
      cellOf('a', [asked(3, took(1, 10), took(0, 20))], { history, row }),
      cellOf('b', [asked(2, took(0, 20), took(1, 10)), asked(2, took(1, 10), took(0, 20))], { row }),
    ];
    const settings = { metrics: { tone: { tolerance: 0 } }, latencyLimit: 0.5 };
    const plain = (cells: readonly Cell[]) => cells.map(({ history: _, ...cell }) => cell);
    const [look] = looksAt(known('m'), settings);
    const [unknown] = looksAt(plain(known('m')), settings);
    const p = (one: LookTaken | undefined) => [
      one?.metrics['tone']?.look.rows[0]?.test.p,
      one?.limits.latency?.look.rows[0]?.test.p,
    ];
    expect(p(look)).toEqual(p(unknown));
    const [two] = looksAt([...known('m'), ...known('n')], settings);
    expect([two?.limits.latency?.look.pooled, two?.metrics['tone']?.look.pooled === null]).toEqual([null, false]);
  });

  it('of a replay goes on from the one before it', () => {
    const cells = Array.from({ length: 9 }, (_, at) =>
      cellOf(`${at}`, [
        batchOf(1, true, at < 5 ? '1' : '0', at < 5 ? '0' : '1'),
        batchOf(2, false, '11010', at % 2 === 0 ? '10110' : '11010'),
        batchOf(3, true, '10', '01'),
        batchOf(4, true, '1100', '1010'),
      ]),
    );
    const settings = { sampling: 'adaptive', trials: 12, alpha: 0.2 } as const;
    const replayed = compareRows(cells, gateSettings(settings)).rows[0]?.looks.map(({ spent }) => spent);
    const spent = looksAt(cells, settings).map(({ score }) => score.spent);
    expect(replayed).toEqual(spent.slice(0, 3));
    expect(replayed?.[0]).toBeGreaterThan(0);
  });

  it('blocks by a case, by a suite, by a metric or by the latency', () => {
    const block = (cells: readonly Cell[], more: Partial<GateSettings> = {}) => looksAt(cells, more)[0]?.blocks;
    const one = [broken('a'), ...whole(14)];
    expect([block(one), block(one, { tolerance: 0.2 }), block(one, { cases: 'warn', tolerance: 0.2 })]).toEqual([
      true,
      true,
      false,
    ]);
    expect([block(one, { cases: 'warn' }), block(whole(2))]).toEqual([true, false]);
    const two = [broken('a'), ...whole(1), ...whole(2, 2).map((cell) => ({ ...cell, row: 'n' }))];
    expect(block(two, { cases: 'warn' })).toBe(true);
    const took = (tone: number, latencyMs: number) => reply(1, { passes: true, metrics: { tone }, latencyMs });
    const fell = (tone: number, ms: number) =>
      [1, 2].map((at) => cellOf(`${at}`, [asked(4, took(1, 10), took(tone, ms))]));
    expect([block(fell(0, 10)), block(fell(0, 10), { metrics: { tone: { tolerance: 0 } } })]).toEqual([false, true]);
    expect([
      block(fell(1, 20), { latencyLimit: 0.9 }),
      block(fell(1, 20), { latencyLimit: 1 }),
      block(fell(1, 20)),
    ]).toEqual([true, false, false]);
  });
});

describe('a look leans', () => {
  const leans = (cells: readonly Cell[], more: Partial<GateSettings> = {}) => {
    const looks = looksAt(cells, more);
    const settings = gateSettings({ sampling: 'fixed', trials: 4, ...more });
    return [leansWorse(looks, settings), caseLeansWorse(looks)];
  };

  it('by its suite at 1.6 times alpha, by all rows together, or by a case', () => {
    const slight = cellOf('a', [batchOf(1, true, '1111', '1000')]);
    expect([leans([slight]), leans([slight], { alpha: 0.04 }), leans([slight], { tolerance: 0.8 })]).toEqual([
      [true, false],
      [false, false],
      [false, false],
    ]);
    expect([leans([]), leans(whole(2))]).toEqual([
      [false, false],
      [false, false],
    ]);
    expect([leansWorse([], gateSettings()), caseLeansWorse([])]).toEqual([false, false]);
    // Two rows, each with p 5/70: together 35/4900 and some.
    const rows = [slight, { ...slight, row: 'n' }];
    expect(leans(rows)[0]).toBe(true);
    expect(leans([slight, ...whole(1).map((cell) => ({ ...cell, row: 'n' }))])[0]).toBe(false);
    expect(leans([broken('a'), ...whole(4)], { tolerance: 0.9 })).toEqual([true, true]);
    expect(leans([broken('a'), broken('b'), ...whole(4)], { tolerance: 0.9 })).toEqual([true, true]);
  });

  it('by a grade, at the threshold of all that could lean', () => {
    const graded = (value: number) =>
      reply(1, { passes: true, marks: [true], graded: [{ check: 't', kind: 'judge', value }] });
    expect(leans([cellOf('a', [asked(4, graded(1), graded(0))])])[1]).toBe(true);
    expect(leans([cellOf('a', [asked(3, graded(1), graded(0))])])[1]).toBe(false);
    const threshold = (cells: readonly Cell[]) => leaningThreshold(lookAtCases(sampleOf(cells).cases, 1, 0.05));
    const several = (count: number) => Array.from({ length: count }, (_, at) => broken(`${at}`));
    expect([
      threshold([]),
      threshold(several(1)),
      threshold(several(5)),
      threshold(several(7)),
      threshold(several(8)),
    ]).toEqual([0, 0.02, 0.02, close(0.1 / 7), 0]);
  });
});
