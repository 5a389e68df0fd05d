import type { Report, ReportCase, ReportPrompt, ReportReply, ReportRow } from '../../src/core/report/report.ts';

/**
 * Builds whole, believable reports: a shop's support prompt, twenty cases in two segments, two models. Every builder takes what
 * a test cares about and fills in the rest.
 */
export function buildReport(overrides: Partial<Report> = {}): Report {
  return {
    version: 1,
    tool: { name: 'promptgate', version: '0.1.0' },
    mode: 'review',
    base: { sha: '9f8e7d6c5b4a39281706f5e4d3c2b1a098765432', ref: 'main' },
    head: { sha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334', ref: 'warmer-tone' },
    pullRequest: 12,
    startedAt: '2026-11-23T09:30:00.000Z',
    fingerprint: 'f'.repeat(64),
    verdict: 'pass',
    reasons: [],
    gate: { open: true, failOn: ['regressed', 'invalid'], acceptLabel: 'promptgate:accept' },
    problems: [],
    ended: 'complete',
    accepted: [],
    unreviewed: [],
    notes: [],
    prompts: [],
    served: [{ asked: 'clerk-mini', served: ['clerk-mini-2025-08-07'] }],
    adapted: [],
    method: { sampling: 'adaptive', trials: 12, alpha: 0.05, tolerance: 0.02, cases: 'block' },
    calls: {
      planned: { low: 80, high: 420 },
      made: 112,
      kept: 0,
      saved: 4,
      failed: 0,
      retried: 2,
      byPurpose: { reply: 112, judge: 0, simulate: 0, embedding: 0 },
    },
    costUsd: { estimated: 0.31, actual: 0.0871, unpriced: [] },
    links: {
      run: 'https://github.com/acme/shop/actions/runs/4711',
      report: 'https://github.com/acme/shop/actions/runs/4711/artifacts/5',
    },
    ...overrides,
  };
}

export function buildPrompt(overrides: Partial<ReportPrompt> = {}): ReportPrompt {
  return {
    path: 'prompts/support.prompt.yml',
    change: 'modified',
    verdict: 'pass',
    reasons: [],
    pooled: { p: 0.4, delta: 0 },
    level: 0.95,
    rounds: 2,
    diff: [
      '--- a/prompts/support.prompt.yml',
      '+++ b/prompts/support.prompt.yml',
      '@@ -3,4 +3,4 @@',
      ' messages:',
      '   - role: system',
      '-    content: You are the support desk of a shop. Quote the policy, with its number of days.',
      '+    content: You are the friendly support desk of a shop. Keep it short and warm.',
    ].join('\n'),
    casesChanged: { added: [], removed: [], edited: [], weakened: [] },
    unchecked: [],
    notes: [],
    exam: caseIds.map((id) => ({
      id,
      segment: segmentOf(id),
      tags: ['support'],
      weight: 1,
      vars: { question: questions[id] ?? `A question about ${id}?` },
      checks: [{ name: checkOf(id), required: false }],
      at: { file: 'prompts/support.cases.yml', line: 3 },
    })),
    models: [buildRow()],
    ...overrides,
  };
}

export function buildRow(overrides: Partial<ReportRow> = {}): ReportRow {
  return {
    id: 'clerk-mini',
    own: false,
    model: { old: 'clerk-mini', new: 'clerk-mini' },
    provider: 'default',
    verdict: 'pass',
    reasons: [],
    pooledOnly: false,
    score: { old: 0.96, new: 0.96, delta: 0, low: -0.06, high: 0.06, p: 0.6 },
    showInterval: true,
    looks: [{ round: 1, alpha: 0.005, spent: 0, p: 0.6 }],
    method: { kind: 'exact' },
    passRate: { old: 0.95, new: 0.95 },
    metrics: {},
    wouldSee: { case: true, drop: 0.12, halvedBy: { moreCases: 54, moreTrials: 9 } },
    missing: { old: { missing: 0, of: 40 }, new: { missing: 0, of: 40 } },
    cost: {
      old: 0.00042,
      new: 0.00039,
      perSegment: { free: { old: 0.0004, new: 0.00036 }, pro: { old: 0.00051, new: 0.0005 } },
      monthly: { free: { old: 48, new: 43.2, replies: 120_000 }, pro: { old: 4.08, new: 4, replies: 8000 } },
    },
    tokens: { input: { old: 310, new: 288 }, output: { old: 96, new: 71 } },
    latency: { p50: { old: 820, new: 790 }, p95: { old: 1900, new: 1850 } },
    cases: caseIds.map((id) => buildCase({ id, segment: segmentOf(id) })),
    ...overrides,
  };
}

/** So many merged versions of a prompt, each a little better and dearer than the one before. */
export function buildPast(versions: number): NonNullable<ReportRow['past']> {
  return Array.from({ length: versions }, (_, at) => ({
    at: `2026-11-${String(1 + (at % 28)).padStart(2, '0')}T09:00:00.000Z`,
    sha: (at + 1).toString(16).padStart(8, '0').repeat(5),
    score: 0.8 + (0.16 * at) / versions,
    passRate: 0.8 + (0.16 * at) / versions,
    usd: 0.0004 + 0.0001 * at,
    length: 300 + 20 * at,
  }));
}

type Spending = NonNullable<ReportRow['spending']>;

/** What a shop's replies used and cost: nothing changed. */
export function buildSpent(overrides: Partial<Spending> = {}): Omit<Spending, 'segments' | 'explodes' | 'refusals'> {
  return {
    replies: { old: 40, new: 40 },
    usd: { old: 0.000_42, new: 0.000_42, delta: 0, low: -0.000_02, high: 0.000_02, p: 0.5, cheaper: 0.5 },
    tokens: {
      input: { old: 310, new: 310 },
      cached: { old: 0, new: 0 },
      output: { old: 96, new: 96 },
      reasoning: { old: 0, new: 0 },
    },
    length: { old: 400, new: 400 },
    factors: { price: 1, tokenizer: 1, prompt: 1, reply: 1, reasoning: 1, cached: 1 },
    ...overrides,
  };
}

export function buildSpending(overrides: Partial<Spending> = {}): Spending {
  return { ...buildSpent(), segments: {}, explodes: false, refusals: { old: 0, new: 0 }, ...overrides };
}

export function buildCase(overrides: Partial<ReportCase> = {}): ReportCase {
  const id = overrides.id ?? 'shipping-time';
  return {
    id,
    segment: 'free',
    family: 'base',
    identical: false,
    old: { scores: [1, 1], passes: 2, of: 2, missing: 0 },
    new: { scores: [1, 1], passes: 2, of: 2, missing: 0 },
    delta: 0,
    p: 1,
    method: { kind: 'exact' },
    state: 'same',
    replies: [
      buildReply({ side: 'old', text: rightAnswer(id), checks: [buildCheck(checkOf(id), true)] }),
      buildReply({ side: 'new', text: rightAnswer(id), checks: [buildCheck(checkOf(id), true)] }),
    ],
    ...overrides,
  };
}

export function buildReply(overrides: Partial<ReportReply> = {}): ReportReply {
  return {
    side: 'new',
    trial: 0,
    round: 1,
    text: 'Yes, within 30 days.',
    score: 1,
    passes: true,
    checks: [buildCheck('contains: 30 days', true)],
    usage: { inputTokens: 300, outputTokens: 80 },
    costUsd: 0.0004,
    latencyMs: 812,
    model: 'clerk-mini-2025-08-07',
    finishReason: 'stop',
    ...overrides,
  };
}

export function buildCheck(check: string, passed: boolean, reason?: string): ReportReply['checks'][number] {
  return {
    kind: 'scored',
    check,
    scorer: 'contains',
    value: passed ? 1 : 0,
    passed,
    binary: true,
    weight: 1,
    required: false,
    reason: reason ?? (passed ? 'It holds the text.' : 'It does not hold the text.'),
  };
}

/** Two refund cases that always passed and never do now, on the cheaper of two models; eighteen others. */
export function buildRegressedReport(overrides: Partial<Report> = {}): Report {
  const broken = (id: string): ReportCase =>
    buildCase({
      id,
      old: { scores: [1, 1, 1, 1, 1, 1], passes: 6, of: 6, missing: 0 },
      new: { scores: [0, 0, 0, 0, 0, 0], passes: 0, of: 6, missing: 0 },
      delta: -1,
      p: 0.001_08,
      state: 'regressed',
      replies: [
        ...[0, 1, 2, 3, 4, 5].map((trial) =>
          buildReply({ side: 'old', trial, text: rightAnswer(id), checks: [buildCheck(checkOf(id), true)] }),
        ),
        ...[0, 1, 2, 3, 4, 5].map((trial) =>
          buildReply({
            side: 'new',
            trial,
            score: 0,
            passes: false,
            text: wrongAnswer,
            checks: [buildCheck(checkOf(id), false, 'The reply does not hold “30 days”.')],
          }),
        ),
      ],
    });
  const reasonFor = (id: string): ReportRow['reasons'][number] => ({
    kind: 'case',
    row: 'clerk-mini',
    round: 2,
    p: 0.001_08,
    alpha: 0.005,
    case: id,
    family: 'base',
    delta: -1,
    old: { passes: 6, of: 6 },
    new: { passes: 0, of: 6 },
    blocks: true,
  });
  const ids = ['refund-window', 'refund-digital'];
  const cases = caseIds.map((id) => (ids.includes(id) ? broken(id) : buildCase({ id, segment: segmentOf(id) })));
  const flaky = buildCase({
    id: 'greeting-by-name',
    segment: 'pro',
    old: { scores: [1, 0, 1, 1], passes: 3, of: 4, missing: 0 },
    new: { scores: [1, 1, 0, 0], passes: 2, of: 4, missing: 0 },
    delta: -0.25,
    p: 0.5,
    state: 'flaky',
  });
  const row = buildRow({
    verdict: 'regressed',
    reasons: ids.map(reasonFor),
    score: { old: 0.98, new: 0.88, delta: -0.1, low: -0.2, high: 0, p: 0.02 },
    passRate: { old: 0.98, new: 0.88 },
    showInterval: false,
    cases: [...cases, flaky],
  });
  const other = buildRow({
    id: 'clerk',
    model: { old: 'clerk', new: 'clerk' },
    passRate: { old: 1, new: 1 },
    score: { old: 1, new: 1, delta: 0, low: -0.05, high: 0.05, p: 1 },
    cost: { old: 0.0031, new: 0.0029, perSegment: {}, monthly: {} },
    latency: { p50: { old: 1420, new: 1390 }, p95: { old: 2900, new: 2850 } },
  });
  const prompt = buildPrompt({
    verdict: 'regressed',
    models: [row, other],
    casesChanged: {
      added: [],
      removed: ['refund-cash'],
      edited: [],
      weakened: [{ id: 'refund-digital', what: ['`required` dropped from contains: 30 days'] }],
    },
  });
  return buildReport({
    verdict: 'regressed',
    gate: { open: false, failOn: ['regressed', 'invalid'], acceptLabel: 'promptgate:accept' },
    reasons: row.reasons.map((reason) => ({ prompt: prompt.path, reason })),
    prompts: [prompt],
    ...overrides,
  });
}

const caseIds = [
  ...[
    'refund-window',
    'refund-digital',
    'shipping-time',
    'shipping-abroad',
    'order-status',
    'order-change',
    'invoice-copy',
  ],
  ...[
    'gift-card',
    'price-match',
    'warranty-length',
    'damaged-item',
    'missing-parcel',
    'address-change',
    'newsletter-stop',
  ],
  ...['account-delete', 'password-reset', 'store-hours', 'size-advice', 'loyalty-points', 'bulk-order'],
];

const questions: Readonly<Record<string, string>> = {
  'refund-window': 'Can I return a jacket after 40 days?',
  'refund-digital': 'Can I get my money back for a downloaded game?',
};

function segmentOf(id: string): string {
  return ['bulk-order', 'loyalty-points', 'invoice-copy', 'price-match'].includes(id) ? 'pro' : 'free';
}

function checkOf(id: string): string {
  return id.startsWith('refund') ? 'contains: 30 days' : 'answers';
}

function rightAnswer(id: string): string {
  return id.startsWith('refund')
    ? 'Thank you for asking. Our policy takes returns within 30 days of delivery. After 40 days we can no longer refund it, but we are glad to offer a repair.'
    : `Happy to help with that. Here is what our policy says about ${id.replaceAll('-', ' ')}.`;
}

const wrongAnswer =
  'Thank you for asking! We would love to make this right for you. Just send it back whenever it suits you and we will take care of it.';
