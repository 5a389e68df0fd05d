import { describe, expect, test } from 'vitest';
import { commentLimit, writeComment } from '../../src/reporters/comment.ts';
import { buildHostileReport } from '../support/hostile-report.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { renderMarkdown } from '../support/render-markdown.ts';
import {
  buildCase,
  buildCheck,
  buildPrompt,
  buildRegressedReport,
  buildReply,
  buildReport,
  buildRow,
} from '../support/report-builder.ts';

const marker = '<!-- promptgate -->';

/** The comment's lines without what is around names. */
function linesOf(comment: string): readonly string[] {
  return comment.replaceAll(/<\/?code>|`/gu, '').split('\n');
}

describe('what stands above the folds', () => {
  const above = (report: Parameters<typeof writeComment>[0]) =>
    writeComment(report, marker).split('\n<details>')[0]?.split('\n') ?? [];

  test('is the verdict, the evidence, one case shown, what to know and what to do next', () => {
    expect(above(buildRegressedReport()).join('\n')).toMatchInlineSnapshot(`
      "### ⛔ Do not merge yet: 2 refund cases broke on \`clerk-mini\`

      \`support.prompt.yml\` · Always right before (6 of 6), always wrong now (0 of 6). 18 others hold, 1 is flaky. \`clerk\` is unaffected.

      | Case | \`clerk-mini\` | \`clerk\` | Fails now |
      | :- | :- | :- | :- |
      | <a href="https://github.com/acme/shop/actions/runs/4711/artifacts/5#case=refund-window">\`refund-window\`</a> | 6/6 → **0/6** | ✓ 2/2 | \`contains: 30 days\` |
      | <a href="https://github.com/acme/shop/actions/runs/4711/artifacts/5#case=refund-digital">\`refund-digital\`</a> | 6/6 → **0/6** | ✓ 2/2 | \`contains: 30 days\` |

      **\`refund-window\`** on \`clerk-mini\`: 6/6 → 0/6<br>Can I return a jacket after 40 days?

      > ✅ **Before** · Thank you for asking. Our policy takes returns within 30 days of delivery. After 40 days we can no longer refund it, but we are glad to offer a repair.
      >
      > ❌ **Now** · Thank you for asking! We would love to make this right for you. Just send it back whenever it suits you and we will take care of it.

      Fails \`contains: 30 days\`: The reply does not hold “30 days”.

      - This pull request removes 1 golden case (\`refund-cash\`) and loosens 1 (\`refund-digital\`, which broke). They still run as before.

      **Next** · Fix the prompt, or let someone with write access set the label \`promptgate:accept\`. This blocks the merge. · <a href="https://github.com/acme/shop/actions/runs/4711/artifacts/5">Open the report</a> · <a href="https://github.com/acme/shop/actions/runs/4711">This run</a>
      "
    `);
  });

  test('ends with the marker, which mail does not show first', () => {
    const lines = writeComment(buildRegressedReport(), marker).split('\n');
    expect(lines.at(-1)).toBe(marker);
    expect(lines[0]).toMatch(/^### ⛔ Do not merge yet: /u);
  });

  test('gives the fix of a problem', () => {
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
    expect(renderMarkdown(writeComment(report, marker))).toContain('Did you mean <code>contains</code>?');
    expect(above(report).find((line) => line.startsWith('**Next'))).toMatch(
      /^\*\*Next\*\* · Fix this and run again\. This blocks the merge\. · /u,
    );
  });

  test('puts models beside each other, and counts them where they are many', () => {
    const [worse, other] = buildRegressedReport().prompts[0]?.models ?? [];
    if (worse === undefined || other === undefined) throw new Error('two models');
    const models = ['a', 'b', 'c', 'd'].map((id) => ({ ...worse, id, model: { old: id, new: id } }));
    const shown = above(
      buildRegressedReport({ prompts: [buildPrompt({ verdict: 'regressed', models: [...models, other] })] }),
    );
    const name =
      '<a href="https://github.com/acme/shop/actions/runs/4711/artifacts/5#case=refund-window">`refund-window`</a>';
    expect(shown).toContain(`| ${name} | 6/6 → **0/6** | 4 of 5 | \`contains: 30 days\` |`);
  });

  test('is a row a prompt where there are several, those that hold in one', () => {
    const worse = buildRegressedReport().prompts[0];
    const steady = ['a', 'b'].map((name) => buildPrompt({ path: `prompts/${name}.txt` }));
    const report = buildRegressedReport({
      prompts: [...steady, buildPrompt(worse)],
      unreviewed: [{ path: 'prompts/bare.txt', why: 'no-cases' }],
    });
    expect(
      above(report)
        .filter((line) => line.startsWith('|'))
        .slice(2),
    ).toEqual([
      '| `support.prompt.yml` | **got worse**: `refund-window` 6/6 → 0/6, `refund-digital` 6/6 → 0/6 |',
      '| `bare.txt` | not checked |',
      '| 2 other prompts | hold |',
    ]);
  });

  test('tells prompts that share a cause once', () => {
    const detail = 'refund: `javascript` at promptfooconfig.yaml:12';
    const unreviewed = ['a', 'b', 'c'].map((name) => ({
      path: `prompts/${name}.txt`,
      why: 'not-run' as const,
      detail,
    }));
    expect(
      writeComment(buildReport({ verdict: 'unreviewed', unreviewed }), marker).match(/promptfooconfig/gu),
    ).toHaveLength(1);
    const apart = buildReport({
      verdict: 'unreviewed',
      unreviewed: ['a', 'b'].map((name) => ({
        path: `prompts/${name}.txt`,
        why: 'no-cases' as const,
        detail: `they would be in prompts/${name}.cases.yml`,
      })),
    });
    expect(above(apart).filter((line) => line.includes('they have no golden cases'))).toEqual([
      '- `prompts/a.txt` (they would be in prompts/a.cases.yml) and `prompts/b.txt` (they would be in prompts/b.cases.yml): they have no golden cases. Write some: docs/cases.md has examples.',
    ]);
  });

  test('holds no figure of statistics', () => {
    expect(above(buildRegressedReport()).join('\n')).not.toMatch(/p [=<]|σ|κ|pooled|<code>/u);
  });
});

test('the folded sections come in one order, each only where it has something to say, and say what is in them', () => {
  const titles = (comment: string) => [...comment.matchAll(/<summary>(.*?)<\/summary>/gu)].map(([, title]) => title);
  expect(titles(writeComment(buildRegressedReport(), marker))).toEqual([
    '1 more example of a case that broke',
    '<code>clerk-mini</code> 98% → 88%, <code>clerk</code> 100%: pass rate, cost, speed',
    'Prompt: +1 −1 lines',
    'Golden cases: 1 removed, 1 loosened',
    '1 is flaky',
    'Cost a month',
    'Safe on <code>clerk</code>',
    'How sure is this?',
  ]);
  expect(titles(writeComment(buildReport({ verdict: 'skipped' }), marker))).toEqual([]);
});

test('sections name the exam that was loosened, a month of each segment and the cheapest safe model', () => {
  const lines = linesOf(writeComment(buildRegressedReport(), marker));
  expect(lines).toContain('- **removed**, asked as before: refund-cash');
  expect(lines).toContain('| free | clerk-mini | $0.40 → $0.36 | 120,000 | $48.00 → $43.20 (−$4.80) |');
  expect(lines).toContain('- Safe on clerk; cheapest: clerk at $2.90 per 1,000 replies.');
});

test('the words that a check quotes against a reply are underlined in it', () => {
  const check = { ...buildCheck('promises no refund', false), reason: '"gladly refund" matches "(?i)gladly"' };
  const replies = [
    buildReply({ side: 'old', text: 'We cannot.' }),
    buildReply({ text: 'We will gladly refund it.', passes: false, checks: [check] }),
  ];
  const row = buildRow({ verdict: 'regressed', cases: [buildCase({ id: 'late', state: 'regressed', replies })] });
  const comment = writeComment(
    buildReport({ verdict: 'regressed', prompts: [buildPrompt({ verdict: 'regressed', models: [row] })] }),
    marker,
  );
  expect(comment).toContain('> ✅ **Before** · We cannot.\n>\n> ❌ **Now** · We will <ins>gladly refund</ins> it.');
});

test('an interval that includes zero is never shown beside a regression', () => {
  expect(writeComment(buildRegressedReport(), marker)).not.toContain('−0.20');
});

test('an unknown price is called unknown', () => {
  const row = buildRow({ cost: { old: null, new: null, perSegment: {}, monthly: {} } });
  const comment = writeComment(buildReport({ prompts: [buildPrompt({ models: [row] })] }), marker);
  expect(linesOf(comment).find((line) => line.startsWith('| clerk-mini'))).toContain('| unknown |');
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
    expect(widths.map((rows) => [...new Set(rows)])).toEqual([[2], [12]]);
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

  test('keeps verdict and evidence, counts what it leaves out, and lets sections give way from the end', () => {
    const comment = writeComment(buildRegressedReport({ prompts }), marker);
    expect(comment.length).toBeLessThanOrEqual(commentLimit);
    expect(comment.isWellFormed()).toBe(true);
    expect(comment).toContain('and 392 more cases in the report');
    expect(comment).toMatch(/… and \d+ more in the full report/u);
    expect(comment).toContain('399 more examples of cases that broke');
    expect(comment).toContain('How sure is this?');
    expect(comment.endsWith(`\n\n${marker}`)).toBe(true);
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
    expect(comment).toContain('**Next** · ');
  });

  test('gives way to replies and faults of nothing but dollars, which take eighteen characters each, and says so', () => {
    const comment = writeComment(buildHostileReport('$'.repeat(700)), marker);
    expect(comment.length).toBeLessThanOrEqual(commentLimit);
    expect(comment).toMatch(/^### /u);
    expect(comment).toContain('Some of this is too long to show here: see the full report.\n\n**Next** · ');
    expect(comment.endsWith(`\n\n${marker}`)).toBe(true);
  });
});
