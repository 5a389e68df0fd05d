import type { Reason } from '../../src/core/gate/reason.ts';
import type { Report, ReportCase, ReportPrompt, ReportRow } from '../../src/core/report/report.ts';
import {
  buildCase,
  buildCheck,
  buildPrompt,
  buildRegressedReport,
  buildReply,
  buildReport,
  buildRow,
  buildSpending,
  buildSpent,
} from './report-builder.ts';

const row = 'clerk-mini';

/** How reviews end that a person has to understand in five seconds, each by its name. */
export const reviewScenarios: Readonly<Record<string, Report>> = {
  'cases-broke': buildRegressedReport(),
  'sixty-cases-on-three-models': onThreeModels(),
  'many-broke-asked-once': reviewOf('regressed', { reasons: [suite()], cases: [...fallen(8, 1), ...holding(12)] }),
  'mean-fell': reviewOf('regressed', {
    reasons: [suite()],
    passRate: { old: 0.98, new: 0.68 },
    cases: [...['a', 'b', 'c'].map((id, at) => caseOf(`parcel-${id}`, 8, 7 - at, 8, { state: 'same' })), ...holding(9)],
  }),
  'ten-prompts': onTenPrompts(),
  'few-replies': {
    ...reviewOf('inconclusive', {
      reasons: [{ kind: 'blind', row, trials: 2, trialsNeeded: 4 }],
      cases: [caseOf('refund-after-40-days', 2, 0, 2), ...holding(4)],
      wouldSee: null,
    }),
    method: { ...buildReport().method, sampling: 'fixed', trials: 2 },
  },
  leaning: reviewOf('inconclusive', {
    reasons: [{ kind: 'leaning', row, p: 0.083, alpha: 0.15, delta: -0.09, tolerance: 0.02 }],
    passRate: { old: 0.92, new: 0.83 },
    cases: [
      ...['gift', 'sale', 'used'].map((id, at) => caseOf(`return-${id}`, 6, 5 - Math.min(at, 1), 6, { state: 'same' })),
      ...holding(9),
    ],
  }),
  'budget-spent': {
    ...reviewOf('inconclusive', { cases: fallen(10, 1) }, { rounds: 1 }),
    ended: 'budget',
    stoppedBy: { limit: 'max-calls', value: 120 },
    calls: { ...buildReport().calls, planned: { low: 40, usual: 120, high: 480 } },
  },
  'key-refused': unread({
    reason: 'provider',
    what: 'The service at api.example.com refused the key in OPENAI_API_KEY (401). Check the secret behind it.',
  }),
  'model-unknown': unread({
    reason: 'config',
    what: 'The service does not know the model `clerk-mni`.',
    at: { file: 'promptgate.yml', line: 3, column: 5 },
    fix: 'Correct `models`.',
  }),
  'cases-file-broken': unread({
    reason: 'files',
    what: 'there is no check `contians`.',
    at: { file: 'prompts/support.cases.yml', line: 6, column: 9 },
    fix: 'Did you mean `contains`?',
  }),
  'nothing-guards': buildReport({
    verdict: 'unreviewed',
    unreviewed: ['sales', 'upsell'].map((name) => ({ path: `prompts/${name}.txt`, why: 'no-cases' })),
  }),
  'all-hold': reviewOf('pass', {}),
  'got-better': reviewOf('pass', {
    cases: [
      caseOf('invoice-after-40-days', 0, 6, 6, { state: 'improved' }),
      caseOf('poem', 0, 0, 3, { state: 'failing' }),
      ...holding(18),
    ],
    wouldSee: null,
  }),
  'passes-though-a-case-fell': reviewOf('pass', {
    cases: [caseOf('refund-used-shears', 6, 2, 6), ...holding(18)],
    wouldSee: null,
  }),
  'over-the-cost-limit': reviewOf('regressed', {
    reasons: [
      {
        kind: 'cost',
        row,
        round: 1,
        p: 0.001,
        alpha: 0.0025,
        old: 0.000_077_3,
        new: 0.000_136,
        increase: 0.76,
        limit: 0.25,
      },
    ],
    tokens: { input: { old: 300, new: 300 }, output: { old: 28, new: 56 } },
    cases: holding(20),
  }),
  'costs-more': reviewOf('pass', { ...twiceAsLong(), cases: holding(20) }),
  'broke-and-costs-more': reviewOf('regressed', {
    ...twiceAsLong(),
    reasons: [
      {
        kind: 'case',
        row,
        case: 'refund-after-40-days',
        family: 'base',
        old: { passes: 6, of: 6 },
        new: { passes: 0, of: 6 },
        blocks: true,
        round: 3,
        p: 0.001,
        alpha: 0.01,
        delta: -1,
      },
    ],
    cases: [caseOf('refund-after-40-days', 6, 0, 6, { state: 'regressed' }), ...holding(19)],
  }),
  'over-the-cost-limit-with-its-cause': reviewOf('regressed', {
    ...twiceAsLong(),
    reasons: [
      {
        kind: 'cost',
        row,
        round: 1,
        p: 0.001,
        alpha: 0.0025,
        old: 0.000_42,
        new: 0.001_04,
        increase: 1.48,
        limit: 0.25,
      },
    ],
    cases: holding(20),
  }),
  'model-switched': reviewOf('pass', { ...switched(), cases: holding(20) }),
  'cache-broken-and-parameters-ignored': reviewOf('pass', {
    cases: holding(20),
    spending: buildSpending({
      month: { old: 52.1, new: 52.1, replies: 128_000, low: -2, high: 2 },
      heads: {
        old: { tokens: 1240, fixed: 1240, of: 1310, least: 1024, billed: 0.8 },
        new: {
          tokens: 12,
          fixed: 1240,
          of: 1322,
          least: 1024,
          billed: 0,
          breaks: { kind: 'date', variable: 'today' },
        },
        usdPer1000: 0.279,
        usdMonth: 35.71,
      },
      ignored: [
        { param: 'reasoning_effort', value: 'high', why: 'no-reasoning', replies: 40, of: 40 },
        { param: 'max_tokens', value: '80', why: 'exceeded', replies: 31, of: 40 },
      ],
    }),
  }),
  'gains-by-length-alone': reviewOf('pass', {
    score: { old: 0.7, new: 0.82, delta: 0.12, low: 0.02, high: 0.2, p: 0.99 },
    passRate: { old: 0.7, new: 0.82 },
    cases: [caseOf('invoice-after-40-days', 0, 6, 6, { state: 'improved' }), ...holding(19)],
    spending: buildSpending({
      verbosity: { longer: 1.8, pairs: { alike: 9, of: 40 }, gain: 0.12, gainAlike: 0.01, alone: true },
      length: { old: 400, new: 720 },
    }),
  }),
  'under-the-least-score': reviewOf('regressed', {
    reasons: [{ kind: 'min-score', row, score: 0.3, minimum: 0.7 }],
    score: { old: 0.3, new: 0.3, delta: 0, low: null, high: null, p: 1 },
    passRate: { old: 0.3, new: 0.3 },
    cases: [
      ...Array.from({ length: 14 }, (_, at) => caseOf(`hard-${at}`, 0, 0, 2, { state: 'failing' })),
      ...holding(6),
    ],
  }),
  accepted: buildRegressedReport({
    accepted: [{ by: 'robin', at: '2026-11-28T10:00:00Z', how: 'label promptgate:accept', fingerprint: 'f' }],
    gate: { open: true, failOn: ['regressed', 'invalid'], acceptLabel: 'promptgate:accept' },
  }),
  'new-prompt': reviewOf(
    'pass',
    {
      cases: [
        ...holding(8).map((one) => alone(one, 1)),
        ...['invoice-after-40-days', 'tone-angry'].map((id) => alone(caseOf(id, 0, 0, 1, { state: 'failing' }), 0)),
      ],
      wouldSee: null,
    },
    { change: 'added', diff: '' },
  ),
  'exam-loosened': examLoosened(),
  'was-regressed-fixed-here': {
    ...reviewOf('pass', { cases: holding(20) }),
    earlier: { verdict: 'regressed', head: '5e4d3c2b1a09', since: '5e4d3c2b1a09' },
  },
  'still-regressed': buildRegressedReport({
    earlier: { verdict: 'regressed', head: '7f6e5d4c3b2a', since: '5e4d3c2b1a09' },
  }),
};

function reviewOf(verdict: Report['verdict'], of: Partial<ReportRow>, prompt: Partial<ReportPrompt> = {}): Report {
  const models = [buildRow({ verdict, ...of })];
  return buildReport({
    verdict,
    gate: { open: verdict !== 'regressed', failOn: ['regressed', 'invalid'], acceptLabel: 'promptgate:accept' },
    reasons: (of.reasons ?? []).map((reason) => ({ prompt: 'prompts/support.prompt.yml', reason })),
    prompts: [buildPrompt({ verdict, models, ...prompt })],
  });
}

function unread(problem: Report['problems'][number]): Report {
  return buildReport({
    verdict: 'invalid',
    gate: { open: false, failOn: ['regressed', 'invalid'], acceptLabel: 'promptgate:accept' },
    problems: [problem],
    calls: { ...buildReport().calls, made: 0 },
  });
}

function suite(): Reason {
  return { kind: 'suite', row: 'clerk-mini', round: 1, p: 0.001, alpha: 0.01, delta: -0.3, tolerance: 0.02 };
}

function side(passes: number, of: number): ReportCase['old'] {
  return { scores: Array.from({ length: of }, (_, at) => (at < passes ? 1 : 0)), passes, of, missing: 0 };
}

/** A case with replies that pass and fail as often as it says. */
function caseOf(id: string, old: number, now: number, of: number, more: Partial<ReportCase> = {}): ReportCase {
  const replies = (['old', 'new'] as const).flatMap((one) =>
    Array.from({ length: of }, (_, trial) => {
      const passes = trial < (one === 'old' ? old : now);
      return buildReply({
        side: one,
        trial,
        passes,
        score: passes ? 1 : 0,
        text: passes
          ? 'That is past our 30 days, so I cannot refund it; store credit is possible.'
          : 'Of course! Just send it back and we gladly refund it.',
        checks: [buildCheck('promises no refund', passes, passes ? 'holds' : '"gladly refund" matches "(?i)gladly"')],
      });
    }),
  );
  return buildCase({
    id,
    old: side(old, of),
    new: side(now, of),
    delta: (now - old) / of,
    state: 'fell',
    replies,
    ...more,
  });
}

function fallen(number: number, of: number): readonly ReportCase[] {
  return Array.from({ length: number }, (_, at) => caseOf(`refund-${at + 1}`, of, 0, of));
}

function holding(number: number): readonly ReportCase[] {
  return Array.from({ length: number }, (_, at) => buildCase({ id: `order-${at + 1}` }));
}

function alone(one: ReportCase, passes: number): ReportCase {
  const replies = one.replies.filter((reply) => reply.side === 'new');
  return { ...one, old: side(0, 0), new: side(passes, 1), delta: null, p: null, replies };
}

function broken(model: string, ids: readonly string[]): ReportRow {
  const reasons = ids.map(
    (id): Reason => ({
      ...{ kind: 'case', row: model, case: id, family: 'base', round: 2, p: 0.001, alpha: 0.005, delta: -1 },
      ...{ old: { passes: 8, of: 8 }, new: { passes: 0, of: 8 }, blocks: true },
    }),
  );
  const cases = [
    ...ids.map((id) => caseOf(id, 8, 0, 8, { state: 'regressed', p: 0.001 })),
    ...holding(20 - ids.length),
  ];
  const verdict = ids.length === 0 ? 'pass' : 'regressed';
  return buildRow({ id: model, model: { old: model, new: model }, verdict, reasons, cases });
}

function onThreeModels(): Report {
  const models = [
    broken('clerk', ['account-after-40-days']),
    broken('clerk-mini', ['account-after-40-days', 'refund-late-gift', 'refund-after-40-days', 'refund-abroad']),
    broken('sonnet-4-5', ['account-after-40-days', 'refund-late-gift']),
  ];
  return buildRegressedReport({ prompts: [buildPrompt({ verdict: 'regressed', models })] });
}

function onTenPrompts(): Report {
  const worse = ['route', 'triage', 'support'].map((name, at) =>
    buildPrompt({
      path: `prompts/${name}.prompt.yml`,
      verdict: 'regressed',
      models: [broken('clerk-mini', at === 2 ? ['refund-late-gift', 'refund-abroad'] : [`${name}-after-40-days`])],
    }),
  );
  const rest = ['translate', 'moderate', 'greet', 'summarise', 'title', 'tags'].map((name) =>
    buildPrompt({ path: `prompts/${name}.prompt.yml`, models: [broken('clerk-mini', [])] }),
  );
  return buildRegressedReport({
    prompts: [...rest, ...worse],
    unreviewed: [{ path: 'prompts/upsell.prompt.yml', why: 'no-cases' }],
  });
}

function examLoosened(): Report {
  const casesChanged = {
    added: [],
    removed: ['refund-window'],
    edited: [],
    weakened: ['shipping-time', 'shipping-abroad'].map((id) => ({ id, what: ['check `contains: 30 days` dropped'] })),
  };
  const report = buildRegressedReport();
  return { ...report, prompts: report.prompts.map((prompt) => ({ ...prompt, casesChanged })) };
}

/** Replies twice as long, and what a month of them comes to. */
function twiceAsLong(): Partial<ReportRow> {
  const usd = { old: 0.003_216, new: 0.008_047, delta: 0.004_831, low: 0.004_2, high: 0.005_5, p: 0.001, cheaper: 1 };
  const factors = { price: 0.9, tokenizer: 1, prompt: 1.02, reply: 2.1, reasoning: 1.298, cached: 1 };
  const spent = buildSpent({
    usd,
    tokens: {
      input: { old: 310, new: 322 },
      cached: { old: 0, new: 0 },
      output: { old: 240, new: 480 },
      reasoning: { old: 100, new: 186 },
    },
    length: { old: 560, new: 1176 },
    factors,
  });
  return {
    cost: {
      old: usd.old,
      new: usd.new,
      perSegment: { free: { old: usd.old, new: usd.new }, pro: { old: usd.old, new: usd.new } },
      monthly: {
        free: { old: 360, new: 900, replies: 112_000 },
        pro: { old: 52, new: 130, replies: 16_000 },
      },
    },
    spending: buildSpending({
      ...spent,
      segments: { free: spent, pro: spent },
      month: { old: 412, new: 1030, replies: 128_000, low: 540, high: 700 },
      explodes: true,
    }),
  };
}

/** Another model: cheaper and faster, a little worse, its replies shorter. */
function switched(): Partial<ReportRow> {
  const factors = { price: 0.4, tokenizer: 1.2, prompt: 1, reply: 0.8, reasoning: 1, cached: 1 };
  return {
    id: 'clerk → clerk-mini',
    own: true,
    model: { old: 'clerk', new: 'clerk-mini' },
    score: { old: 0.98, new: 0.95, delta: -0.03, low: -0.08, high: 0.02, p: 0.2 },
    passRate: { old: 0.98, new: 0.95 },
    latency: { p50: { old: 1900, new: 800 }, p95: { old: 3900, new: 1850 } },
    cost: { old: 0.003, new: 0.001_152, perSegment: {}, monthly: {} },
    spending: buildSpending({
      usd: { old: 0.003, new: 0.001_152, delta: -0.001_848, low: -0.002_1, high: -0.001_6, p: 1, cheaper: 0.001 },
      length: { old: 560, new: 448 },
      factors,
      refusals: { old: 0, new: 2 },
    }),
  };
}
