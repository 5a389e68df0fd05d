import { describe, expect, test } from 'vitest';
import type { Report, ReportPrompt } from '../../src/core/report/report.ts';
import { writeComment } from '../../src/reporters/comment.ts';
import { writeTerminal } from '../../src/reporters/terminal.ts';
import { buildPrompt, buildReport } from '../support/report-builder.ts';
import { writePage } from '../support/write-page.ts';

const none = { settings: [], messages: [], responseFormat: [], unset: [], unused: [] };
const policy = {
  path: 'prompts/_policy.md',
  diff: '--- a/prompts/_policy.md\n+++ b/prompts/_policy.md\n@@ -1 +1 @@\n-30 days.\n+60 days.\n',
};

function reportOf(...prompts: readonly Partial<ReportPrompt>[]) {
  return buildReport({
    prompts: prompts.map((prompt, at) => buildPrompt({ path: `prompts/${at}.prompt`, diff: '', ...prompt })),
  });
}

/** The page without its styles and its program. */
function aboutDiff(report: Report): string {
  const page = writePage(report);
  return page.slice(page.indexOf('<body>'), page.indexOf('<script'));
}

const edited: Partial<ReportPrompt> = {
  diff: '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-x\n+y\n',
  promptEdit: {
    ...none,
    settings: [
      { name: 'model', old: 'gpt-a', new: 'gpt-b' },
      { name: 'temperature', old: '0.2', new: '0.7' },
      { name: 'max_tokens', new: '400' },
    ],
    messages: [
      {
        role: 'system',
        kind: 'changed',
        diff: '@@ -1,2 +1,2 @@\n-Answer the customer briefly and with the policy.\n+Answer the customer at length and with the policy.\n Be kind.\n',
      },
      { role: 'user', kind: 'added', diff: '@@ -0,0 +1,1 @@\n+{{question}}\n' },
    ],
    responseFormat: ['field `total` added'],
    unset: ['tone'],
    unused: ['city'],
  },
  toolsChanged: [
    { tool: 'get_order', what: ['description changed'], description: { old: 'Gets it.', new: 'Finds it.' } },
  ],
};

describe('what an edit did to a prompt', () => {
  test('stands in the comment by message, word by word, under the model and the parameters', () => {
    const comment = writeComment(reportOf(edited), '');
    const fold = comment.slice(comment.indexOf('<summary>Prompt: +1 −1 lines</summary>'));
    expect(fold.slice(0, fold.indexOf('</details>'))).toMatchInlineSnapshot(`
      "<summary>Prompt: +1 −1 lines</summary>

      \`prompts/0.prompt\`

      - \`gpt-a\` → \`gpt-b\`, temperature 0.2 → 0.7, max_tokens not set → 400
      - Response format: field \`total\` added.
      - Tool \`get_order\`: description changed, “Gets it.” → “Finds it.”.
      - No golden case sets the new variable \`tone\`.
      - Variable that no template uses any more: \`city\`.

      **system**

      > Answer the customer <del>briefly</del> <ins>at length</ins> and with the policy.

      **user** (added)

      \`\`\`diff
      @@ -0,0 +1,1 @@
      +{{question}}
      \`\`\`

      "
    `);
    expect(comment.slice(0, comment.indexOf('<details>'))).toContain('- No golden case sets the new variable `tone`.');
  });

  test('stands on the screen in few lines', () => {
    const text = writeTerminal(reportOf(edited), { colours: false, columns: 80 });
    expect(
      text.slice(text.indexOf('Changed in'), text.indexOf('\n\n', text.indexOf('Changed in'))),
    ).toMatchInlineSnapshot(`
      "Changed in prompts/0.prompt:
        gpt-a → gpt-b, temperature 0.2 → 0.7, max_tokens not set → 400
        Response format: field total added.
        Tool get_order: description changed, “Gets it.” → “Finds it.”.
        No golden case sets the new variable tone.
        Variable that no template uses any more: city.
        system:
          ~ Answer the customer [-briefly -]{+at length +}and with the policy.
        user added:
          + {{question}}"
    `);
  });

  test('stands on the page by message', () => {
    const page = aboutDiff(reportOf(edited));
    expect(page).toContain('<b>system</b>');
    expect(page).toContain('<del>briefly </del>');
    expect(page).toContain('<code>gpt-a</code> → <code>gpt-b</code>, temperature 0.2 → 0.7');
    expect(page).toContain('No golden case sets the new variable <code>tone</code>.');
  });
});

describe('a file behind prompts', () => {
  const report = reportOf(
    { change: 'dependency', through: [policy] },
    { change: 'dependency', through: [policy, { path: 'prompts/logo.png' }] },
  );

  test('is named before the replies with the prompts that changed through it, and shown once', () => {
    const comment = writeComment(report, '');
    expect(comment).toContain('- Changed through `prompts/_policy.md`: `prompts/0.prompt` and `prompts/1.prompt`.');
    expect(comment).toContain('- Changed through `prompts/logo.png`: `prompts/1.prompt`.');
    expect(comment).toContain('<summary>1 file behind prompts: +1 −1 lines</summary>');
    expect(comment.match(/\+60 days/gu)).toHaveLength(1);
    expect(writeComment(reportOf({ change: 'dependency', through: [policy] }), '')).toContain(
      '- Changed through `prompts/_policy.md`.\n',
    );
  });

  test('is named and shown on the screen and on the page', () => {
    const text = writeTerminal(report, { colours: false, columns: 80 });
    expect(text).toContain('Changed through prompts/_policy.md: prompts/0.prompt and prompts/1.prompt.');
    expect(text).toContain('~ [-30-]{+60+} days.');
    const page = aboutDiff(report);
    expect(page).toContain('<b>prompts/_policy.md</b> behind <code>prompts/0.prompt</code>');
    expect(page).toContain('Changed through <code>prompts/logo.png</code>');
  });
});
