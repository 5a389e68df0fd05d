import { describe, expect, test } from 'vitest';
import { commentLimit, writeComment } from '../../src/reporters/comment.ts';
import { buildHostileReport } from '../support/hostile-report.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { renderMarkdown } from '../support/render-markdown.ts';
import {
  buildCase,
  buildPrompt,
  buildRegressedReport,
  buildReply,
  buildReport,
  buildRow,
} from '../support/report-builder.ts';

const marker = '<!-- promptgate -->';

/** The comment's lines without the elements around names. */
function linesOf(comment: string): readonly string[] {
  return comment.replaceAll(/<\/?code>/gu, '').split('\n');
}

describe('the verdict line', () => {
  const headline = (report: Parameters<typeof writeComment>[0]) => linesOf(writeComment(report, marker))[1];

  test('stands under the marker and says what broke, where, from what to what, and what holds', () => {
    const [first, second] = linesOf(writeComment(buildRegressedReport(), marker));
    expect(first).toBe(marker);
    expect(second).toBe('### 🔴 2 refund cases broke on gpt-5-mini: 6/6 → 0/6; 18 others hold, 1 is flaky');
  });

  test('says how much a row fell where no single case is to blame', () => {
    const row = buildRow({
      verdict: 'regressed',
      score: { old: 0.92, new: 0.8, delta: -0.12, low: -0.18, high: -0.06, p: 0.004 },
      reasons: [{ kind: 'suite', row: 'gpt-5-mini', round: 4, p: 0.004, alpha: 0.03, delta: -0.12, tolerance: 0.02 }],
    });
    const report = buildReport({
      verdict: 'regressed',
      prompts: [buildPrompt({ verdict: 'regressed', models: [row] })],
    });
    expect(headline(report)).toBe(
      '### 🔴 Replies got worse on gpt-5-mini: score 0.92 → 0.80, 12 points down; no single case is to blame',
    );
  });

  test('names the rule of the gate that broke', () => {
    const row = buildRow({
      verdict: 'regressed',
      reasons: [{ kind: 'cost', row: 'gpt-5-mini', old: 0.0004, new: 0.0006, increase: 0.5, limit: 0.25 }],
    });
    const report = buildReport({
      verdict: 'regressed',
      prompts: [buildPrompt({ verdict: 'regressed', models: [row] })],
    });
    expect(headline(report)).toBe(
      '### 🔴 A reply on gpt-5-mini costs 50% more ($0.40 → $0.60 per 1,000); the limit is 25%',
    );
  });

  test('names a problem with its place, and the fix stands below it', () => {
    const report = buildReport({
      verdict: 'invalid',
      gate: { open: false, failOn: ['invalid'] },
      problems: [
        {
          reason: 'files',
          what: 'unknown check `contians`.',
          at: { file: 'prompts/a.cases.yml', line: 4, column: 9 },
          fix: 'Did you mean `contains`?',
        },
      ],
    });
    expect(headline(report)).toBe(
      '### ⛔ The review could not be done: prompts/a.cases.yml:4:9: unknown check &#96;contians&#96;',
    );
    expect(renderMarkdown(writeComment(report, marker))).toContain('Did you mean `contains`?');
  });

  test('says of an unguarded prompt what is missing', () => {
    const report = buildReport({ verdict: 'unreviewed', unreviewed: [{ path: 'prompts/a.txt', why: 'no-cases' }] });
    expect(headline(report)).toBe('### ⚪ prompts/a.txt changed and nothing guards it: it has no golden cases');
  });

  test('counts the prompts that got worse before it names them, and the worst stands first everywhere', () => {
    const steady = ['a', 'b'].map((name) => buildPrompt({ path: `prompts/${name}.txt` }));
    const fell = buildCase({
      id: 'refund-window',
      state: 'fell',
      delta: -1,
      old: { scores: [1, 1, 1, 1, 1, 1], passes: 6, of: 6, missing: 0 },
      new: { scores: [0, 0, 0, 0, 0, 0], passes: 0, of: 6, missing: 0 },
    });
    const reason = {
      kind: 'suite',
      row: 'gpt-5-mini',
      round: 1,
      p: 0.001,
      alpha: 0.01,
      delta: -0.5,
      tolerance: 0.02,
    } as const;
    const row = buildRow({ verdict: 'regressed', reasons: [reason], cases: [fell, buildCase({ id: 'holds' })] });
    const worst = buildPrompt({ path: 'prompts/z.txt', verdict: 'regressed', models: [row] });
    const one = buildReport({ verdict: 'regressed', prompts: [...steady, worst] });
    expect(headline(one)).toBe(
      '### 🔴 1 of 3 changed prompts got worse, prompts/z.txt: refund-window fell on gpt-5-mini: 6/6 → 0/6; 1 other did not fall',
    );
    const lines = linesOf(writeComment(one, marker));
    expect(lines.find((line) => /^\| prompts\/\S+ \| gpt-5-mini \|/u.test(line))).toContain('🔴 regressed');
    expect(lines.findIndex((line) => line.includes('Case that fell'))).toBeLessThan(
      lines.findIndex((line) => line.includes('🔴 regressed')),
    );
    const two = { ...one, prompts: [...steady, worst, { ...worst, path: 'prompts/y.txt' }] };
    expect(headline(two)).toBe(
      '### 🔴 2 of 4 changed prompts got worse: prompts/z.txt and prompts/y.txt; 2 cases fell: 6/6 → 0/6',
    );
  });

  test('tells prompts that share a cause once, and never lists places in the verdict line', () => {
    const detail = 'refund: `javascript` at promptfooconfig.yaml:12';
    const unreviewed = ['a', 'b', 'c'].flatMap((name) => [
      { path: `prompts/${name}.txt`, why: 'not-run' as const, detail },
    ]);
    const shared = buildReport({ verdict: 'unreviewed', unreviewed });
    expect(headline(shared)).toBe(
      '### ⚪ 3 prompts changed that nothing guards: nothing that some of their cases ask for can be run here (prompts/a.txt, prompts/b.txt and prompts/c.txt)',
    );
    expect(writeComment(shared, marker).match(/promptfooconfig/gu)).toHaveLength(1);
    const apart = buildReport({
      verdict: 'unreviewed',
      unreviewed: ['a', 'b'].map((name) => ({
        path: `prompts/${name}.txt`,
        why: 'no-cases' as const,
        detail: `they would be in prompts/${name}.cases.yml`,
      })),
    });
    expect(linesOf(writeComment(apart, marker)).filter((line) => line.includes('they have no golden cases'))).toEqual([
      '### ⚪ 2 prompts changed that nothing guards: they have no golden cases (prompts/a.txt and prompts/b.txt)',
      '- prompts/a.txt (they would be in prompts/a.cases.yml) and prompts/b.txt (they would be in prompts/b.cases.yml): they have no golden cases. Write some: docs/cases.md has examples.',
    ]);
  });

  test('of a pass says what holds, and the next line what would have been seen', () => {
    const report = buildReport({ prompts: [buildPrompt()] });
    expect(headline(report)).toBe('### 🟢 Nothing got worse on gpt-5-mini: 20 cases hold');
    expect(linesOf(writeComment(report, marker))[3]).toBe(
      'prompts/support.prompt.yml. It would have caught one case that breaks and an even drop of 12 points or more over all cases.',
    );
  });

  test('tells an accepted regression from an open gate, a cancelled run and an undecided one', () => {
    const accepted = [{ by: 'ada', at: '2026-11-23T10:00:00Z', how: 'label promptgate:accept', fingerprint: 'f' }];
    expect(headline(buildRegressedReport({ accepted }))).toMatch(/^### 🟠 Accepted by ada: 2 refund cases broke/u);
    expect(headline(buildReport({ verdict: 'inconclusive', ended: 'cancelled' }))).toMatch(
      /Cancelled after 112 calls/u,
    );
    const row = buildRow({
      verdict: 'inconclusive',
      reasons: [{ kind: 'blind', row: 'gpt-5-mini', trials: 2, trialsNeeded: 5 }],
    });
    const undecided = buildReport({
      verdict: 'inconclusive',
      prompts: [buildPrompt({ verdict: 'inconclusive', models: [row] })],
    });
    expect(headline(undecided)).toMatch(
      /^### 🟡 Not proven either way: with 2 replies a case and side on gpt-5-mini.*5 would tell$/u,
    );
  });
});

describe('the verdict line of less usual reviews', () => {
  const headline = (report: Parameters<typeof writeComment>[0]) => linesOf(writeComment(report, marker))[1];
  const reviewOf = (
    verdict: 'pass' | 'inconclusive',
    row: Parameters<typeof buildRow>[0],
    prompt: Parameters<typeof buildPrompt>[0] = {},
  ) =>
    buildReport({ verdict, prompts: [buildPrompt({ verdict, models: [buildRow({ verdict, ...row })], ...prompt })] });

  test('says of a leaning row that it is probably worse, and by how much', () => {
    const report = reviewOf('inconclusive', {
      score: { old: 0.92, new: 0.86, delta: -0.06, low: -0.13, high: 0.01, p: 0.08 },
      reasons: [{ kind: 'leaning', row: 'gpt-5-mini', p: 0.08, alpha: 0.15, delta: -0.06, tolerance: 0.02 }],
    });
    expect(headline(report)).toBe('### 🟡 Probably worse on gpt-5-mini, not proven: score 0.92 → 0.86 (p = 0.08)');
    expect(writeComment(report, marker)).toContain(
      '54 more cases, or 9 more replies a case and side, would halve that',
    );
  });

  test('never claims that nothing got worse where a broken case only warns', () => {
    const report = reviewOf('pass', {
      cases: [buildCase({ id: 'gift-card', state: 'regressed' }), buildCase()],
      reasons: [
        {
          ...{
            kind: 'case',
            row: 'gpt-5-mini',
            case: 'gift-card',
            family: 'base',
            round: 1,
            p: 0.001,
            alpha: 0.01,
            delta: -1,
          },
          ...{ old: { passes: 6, of: 6 }, new: { passes: 0, of: 6 }, blocks: false },
        },
      ],
    });
    expect(headline(report)).toBe('### 🟢 A warning only: gift-card broke on gpt-5-mini: 6/6 → 0/6; 1 other holds');
  });

  test('tells of a new prompt what it scores, not that it got no worse', () => {
    const report = reviewOf('pass', { passRate: { old: null, new: 0.95 } }, { change: 'added' });
    expect(headline(report)).toBe('### 🟢 A new prompt, with nothing to compare: 95% on gpt-5-mini');
  });
});

test('the folded sections come in one order, each only where it has something to say', () => {
  const titles = (comment: string) => [...comment.matchAll(/<summary>(.*?)<\/summary>/gu)].map(([, title]) => title);
  expect(titles(writeComment(buildRegressedReport(), marker))).toEqual([
    'Replies that broke, old and new',
    'What changed in the prompt',
    'Golden cases changed here',
    'Flaky and failing cases',
    'What each segment costs',
    'Models this is safe on',
    'How this was judged',
  ]);
  expect(titles(writeComment(buildReport({ verdict: 'skipped' }), marker))).toEqual([]);
});

test('sections name the exam that was loosened, a month of each segment and the cheapest safe model', () => {
  const lines = linesOf(writeComment(buildRegressedReport(), marker));
  expect(lines).toContain('- **removed**, asked as before: refund-cash');
  expect(lines).toContain('| free | gpt-5-mini | $0.40 → $0.36 | 120,000 | $48.00 → $43.20 (−$4.80) |');
  expect(lines).toContain('- safe on gpt-5; cheapest: gpt-5 at $2.90 per 1,000 replies.');
  expect(lines).toContain('- Our policy takes returns within 30 days of delivery.');
});

test('an interval that includes zero is never shown beside a regression', () => {
  expect(writeComment(buildRegressedReport(), marker)).not.toContain('−0.20');
});

test('an unknown price is called unknown', () => {
  const row = buildRow({ cost: { old: null, new: null, perSegment: {}, monthly: {} } });
  const comment = writeComment(buildReport({ prompts: [buildPrompt({ models: [row] })] }), marker);
  expect(linesOf(comment).find((line) => line.startsWith('| gpt-5-mini'))).toContain('| unknown |');
});

describe('text from outside', () => {
  /** What GitHub would act on: outside code, text that is left once entities are read. */
  const acted = (html: string) =>
    html.replaceAll(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/gu, '').replaceAll(/&#x40;|&#64;/gu, '@');

  function expectHarmless(text: string): void {
    const comment = writeComment(buildHostileReport(text), marker);
    const html = renderMarkdown(comment);
    expect(html).not.toMatch(/<(?:a|img|script|h1|h2|input|em|strike)[\s>]/iu);
    expect(acted(html)).not.toMatch(/@[\p{L}\p{N}]|#\d|\bgh-\d/iu);
    expect(comment.match(/<!--/gu)).toHaveLength(1);
    expect(html.match(/<details>/gu)?.length).toBe(html.match(/<\/details>/gu)?.length);
    expect(comment).not.toMatch(/\p{Bidi_Control}|(?![\n\t])\p{Cc}|[\u200b\ufeff]/u);
    const tables = [...html.matchAll(/<table>[\s\S]*?<\/table>/gu)].slice(0, 2);
    const widths = tables.map(([table]) =>
      [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/gu)].map(([, row]) => row?.match(/<t[hd][\s>]/gu)?.length),
    );
    expect(widths.map((rows) => [...new Set(rows)])).toEqual([[6], [10]]);
    expect(comment.isWellFormed()).toBe(true);
    expect(comment.length).toBeLessThanOrEqual(commentLimit);
  }

  test.each(hostileTexts.map((text) => [text]))(
    '%j neither links, loads, mentions, forges the marker nor breaks a table',
    (text) => {
      expectHarmless(text);
    },
  );

  test('a very long run of white space costs no more than what is shown of it', () => {
    expectHarmless(`a${' '.repeat(300_000)}b`);
  });
});

describe('a comment that would be too long', () => {
  const long = 'All work and no play makes a dull reply, said the 😀. '.repeat(400);
  const cases = Array.from({ length: 400 }, (_, index) =>
    buildCase({
      id: `case-${index}`,
      state: 'regressed',
      old: { scores: [1], passes: 1, of: 1, missing: 0 },
      new: { scores: [0], passes: 0, of: 1, missing: 0 },
      replies: [
        buildReply({ side: 'old', text: long }),
        buildReply({ side: 'new', text: long.replaceAll('dull', 'dumb') }),
      ],
    }),
  );
  const rows = Array.from({ length: 80 }, (_, index) =>
    buildRow({ id: `model-${index}`, cases: index === 70 ? cases : [] }),
  );
  const prompts = [
    buildPrompt({ models: rows.map((row, index) => (index === 70 ? { ...row, verdict: 'regressed' } : row)) }),
  ];

  test('keeps verdict and table, counts the rows it leaves out, and lets sections give way from the end', () => {
    const comment = writeComment(buildRegressedReport({ prompts }), marker);
    expect(comment.length).toBeLessThanOrEqual(commentLimit);
    expect(comment.isWellFormed()).toBe(true);
    expect(comment).toContain('… and 40 more rows');
    expect(linesOf(comment).find((line) => line.startsWith('| model-70'))).toContain('regressed');
    expect(comment).toMatch(/… and \d+ more in the full report/u);
    expect(comment).toContain('Replies that broke');
    expect(comment).not.toContain('How this was judged');
    expect(comment).toMatch(/full report<\/a><\/sub>$/u);
  });

  test('shows fewer rows still where hostile names swell each of them', () => {
    const swollen = rows.map((row) => ({
      ...row,
      id: '`@#|'.repeat(30),
      model: { old: '`'.repeat(90), new: '@'.repeat(90) },
    }));
    const comment = writeComment(
      buildRegressedReport({ prompts: [buildPrompt({ path: '@'.repeat(200), models: swollen })] }),
      marker,
    );
    expect(comment.length).toBeLessThanOrEqual(commentLimit);
    expect(comment).toMatch(/… and \d+ more rows/u);
  });
});
