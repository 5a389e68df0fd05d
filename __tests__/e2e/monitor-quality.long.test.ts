import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { monitorReportSchema } from '../../src/core/monitor/monitor-report.ts';
import { type EmbeddedGitHub, startGitHub } from '../../src/embedded/github/start-github.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { helpText, judgedModels, judgedPrompt } from '../support/judged-shop.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';

let shop: LocalShop | undefined;
let models: ModelService | undefined;
let github: EmbeddedGitHub | undefined;
afterEach(async () => {
  await models?.close();
  await github?.close();
  shop?.remove();
});

const config = `version: 1
judge: strict
embeddings: vectors
prices: { strict: { input: 1, output: 1 }, vectors: { input: 0.02, output: 0 } }
defaults:
  checks:
    - { judge: Is brief., name: brevity }
monitor: { quality: { sample: 80, metrics: [helpfulness, brevity], budget: { calls: 200 } } }
`;

const places = ['Bonn', 'Rome', 'Oslo', 'Lima', 'Cork', 'Graz'];
const cases = `# Kept as it is.
cases:
${Array.from({ length: 24 }, (_, at) => `  - { id: c${at}, vars: { question: "Where is my order to ${places[at % 6]}, number ${at % 7}?" } }`).join('\n')}
`;

/** Three of four calls are of the segment free. Some of pro are answered badly, and some ask for what no case asks. */
const lines = Array.from({ length: 320 }, (_, at) => {
  const isPro = at % 4 === 0;
  const isStrange = isPro && at % 8 === 0;
  const output = isPro && at % 12 === 0 ? `Bad answer ${at} to bo@example.com.` : `Good answer ${at}.`;
  const input = isStrange
    ? `Please write a poem about cats ${at} for ana@example.com`
    : `Where is my order to ${places[at % 6]}, number ${at % 7}?`;
  const time = new Date(Date.UTC(2026, 10, 27, 9, 0, at)).toISOString();
  const error = at === 5 ? { error: 'It timed out for cy@example.com.', input: 'Is anybody there at all?' } : {};
  return JSON.stringify({
    time,
    input,
    output,
    model: 'luna',
    segment: isPro ? 'pro' : 'free',
    prompt: 'help',
    ...error,
  });
});

describe('promptgate monitor with `monitor.quality`', () => {
  it('judges a masked sample, holds it against the golden cases, and offers the worst as cases', async () => {
    shop = new LocalShop({
      'promptgate.yml': config,
      'calls.jsonl': `${lines.join('\n')}\n`,
      [judgedPrompt]: helpText('briefly'),
      'prompts/help.cases.yml': cases,
    });
    models = await startModelService({
      seed: 'monitor',
      rules: judgedModels((reply) => (reply.startsWith('Bad') ? 2 : 9)),
    });
    github = await startGitHub({
      ...{ directory: shop.folder, repository: 'shop/support', token: 't' },
      description: new URL('../../fixtures/github-api.json', import.meta.url).pathname,
      permissions: { contents: 'write', pull_requests: 'write' },
    });
    const flags = ['--json', '--write', '--pull-request', '--base-url', models.url];
    const env = { GITHUB_TOKEN: 't', GITHUB_REPOSITORY: 'shop/support', GITHUB_API_URL: github.url };
    const done = await runCli(shop.folder, ['monitor', 'calls.jsonl', ...flags], env);
    expect(done.status, done.stderr).toBe(0);
    const { observed, all } = monitorReportSchema.parse(JSON.parse(done.stdout));
    expect(all.calls).toBe(320);
    expect(observed?.sample).toMatchObject({ seed: 1, wanted: 80, of: 319, taken: 80 });

    const rows = observed?.quality.filter(({ metric }) => metric === 'helpfulness') ?? [];
    const of = (name: string) => rows.find((row) => row.by.length === 1 && row.segment === name);
    expect(of('free')).toMatchObject({ n: 40, unknown: 0, scale: { low: 1, high: 10 } });
    expect(of('free')?.mean).toBeCloseTo(9, 10);
    expect(of('pro')?.mean).toBeLessThan(8);
    expect(rows[0]?.mean).toBeCloseTo((239 * 9 + 80 * (of('pro')?.mean ?? 0)) / 319, 6);
    expect(observed?.usd).toBeGreaterThan(0);

    const [compared] = observed?.golden ?? [];
    expect(compared).toMatchObject({
      prompt: judgedPrompt,
      cases: 24,
      inputs: { kind: 'tested', method: 'mmd-permutation', shifted: true },
      replies: { kind: 'left-out' },
    });
    // Half of pro, an eighth of all.
    const { share = null, interval = null } = compared?.uncovered ?? {};
    expect(share).toBeGreaterThan(0.08);
    expect(interval?.low).toBeLessThan(0.125);
    expect(interval?.high).toBeGreaterThan(0.125);

    const sent = models
      .requests()
      .map((request) => JSON.stringify(request))
      .join('\n');
    expect(sent).toContain('[e-mail]');
    expect(`${sent}${done.stdout}`).not.toContain('@example.com');

    const reasons = observed?.candidates.map(({ reason }) => reason) ?? [];
    expect(reasons[0]).toBe('failed');
    expect(reasons).toContain('poor');
    expect(reasons).toContain('rare');
    const written = readFileSync(join(shop.folder, 'prompts/help.cases.yml'), 'utf8');
    expect(written.startsWith(cases)).toBe(true);
    expect(written.match(/tags:\n\s+- review/gu)).toHaveLength(reasons.length);
    expect(written).toContain('a judge graded its reply low');
    expect(written).not.toContain('@example.com');
    expect(shop.git('status', '--short')).toBe(' M prompts/help.cases.yml\n');
    // The pull request adds the same, and nothing else.
    expect(shop.git('show', 'promptgate/offered-cases:prompts/help.cases.yml')).toBe(written);
    expect(shop.git('diff', '--name-only', 'main', 'promptgate/offered-cases')).toBe('prompts/help.cases.yml\n');
    expect(observed?.notes.join('\n')).toMatch(/A pull request offers the cases: https:\S+\/pull\/1/u);
  });
});
