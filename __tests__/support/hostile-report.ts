import type { Report, ReportCase } from '../../src/core/report/report.ts';
import {
  buildCase,
  buildCheck,
  buildPrompt,
  buildRegressedReport,
  buildReply,
  buildRow,
  buildSpending,
  buildSpent,
} from './report-builder.ts';

/** A report in which every text that comes from outside is `text`, and every part of a reporter has something to show. */
export function buildHostileReport(text: string): Report {
  const check = buildCheck(text, false, text);
  const judged = {
    kind: 'scored',
    check: text,
    scorer: text,
    value: 0.2,
    binary: false,
    weight: 1,
    required: false,
    reason: text,
    details: {
      statements: [{ statement: text, supported: false, reason: text }],
      criteria: [{ name: text, votes: [1, 2], reasons: [text, text] }],
    },
  } as const;
  const replies = [
    buildReply({
      side: 'old',
      text: `${text}\nfine`,
      checks: [buildCheck(text, true, text), { ...judged, value: 0.9 }],
      model: text,
      finishReason: text,
    }),
    buildReply({
      side: 'new',
      text,
      passes: false,
      score: 0,
      checks: [check, judged, { kind: 'unscored', check: text, scorer: 'judge', why: text }],
    }),
  ];
  const broken = buildCase({ id: text, segment: text, state: 'regressed', p: 0.001, delta: -1, replies });
  const lost = buildCase({
    id: text,
    state: 'unscored',
    replies: [{ side: 'new', trial: 0, checks: [], error: { reason: 'server', message: text } }],
  });
  const talked: ReportCase = {
    ...broken,
    replies: replies.map((reply) => ({
      ...reply,
      transcript: [
        { role: 'user', content: text },
        { role: 'assistant', content: text, toolCalls: [{ name: text, arguments: text }] },
        { role: 'tool', content: text, tool: text },
      ],
      conversationEnd: 'turns',
    })),
    prefer: [
      { kind: 'compared', trial: 0, check: text, outcome: 'loss', reason: text },
      { kind: 'unscored', trial: 1, check: text, why: text },
    ],
  };
  const row = buildRow({
    id: text,
    model: { old: text, new: `${text}2` },
    provider: text,
    verdict: 'regressed',
    metrics: { [text]: { old: 0.9, new: 0.2, delta: -0.7, low: null, high: null, p: 0.01, gated: false } },
    prefer: { wins: 0, ties: 0, losses: 1, unscored: 1, p: 0.5 },
    cases: [broken, talked, lost, { ...broken, state: 'flaky' }, { ...broken, state: 'failing' }],
    reasons: [
      {
        kind: 'no-result',
        row: text,
        calls: [
          { case: text, side: 'new', name: text, arguments: JSON.stringify({ [text]: text }), replies: 1 },
          { case: text, side: 'old', name: text, arguments: text, replies: 2 },
        ],
        of: 5,
      },
      { kind: 'own-budget', row: text, of: 'usd', limit: 2, paths: [text] },
      {
        kind: 'case',
        row: text,
        round: 1,
        p: 0.001,
        alpha: 0.01,
        case: text,
        family: 'base',
        delta: -1,
        old: { passes: 6, of: 6 },
        new: { passes: 0, of: 6 },
        blocks: true,
      },
      { kind: 'metric', row: text, round: 1, p: 0.001, alpha: 0.01, metric: text, delta: -0.2, tolerance: 0.05 },
    ],
    cost: {
      old: 0.1,
      new: 0.2,
      perSegment: { [text]: { old: 0.1, new: 0.2 } },
      monthly: { [text]: { old: 10, new: 20, replies: 100 } },
    },
    spending: spendingOf(text),
    past: [0.8, 0.9, null].map((score) => ({ at: text, sha: text, score, passRate: score, usd: 0.001, length: 300 })),
  });
  const change = [{ id: text, what: [text] }];
  const prompt = buildPrompt({
    path: text,
    previousPath: text,
    diff: text,
    verdict: 'regressed',
    casesChanged: { added: [text], removed: [text], edited: change, weakened: change },
    toolsChanged: [{ tool: text, what: [text], description: { old: text, new: text } }],
    through: [{ path: text, diff: text }],
    promptEdit: {
      settings: [
        { name: 'model', old: text, new: text },
        { name: text, new: text },
      ],
      messages: [
        { role: 'system', file: text, kind: 'changed', oldRole: text, diff: text },
        { role: 'user', kind: 'changed', diff: `@@ -1 +1 @@\n-${text}\n+${text}!` },
      ],
      responseFormat: [text],
      unset: [text],
      unused: [text],
    },
    unchecked: [text],
    notes: [text],
    exam: [
      {
        id: text,
        tags: [text],
        weight: 1,
        vars: { [text]: text },
        checks: [{ name: text, required: true }],
        at: { file: text },
      },
    ],
    models: [row, { ...row, verdict: 'pass' }],
  });
  return buildRegressedReport({
    prompts: [prompt, { ...prompt, change: 'removed' }],
    problems: [{ reason: 'files', what: text, at: { file: text, line: 1, column: 2 }, fix: text }],
    unreviewed: [{ path: text, why: 'format', detail: text }],
    accepted: [{ by: text, at: text, how: text, fingerprint: text }],
    notes: [text],
    judge: { model: text, votes: 3, advises: [{ metric: text, why: text }] },
    served: [{ asked: text, served: [`${text}!`] }],
    adapted: [{ model: text, params: { [text]: text } }],
    costUsd: { unpriced: [text] },
    links: { run: text, report: `https://evil.example/"><img src=x>${text}` },
  });
}

/** Names of segments, variables and parameters come from a pull request. */
function spendingOf(text: string): ReturnType<typeof buildSpending> {
  const usd = { old: 0.1, new: 0.2, delta: 0.1, low: 0.05, high: 0.15, p: 0.001, cheaper: 1 };
  const head = { tokens: 2000, fixed: 2000, of: 2100, least: 1024, billed: 0.9 };
  const factors = { price: 1, tokenizer: 1, prompt: 1, reply: 2, reasoning: 1, cached: 1 };
  const spent = buildSpent({ usd, factors });
  return buildSpending({
    ...spent,
    segments: { [text]: spent, other: spent },
    month: { old: 10, new: 20, replies: 100, low: 5, high: 15 },
    explodes: true,
    heads: {
      old: head,
      new: { ...head, tokens: 3, billed: 0, breaks: { kind: 'variable', variable: text } },
      usdMonth: 3,
    },
    ignored: [{ param: text, value: text, why: 'exceeded', replies: 1, of: 2 }],
    refusals: { old: 0, new: 1 },
  });
}
