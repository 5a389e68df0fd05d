import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScriptedCall } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';

const path = 'prompts/policy.prompt.yml';
const questions = Array.from({ length: 12 }, (_, at) => `case-${at + 1}`);

/** A prompt in GitHub's format; `head` stands before the policy. */
function promptText({ model = 'gpt-5.6-luna', manner = 'briefly', head = '', params = '' }): string {
  return `name: Policy
model: ${model}
${params}messages:
  - role: system
    content: |
      ${head}You answer questions of our customers by our policy.
${'      Returns are accepted within thirty days, unworn and with their label.\n'.repeat(80)}      Answer ${manner}.
  - role: user
    content: "{{question}}"
`;
}

const cases = `cases:
${questions
  .map(
    (id, at) =>
      `  - { id: ${id}, segment: ${at % 3 === 0 ? 'pro' : 'free'}, vars: { question: "What is ${id}?", today: "2026-11-${10 + at}" }, checks: [{ contains: "yes" }] }`,
  )
  .join('\n')}
`;

const config = `version: 1
segments: { free: { traffic: 120000/month }, pro: { traffic: 8000/month } }
`;

/** A reply of some forty words, more where it is asked at length; no word of reasoning, and the head read from the cache. */
function answer({ system, text, random }: ScriptedCall) {
  const words = Math.round((30 + 20 * random()) * (system.includes('at length') ? 2 : 1));
  const isDated = system.includes('Today is');
  const inputTokens = Math.round(text.length / 4);
  return {
    text: `yes ${'and so on '.repeat(words)}`,
    usage: { inputTokens, cachedTokens: isDated ? 0 : 1152, outputTokens: 4 * words, reasoningTokens: 0 },
  };
}

let shop: LocalShop;
let models: ModelService;
beforeEach(async () => {
  shop = new LocalShop({ 'promptgate.yml': config, [path]: promptText({}), 'prompts/policy.cases.yml': cases });
  models = await startModelService({ seed: 'cost', rules: [{ when: /What is case-/, reply: answer }] });
});
afterEach(async () => {
  await models.close();
  shop.remove();
});

/** The review of an edit: its comment and its first row. */
async function review(edit: Parameters<typeof promptText>[0], ...more: readonly string[]) {
  shop.write({ [path]: promptText(edit) });
  const asked = ['review', '--base-url', models.url, '--store', 'r.sqlite', '--comment', 'comment.md', '--json'];
  const run = await runCli(shop.folder, [...asked, ...more]);
  const report = JSON.parse(run.stdout);
  return {
    run,
    report,
    comment: readFileSync(join(shop.folder, 'comment.md'), 'utf8'),
    row: report.prompts[0]?.models[0],
  };
}

describe('what a prompt costs', () => {
  it('is told first where replies become twice as long, with the cause and a month of dollars', async () => {
    const { comment, row, report, run } = await review({ manner: 'at length' });
    expect([report.verdict, run.status]).toEqual(['pass', 0]);
    const [first = ''] = comment.split('\n');
    expect(first).toMatch(
      /^### ⚠️ Costs more: \+\d+% a reply on `gpt-5\.6-luna`, \+\$[\d,.]+ a month: replies are (?:1\.9|2\.[01]) × longer$/u,
    );
    expect(comment).toMatch(/\$[\d,.]+ → \$[\d,.]+ a month \(\+\$[\d,.]+, of which `free` \+\$[\d,.]+\)/u);
    expect(comment).toMatch(/Multiplied out: length of replies ×[12]\.\d\d/u);
    const { factors, usd } = row.spending;
    const product = Object.values<number>(factors).reduce((all, factor) => all * factor, 1);
    expect(product).toBeCloseTo(usd.new / usd.old, 9);
  });

  it('blocks where the gate has a limit, and says why and how much a month', async () => {
    shop.write({ 'promptgate.yml': `${config}gate: { cost: { max-increase: 10% } }\n` });
    const { comment, report } = await review({ manner: 'at length' });
    expect(report.verdict).toBe('regressed');
    expect(comment).toMatch(/^### ⛔ Do not merge yet: over the cost limit/u);
    expect(comment).toMatch(/Replies are (?:1\.9|2\.[01]) × longer\. \$[\d,.]+ → \$[\d,.]+ a month/u);
  });

  it('is told of a change of model as what it buys and what it costs, on one line of the table', async () => {
    const { comment, row, report, run } = await review({ model: 'gpt-5.6-sol' });
    // What each model was said to come to, and what it was billed.
    expect(run.stderr).toMatch(/By model, judge and tool steps included: gpt-5\.6-\w+ \S+, at worst \S+; gpt-5\.6-/u);
    for (const { estimated, worst, actual } of report.costUsd.models) {
      expect(worst).toBeGreaterThan(estimated);
      expect(actual).toBeGreaterThan(0);
    }
    expect(report.costUsd.models).toHaveLength(2);
    expect(comment).toMatch(/cost \$[\d.]+ of an estimated \$[\d.]+ \(`gpt-5\.6-\w+` \$[\d.]+ of \$/u);
    expect(comment.split('\n')[0]).toMatch(/^### ⚠️ Costs more: \+\d+% a reply on `gpt-5\.6-luna` → `gpt-5\.6-sol`/u);
    expect(comment).toMatch(/\| `gpt-5\.6-luna` → `gpt-5\.6-sol` \|.*\$[\d.]+ → \$[\d.]+ \|.* ms/u);
    expect(row.spending.factors.price).toBeGreaterThan(1.25);
    shop.git('add', '-A');
    shop.git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-qm', 'larger');
    const back = await review({ model: 'gpt-5.6-luna' }, '--base', 'HEAD');
    expect(back.comment.split('\n')[0]).toMatch(
      /^### ✅ Fine to merge: `gpt-5\.6-sol` → `gpt-5\.6-luna` buys −\d+% a reply/u,
    );
  });

  it('is not known of an application that does not tell it, which is said before the first call and after the last', async () => {
    shop.write({
      'promptgate.yml': `version: 1\nproviders: { desk: { command: ["node", "app.mjs"] } }\nmodels: [desk:desk]\n`,
      'app.mjs': 'process.stdout.write(JSON.stringify({ text: "yes" }))',
    });
    const { run, row } = await review({ manner: 'at length' });
    expect(run.stderr).toContain('The price is not known: no list has desk at this endpoint');
    expect(row.spending.usd).toMatchObject({ old: null, new: null, p: null });
  });

  it('names a date that keeps the prompt out of the cache, and an effort that changes nothing', async () => {
    const { comment, row } = await review({
      head: 'Today is {{today}}. ',
      params: 'modelParameters: { reasoning_effort: high }\n',
    });
    expect(row.spending.heads.new.breaks).toEqual({ kind: 'date', variable: 'today' });
    expect(comment).toMatch(/under the 1,024 from which `gpt-5\.6-luna` caches; a date \(`today`\) ends them/u);
    expect(comment).toMatch(/Billed as cached: \d+% → 0% of the input\. Where the cache is used that is \+\$/u);
    expect(comment).toContain('`reasoning_effort` is `high`, and no token of reasoning was counted');
  });
});
