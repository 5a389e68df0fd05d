import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../src/core/gate/reason.ts';
import type { Report, ReportCase, ReportPrompt, ReportRow } from '../../src/core/report/report.ts';
import { openingOf } from '../../src/reporters/opening/opening-of.ts';
import { longest } from '../../src/reporters/opening/told.ts';
import { plain } from '../../src/reporters/wording/say.ts';
import { wordNextStep } from '../../src/reporters/wording/word-next-step.ts';
import { buildHostileReport } from '../support/hostile-report.ts';
import { anyHostileText } from '../support/hostile-text.ts';
import { buildCase, buildPrompt, buildRegressedReport, buildReport, buildRow } from '../support/report-builder.ts';

/** What a reader sees first: the line with its mark, and the sentence under it. */
function opening(report: Report): readonly string[] {
  const { mark, line, sentence } = openingOf(report);
  const [shown, told] = [line, sentence].map((phrase) => plain(phrase, (text) => text));
  return [`${mark} ${shown}`, ...(told === '' || told === undefined ? [] : [told])];
}

type Verdict = Report['verdict'];

function reviewOf(verdict: Verdict, row: Partial<ReportRow>, prompt: Partial<ReportPrompt> = {}): Report {
  return buildReport({
    verdict,
    gate: { open: verdict !== 'regressed', failOn: ['regressed', 'invalid'], acceptLabel: 'promptgate:accept' },
    prompts: [buildPrompt({ verdict, models: [buildRow({ verdict, ...row })], ...prompt })],
  });
}

const side = (passes: number, of: number) => ({
  scores: Array.from({ length: of }, (_, at) => (at < passes ? 1 : 0)),
  passes,
  of,
  missing: 0,
});

const caseOf = (id: string, old: number, now: number, of: number, more: Partial<ReportCase> = {}): ReportCase =>
  buildCase({ id, old: side(old, of), new: side(now, of), delta: (now - old) / of, state: 'fell', ...more });

const holding = (number: number): readonly ReportCase[] =>
  Array.from({ length: number }, (_, at) => buildCase({ id: `holds-${at}` }));

const suite: Reason = {
  kind: 'suite',
  row: 'clerk-mini',
  round: 1,
  p: 0.001,
  alpha: 0.01,
  delta: -0.3,
  tolerance: 0.02,
};

test('a pass of cases that hold on neither side says that they guard nothing', () => {
  const flaky = holding(4).map((one) => ({ ...one, state: 'flaky' as const }));
  expect(opening(reviewOf('pass', { cases: flaky }))[0]).toBe(
    '✅ Look before you merge: no case holds steadily on clerk-mini, so none can break',
  );
});

test('lines of a snapshot that ask something else are named', () => {
  const reasons: readonly Reason[] = [
    { kind: 'other-question', row: 'clerk-mini', cases: ['late', 'gift'], dropped: [], brought: [] },
  ];
  expect(opening(reviewOf('inconclusive', { reasons, cases: holding(2) }))).toEqual([
    '🤷 Cannot tell: old and new are asked different questions in late and gift',
    'The new line of the snapshot does not ask there in the words of the old one.',
  ]);
});

describe('what got worse', () => {
  test('is counted, named and placed, with what holds and who is unaffected', () => {
    expect(opening(buildRegressedReport())).toEqual([
      '⛔ Do not merge yet: 2 refund cases broke on clerk-mini',
      'Always right before (6 of 6), always wrong now (0 of 6). 18 others hold, 1 is flaky. clerk is unaffected.',
    ]);
  });

  test('is told by its cases where only all of them together prove it', () => {
    const cases = [...Array.from({ length: 8 }, (_, at) => caseOf(`refund-${at}`, 1, 0, 1)), ...holding(12)];
    expect(opening(reviewOf('regressed', { reasons: [suite], cases }))).toEqual([
      '⛔ Do not merge yet: 8 of 20 cases fail now on clerk-mini that passed before',
      'Right before, wrong now; asked once each. Together that is beyond chance. 12 others hold.',
    ]);
  });

  test('is told by its mean where no case fell by half, with the cases that fell most', () => {
    const cases = ['a', 'b', 'c'].map((id, at) => caseOf(id, 6, 5 - at, 6, { state: 'same' }));
    const row = { reasons: [suite], passRate: { old: 0.98, new: 0.68 }, cases: [...cases, ...holding(9)] };
    expect(opening(reviewOf('regressed', row))).toEqual([
      '⛔ Do not merge yet: 68% of replies pass on clerk-mini, 98% before',
      '3 cases got worse, each by less than half, most of all c and b. Together that is beyond chance.',
    ]);
  });

  test('is counted by prompts where there are several', () => {
    const worse = buildRegressedReport().prompts[0];
    const prompts = [
      ...['a', 'b'].map((name) => ({ ...buildPrompt(worse), path: `${name}.prompt.yml` })),
      ...['c', 'd', 'e'].map((name) => buildPrompt({ path: `${name}.prompt.yml` })),
    ];
    const report = buildRegressedReport({ prompts, unreviewed: [{ path: 'upsell.prompt.yml', why: 'no-cases' }] });
    expect(opening(report)).toEqual([
      '⛔ Do not merge yet: 2 of 6 changed prompts got worse',
      '4 cases broke. 3 other prompts hold, 1 was not checked.',
    ]);
    const one = buildRegressedReport({ prompts: [...prompts.slice(1)] });
    expect(opening(one)).toEqual([
      '⛔ Do not merge yet: 1 of 4 changed prompts got worse: b.prompt.yml',
      '2 refund cases broke on clerk-mini. Always right before (6 of 6), always wrong now (0 of 6). 18 others hold, 1 is flaky. clerk is unaffected.',
    ]);
  });

  test('is a rule of the gate, with its limit and what explains it', () => {
    const cost: Reason = {
      kind: 'cost',
      row: 'clerk-mini',
      round: 1,
      p: 0.001,
      alpha: 0.0025,
      old: 0.0000773,
      new: 0.000136,
      increase: 0.76,
      limit: 0.25,
    };
    const tokens = { input: { old: 300, new: 300 }, output: { old: 28, new: 56 } };
    expect(opening(reviewOf('regressed', { reasons: [cost], tokens, cases: holding(20) }))).toEqual([
      '⛔ Do not merge yet: over the cost limit, a reply on clerk-mini costs 76% more',
      '$0.0773 → $0.1360 per 1,000 replies; the limit is +25%. Replies are longer (28 → 56 tokens). All 20 cases hold.',
    ]);
    const least: Reason = { kind: 'min-score', row: 'clerk-mini', score: 0.3, minimum: 0.7 };
    const score = { old: 0.3, new: 0.3, delta: 0, low: null, high: null, p: 1 };
    const failing = holding(14).map((one) => ({ ...one, state: 'failing' as const }));
    expect(opening(reviewOf('regressed', { reasons: [least], score, cases: failing }))).toEqual([
      '⛔ Do not merge yet: score 0.30 on clerk-mini, below the least of 0.70',
      'It was 0.30 before this change too. 14 fail on both sides.',
    ]);
  });

  test('that someone accepted says who and when, and one that no gate closes asks to look', () => {
    const accepted = [{ by: 'robin', at: '2026-11-28T10:00:00Z', how: 'label promptgate:accept', fingerprint: 'f' }];
    expect(opening(buildRegressedReport({ accepted }))[0]).toBe(
      '🟠 Accepted by robin: 2 refund cases broke on clerk-mini',
    );
    expect(opening(buildRegressedReport({ accepted }))[1]).toMatch(
      /^Accepted on 28 Nov 2026, for this commit’s prompts and cases\./u,
    );
    expect(opening(buildRegressedReport({ gate: { open: true, failOn: [] } }))[0]).toBe(
      '⚠️ Look before you merge: 2 refund cases broke on clerk-mini',
    );
  });
});

describe('what nobody can tell', () => {
  test('is a case that fell, with how little was asked', () => {
    const cases = [caseOf('refund-after-40-days', 2, 0, 2), ...holding(4)];
    const leaning: Reason = { kind: 'blind', row: 'clerk-mini', trials: 2, trialsNeeded: 4 };
    expect(opening(reviewOf('inconclusive', { reasons: [leaning], cases, wouldSee: null }))).toEqual([
      '🤷 Cannot tell: refund-after-40-days fell on clerk-mini',
      'Always right before (2 of 2), always wrong now (0 of 2). So few replies can be chance. 4 others hold.',
    ]);
    // More are advised only where fewer were allowed.
    const two = reviewOf('inconclusive', { reasons: [leaning], cases, wouldSee: null });
    expect(opening({ ...two, method: { ...two.method, trials: 2 } })[1]).toContain(
      'So few replies can be chance. Raise `trials` to 4 to know. 4 others hold.',
    );
  });

  test('is a limit that is exceeded, and chance not ruled out', () => {
    const over = { row: 'clerk-mini', p: 0.125, old: 1200, new: 2400, increase: 1, limit: 0.3 } as const;
    const late: Reason = { kind: 'leaning-latency', of: 'first-token', ...over };
    expect(opening(reviewOf('inconclusive', { reasons: [late] }))).toEqual([
      '🤷 Cannot tell: the first word of a reply seems to take 100% longer, over the limit of 30%',
      'The first words of half of the replies take 1.2 → 2.4 s or longer. Chance alone does this 1 time in 8. More replies would tell.',
    ]);
    const dear: Reason = { kind: 'leaning-cost', ...over, old: 0.001, new: 0.002 };
    expect(opening(reviewOf('inconclusive', { reasons: [dear] }))).toEqual([
      '🤷 Cannot tell: a reply on clerk-mini seems to cost 100% more, over the limit of 30%',
      '$1.00 → $2.00 per 1,000 replies. Chance alone does this 1 time in 8. More replies would tell.',
    ]);
  });

  test('is a mean that leans, with how often chance does the same', () => {
    const leaning: Reason = {
      kind: 'leaning',
      row: 'clerk-mini',
      p: 0.083,
      alpha: 0.15,
      delta: -0.09,
      tolerance: 0.02,
    };
    const row = { reasons: [leaning], passRate: { old: 0.92, new: 0.83 } };
    expect(opening(reviewOf('inconclusive', row))).toEqual([
      '🤷 Probably worse on clerk-mini: 92% → 83% of replies pass',
      'Chance alone does this 1 time in 12. 54 more cases, or 9 more replies a case and side, would tell more.',
    ]);
    const down = ['gift', 'sale', 'used'].map((id, at) => ({ ...caseOf(id, 6, 5 - at, 6), state: 'same' as const }));
    expect(opening(reviewOf('inconclusive', { ...row, cases: down }))[1]).toMatch(
      /^Most of all used and sale; none is proven\. Chance alone/u,
    );
  });

  test('was stopped by a limit, which is named before anything else', () => {
    const cases = Array.from({ length: 10 }, (_, at) => caseOf(`refund-${at}`, 1, 0, 1));
    const report = { ...reviewOf('inconclusive', { cases }, { rounds: 1 }), ended: 'budget' as const };
    const calls = { ...report.calls, made: 260, planned: { low: 40, usual: 300, high: 1440 } };
    const at = (stoppedBy: NonNullable<Report['stoppedBy']>, more: Partial<Report> = {}) =>
      opening({ ...report, calls, costUsd: { actual: 0.13, unpriced: [] }, stoppedBy, ...more });
    expect(at({ limit: 'max-calls', value: 300 })).toEqual([
      '🤷 Stopped at `max-calls` (300): 10 cases fell, not proven',
      'It ended after 1 round and 260 calls. Raise `max-calls` to know: all of it takes at most 1,440.',
    ]);
    expect(at({ limit: 'max-cost', value: 0.15 })).toEqual([
      '🤷 Stopped at `max-cost` ($0.15): 10 cases fell, not proven',
      'It ended after 1 round and 260 calls. Raise `max-cost` to know: all of it takes at most about $0.72.',
    ]);
    expect(at({ limit: 'timeout', value: 90_000 }, { ended: 'deadline' })).toEqual([
      '🤷 Stopped at `timeout` (1.5 min): 10 cases fell, not proven',
      'It ended after 1 round and 260 calls. Raise `timeout`, or `concurrency`, to know.',
    ]);
    // A report of an older version does not tell which.
    expect(opening(report)[0]).toBe('🤷 Stopped at `max-calls` or `max-cost`: 10 cases fell, not proven');
  });

  test('does not pass over a limit where what was asked until then gave a verdict', () => {
    const stoppedBy = { limit: 'max-calls', value: 120 } as const;
    const passed = { ...reviewOf('pass', {}, { rounds: 1 }), ended: 'budget' as const, stoppedBy };
    expect(opening(passed)[1]).toMatch(
      /^Stopped at `max-calls` \(120\), after 1 round and 112 calls\. A case that breaks/u,
    );
  });

  test('is a design that could prove nothing, with what would', () => {
    const blind: Reason = { kind: 'blind', row: 'clerk-mini', trials: 2, trialsNeeded: 5 };
    expect(opening(reviewOf('inconclusive', { reasons: [blind] }))).toEqual([
      '🤷 Cannot tell: 2 replies a case cannot even prove a case that breaks',
      'Raise `trials` to 5, or add cases.',
    ]);
  });
});

describe('what was not reviewed', () => {
  test('says the fault with its place, then the mend', () => {
    const problem = {
      reason: 'files' as const,
      what: 'there is no check `contians`.',
      at: { file: 'support.cases.yml', line: 6, column: 9 },
      fix: 'Did you mean `contains`?',
    };
    expect(opening(buildReport({ verdict: 'invalid', problems: [problem] }))).toEqual([
      '⚠️ Not reviewed: support.cases.yml:6:9: there is no check `contians`',
      'Did you mean `contains`?',
    ]);
    const key = {
      reason: 'provider' as const,
      what: 'The service at api.example.com refused the key in OPENAI_API_KEY (401). Check the secret behind it.',
    };
    expect(opening(buildReport({ verdict: 'invalid', problems: [key, problem] }))).toEqual([
      '⚠️ Not reviewed: the service at api.example.com refused the key in OPENAI_API_KEY (401)',
      'Check the secret behind it. 1 more problem below.',
    ]);
  });

  test('keeps a service’s address whole: what it said in brackets gives way', () => {
    const what = 'default cannot be reached at http://127.0.0.1:8080/v1 (connect ECONNREFUSED 127.0.0.1:8080).';
    const down = { reason: 'provider', what, fix: 'Check the address, and that the service is up.' } as const;
    expect(opening(buildReport({ verdict: 'invalid', problems: [down] }))).toEqual([
      '⚠️ Not reviewed: default cannot be reached at http://127.0.0.1:8080/v1',
      'Check the address, and that the service is up.',
    ]);
  });

  test('says what nothing guards, and how to guard it', () => {
    const unreviewed = ['a', 'b'].map((name) => ({ path: `prompts/${name}.txt`, why: 'no-cases' as const }));
    expect(opening(buildReport({ verdict: 'unreviewed', unreviewed }))).toEqual([
      '⚪ Not checked: 2 changed prompts have no golden cases',
      'prompts/a.txt and prompts/b.txt: nothing says that they still work. Write some: docs/cases.md has examples.',
    ]);
    expect(opening(buildReport({ verdict: 'unreviewed', unreviewed: unreviewed.slice(0, 1) }))[0]).toBe(
      '⚪ Not checked: prompts/a.txt has no golden cases',
    );
    const gone = [{ path: 'prompts/a.txt', why: 'removed' as const }];
    expect(opening(buildReport({ verdict: 'unreviewed', unreviewed: gone }))).toEqual([
      '⚪ Not checked: prompts/a.txt was removed',
      'Golden cases that guarded it no longer run. If it is in use still, under another name or in another place, bring its cases there.',
    ]);
  });
});

describe('what holds', () => {
  test('says how far that can be relied on', () => {
    expect(opening(reviewOf('pass', {}))).toEqual([
      '✅ Fine to merge: 20 of 20 cases hold on clerk-mini',
      'A case that breaks would have been seen; a drop below 12 points spread over all would not.',
    ]);
    const few = { wouldSee: { case: true, drop: 1, halvedBy: null }, cases: holding(1) };
    expect(opening(reviewOf('pass', few))).toEqual([
      '✅ Fine to merge: 1 of 1 case holds on clerk-mini',
      'A case that breaks would have been seen, nothing subtler.',
    ]);
  });

  test('tells what got better by name, and what fails on both sides', () => {
    const cases = [
      buildCase({ id: 'invoice-after-40-days', state: 'improved' }),
      buildCase({ id: 'x', state: 'failing' }),
      ...holding(18),
    ];
    expect(opening(reviewOf('pass', { cases, wouldSee: null }))).toEqual([
      '✅ Fine to merge: 18 cases hold, 1 got better (invoice-after-40-days) on clerk-mini',
      '1 fails on both sides.',
    ]);
  });

  test('never hides a case that fell, a warning or a new prompt that nothing is compared with', () => {
    const cases = [caseOf('refund-used-shears', 6, 2, 6), ...holding(18)];
    expect(opening(reviewOf('pass', { cases, wouldSee: null }))).toEqual([
      '✅ Nothing proven worse: look at refund-used-shears on clerk-mini',
      'Right in 6 of 6 replies before, in 2 of 6 now. 18 others hold.',
    ]);
    const reason: Reason = {
      ...{ kind: 'case', row: 'clerk-mini', case: 'gift-card', family: 'base', round: 1, p: 0.001, alpha: 0.01 },
      ...{ delta: -1, old: { passes: 6, of: 6 }, new: { passes: 0, of: 6 }, blocks: false },
    };
    const warned = [buildCase({ id: 'gift-card', state: 'regressed' }), buildCase()];
    expect(opening(reviewOf('pass', { reasons: [reason], cases: warned }))[0]).toBe(
      '✅ A warning only: gift-card broke on clerk-mini: 6/6 → 0/6; 1 other holds',
    );
    const passing = holding(8).map((one) => ({ ...one, old: side(0, 0), new: side(1, 1) }));
    const failing = holding(2).map((one) => ({ ...one, id: `${one.id}-fails`, old: side(0, 0), new: side(0, 1) }));
    expect(opening(reviewOf('pass', { cases: [...passing, ...failing] }, { change: 'added' }))[0]).toBe(
      '✅ New prompt: 8 of 10 cases pass on clerk-mini',
    );
  });
});

test('a cancelled run proves nothing, and a skipped one says why', () => {
  expect(opening(buildReport({ verdict: 'inconclusive', ended: 'cancelled' }))).toEqual([
    '⚪ Cancelled: nothing is proven either way',
    'The run was ended after 0 rounds and 112 calls. Run it again: what was answered is kept.',
  ]);
  expect(opening(buildReport({ verdict: 'skipped', skipped: 'no prompt changed' }))).toEqual([
    '⚪ Nothing to review: no prompt changed',
  ]);
});

test('line and sentence fit a notification, whatever they tell of, and hold no figure of statistics', () => {
  const verdicts: readonly Verdict[] = ['regressed', 'invalid', 'inconclusive', 'unreviewed', 'pass', 'failing'];
  fc.assert(
    fc.property(anyHostileText, fc.constantFrom(...verdicts), fc.nat(40), (text, verdict, times) => {
      const report = { ...buildHostileReport(`${text} ${'x'.repeat(times * 5)}`), verdict };
      const { line, sentence } = openingOf(report);
      const length = (phrase: typeof line) => plain(phrase, (part) => part).length;
      expect(length(line)).toBeLessThanOrEqual(longest.line);
      expect(length(sentence)).toBeLessThanOrEqual(longest.sentence);
      const ours = [...line, ...sentence].map((part) => (part.kind === 'ours' ? part.text : '')).join('');
      expect(ours).not.toMatch(/p [=<]|σ|κ|pooled/u);
    }),
    { numRuns: 300 },
  );
});

test('a limit that broke alone says which setting would let it pass; beside a fall it is the prompt that is to be mended', () => {
  const tested = { round: 1, p: 0.001, alpha: 0.01 };
  const cost: Reason = {
    kind: 'cost',
    row: 'clerk-mini',
    ...tested,
    old: 0.0001,
    new: 0.0002,
    increase: 1,
    limit: 0.25,
  };
  const suite: Reason = {
    kind: 'suite',
    row: 'clerk-mini',
    round: 1,
    p: 0.001,
    alpha: 0.01,
    delta: -0.3,
    tolerance: 0.02,
  };
  const next = (...reasons: readonly Reason[]) =>
    plain(wordNextStep(reviewOf('regressed', { reasons: [...reasons] })), (text) => text);
  expect(next(cost)).toMatch(/^Have the prompt ask for less, or raise `gate\.cost`/u);
  expect(next(suite, cost)).toMatch(/^Fix the prompt(?:,|\.) /u);
});
