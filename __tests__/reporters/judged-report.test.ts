import { describe, expect, test } from 'vitest';
import type { Report, ReportReply } from '../../src/core/report/report.ts';
import { writeComment } from '../../src/reporters/comment.ts';
import { writeTerminal } from '../../src/reporters/terminal.ts';
import { buildCase, buildPrompt, buildRegressedReport, buildReply, buildRow } from '../support/report-builder.ts';
import { writePage } from '../support/write-page.ts';

type Check = Extract<ReportReply['checks'][number], { kind: 'scored' }>;

function graded(check: string, value: number, reason: string, details: NonNullable<Check['details']>): Check {
  const scorer = check === 'faithfulness' ? check : 'judge';
  return { kind: 'scored', check, scorer, value, binary: false, weight: 1, required: false, reason, details };
}

const supported = { statement: 'The window is 30 days.', supported: true, reason: 'The policy says so.' };
const made = { statement: 'We refund it after 40 days.', supported: false, reason: 'The policy ends at 30 days.' };
const before = [
  graded('kind', 8 / 9, '9 of 10; It is warm.', { criteria: [{ name: 'kind', votes: [9], reasons: ['It is warm.'] }] }),
  graded('faithfulness', 1, 'all 1 statements are supported', { statements: [supported] }),
];
const after = [
  graded('kind', 2 / 9, '3 of 10; It shouts.', {
    criteria: [{ name: 'kind', votes: [3, 2, 4], reasons: ['It shouts.', 'It is rude.', 'It is curt.'] }],
  }),
  graded('faithfulness', 0.5, '1 of 2 statements not supported: We refund it after 40 days.', {
    statements: [supported, made],
  }),
];

const mean = { low: null, high: null, p: 0.002 };
const row = buildRow({
  verdict: 'regressed',
  metrics: {
    kind: { old: 0.89, new: 0.22, delta: -0.67, ...mean, gated: true },
    faithfulness: { old: 1, new: 0.5, delta: -0.5, ...mean, gated: false },
    contains: { old: 1, new: 1, delta: 0, ...mean, gated: false },
  },
  cases: [
    buildCase({
      id: 'refund-late',
      state: 'regressed',
      old: { scores: [0.94], passes: 1, of: 1, missing: 0 },
      new: { scores: [0.3], passes: 0, of: 1, missing: 0 },
      replies: [
        buildReply({ side: 'old', checks: before, score: 0.94, passes: true }),
        buildReply({ side: 'new', checks: after, score: 0.3, passes: false }),
      ],
    }),
  ],
});
const judge: NonNullable<Report['judge']> = {
  model: 'grader1',
  votes: 3,
  reliability: { replies: 20, agreement: 0.7, flipRate: 0.25, sigma: 0.11 },
  kappa: { labels: 24, value: 0.52, error: 0.13 },
  advises: [{ metric: 'faithfulness', why: '25 % came out on the other side of their mark' }],
};
const report = buildRegressedReport({ judge, prompts: [buildPrompt({ verdict: 'regressed', models: [row] })] });
const comment = writeComment(report, '<!-- promptgate -->').replaceAll(/<\/?code>|`/gu, '');
const page = writePage(report).replaceAll(/<\/?(?:code|span|b)[^>]*>/gu, '');
const terminal = writeTerminal(report, { colours: false }).replaceAll(/\s+/gu, ' ');

test('how far the judge can be trusted stands in comment, page and terminal alike', () => {
  for (const text of [comment, page, terminal]) {
    expect(text).toContain(
      'Judge: grader1, 3 votes a reply; 20 replies judged more than once: 70% of the judgements alike, 25% flipped to the other side of the pass mark, spread σ = 0.11 on 0–1; agrees with 24 human labels at κ = 0.52 ± 0.13.',
    );
    expect(text).toContain('The metric faithfulness only advises: 25 % came out on the other side of their mark.');
  }
});

test('the mean over all checks of a kind is told from that of a single check', () => {
  const kinder = graded('kinder', 0.9, 'It is.', {});
  const cases = [buildCase({ replies: [buildReply({ checks: [...before, kinder] })] })];
  const both = {
    ...row,
    cases,
    metrics: { ...row.metrics, judge: { old: 1, new: 0.5, delta: -0.5, ...mean, gated: false } },
  };
  const shown = writeComment({ ...report, prompts: [buildPrompt({ models: [both] })] }, '').replaceAll(
    /<\/?code>|`/gu,
    '',
  );
  expect(shown).toContain('| all judge | clerk-mini |');
  expect(shown).toContain('| kind | clerk-mini |');
});

test('that a judge was not measured is said, never left to be guessed', () => {
  const text = writeTerminal({ ...report, judge: { model: 'grader1', votes: 1 } }, { colours: false });
  expect(text).toContain('Judge: grader1; how steady it is was not measured.');
});

test('graded checks are listed with both means, what fell most first, and what part they have in the gate', () => {
  expect(comment).toContain('| kind | clerk-mini | 0.89 → 0.22 | −0.67 | 0.002 | gates |');
  expect(comment).toContain('| faithfulness | clerk-mini | 1.00 → 0.50 | −0.50 | 0.002 | only advises |');
  expect(comment).not.toContain('| contains |');
  expect(page.indexOf('<td class="n">−0.67</td>')).toBeGreaterThan(0);
  expect(page.indexOf('<td class="n">−0.50</td>')).toBeGreaterThan(page.indexOf('<td class="n">−0.67</td>'));
});

describe('a regressed case', () => {
  test('says in the comment what the judge holds against the new reply, and what it said of the old one', () => {
    expect(comment).toContain('Fails kind 0.89 → 0.22: 3 of 10; It shouts. (before: 9 of 10; It is warm.)');
    expect(comment).toContain(
      '<br>faithfulness 1.00 → 0.50: 1 of 2 statements not supported: We refund it after 40 days.',
    );
  });

  test('shows on the page which statements its context supports, those it does not first', () => {
    const [refund, window] = [made, supported].map(({ statement }) => page.lastIndexOf(`“${statement}”`));
    expect(page).toMatch(/✗ “We refund it after 40 days\.” The policy ends at 30 days\./u);
    expect(page).toMatch(/✓ “The window is 30 days\.” The policy says so\./u);
    expect(refund).toBeGreaterThan(0);
    expect(page.indexOf('“We refund')).toBeLessThan(window ?? 0);
  });

  test('shows every vote with its reason where several were taken, and the reason of a good grade too', () => {
    expect(page).toContain('9 of 10; It is warm.');
    expect(page).toMatch(/3 It shouts\..*2 It is rude\..*4 It is curt\./su);
  });

  test('counts a reply that passes with less than a full score as passed, in squares as in numbers', () => {
    const header = page.slice(page.indexOf('<article'), page.indexOf('</header>', page.indexOf('<article')));
    expect(header).toMatch(/<i>■+<\/i>/u);
    expect(header).toMatch(/<i class="f">□+<\/i>/u);
    expect(header).not.toContain('class="g"');
  });
});

test('what fell on one model is not told again of all models together', () => {
  const fell = { kind: 'suite', round: 2, p: 0.001, alpha: 0.02, delta: -0.05, tolerance: 0.02 } as const;
  const pooled = buildPrompt({
    verdict: 'regressed',
    reasons: [{ ...fell, row: null }],
    models: [{ ...row, reasons: [...row.reasons, { ...fell, row: 'clerk-mini' }] }],
  });
  const both = writeTerminal({ ...report, prompts: [pooled] }, { colours: false });
  expect(both).toContain('The mean score fell on clerk-mini');
  expect(both).not.toContain('over all models together');
  const alone = writeTerminal({ ...report, prompts: [{ ...pooled, models: [row] }] }, { colours: false });
  expect(alone.replaceAll(/\s+/gu, ' ')).toContain('The mean score fell over all models together');
});
