import { afterEach, describe, expect, it } from 'vitest';
import type { StepResult } from '../../src/embedded/runner/run-action.ts';
import { casesPath, casesText, shopModels } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

let stage: ReviewStage;
afterEach(async () => {
  expect(stage.github.violations).toEqual([]);
  await stage.close();
});

const path = 'prompts/policy.prompt.yml';
const prompt = (manner: string, more = ''): string =>
  `messages:\n  - role: system\n    content: Use the policy. Answer ${manner}.\n  - role: user\n    content: "{{question}}"\n${more}`;

async function review(
  given: {
    readonly config: string;
    readonly base?: string;
    readonly head: string;
    readonly tokens?: number;
  },
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  const { rules = [] } = shopModels([]);
  const usage = given.tokens === undefined ? undefined : { inputTokens: 100, outputTokens: given.tokens };
  stage = await stageReview({
    base: {
      'promptgate.yml': given.config,
      [path]: prompt('briefly', given.base),
      [casesPath.replace('.txt', '')]: casesText(),
    },
    head: { [path]: given.head },
    models: {
      rules: rules.map(({ when, reply }) => ({
        ...(when === undefined ? {} : { when }),
        reply: (call) => {
          const said = typeof reply === 'function' ? reply(call) : reply;
          return usage === undefined || typeof said !== 'string' ? said : { text: said, usage };
        },
      })),
    },
  });
  return stage.review({ inputs });
}

const told = (run: StepResult): string => `${run.stdout}\n${run.summary}\n${stage.github.comments(7)[0]?.body ?? ''}`;

describe('A8: replies far longer than the estimate', () => {
  it.each([
    { tokens: 30_000, maxCost: 5, concurrency: 16, usd: 10 },
    { tokens: 1_000_000, maxCost: 1, concurrency: 2, usd: 8 },
  ])('cost at most one reply a place beyond max-cost: %o', async ({ tokens, maxCost, concurrency, usd }) => {
    const run = await review(
      {
        config: `models: [m]\nprices: { m: { input: 0, output: ${usd} } }\n`,
        head: prompt('warmly', 'modelParameters: { reasoning_effort: high }\n'),
        tokens,
      },
      { 'max-cost': String(maxCost), concurrency: String(concurrency) },
    );
    const reply = (tokens * usd) / 1e6;
    expect(Number(run.outputs['cost-usd'])).toBeLessThanOrEqual(Math.max(maxCost, concurrency * reply));
    expect(Number(run.outputs['cost-usd'])).toBeGreaterThan(0);
    expect(stage.models.stats().arrived * reply).toBeLessThanOrEqual(Math.max(maxCost, concurrency * reply));
    expect(run.outputs['verdict']).not.toBe('pass');
  });

  it('are not begun by a model without a price that the pull request names, where max-cost is set', async () => {
    const head = prompt('warmly', 'model: costly-unknown\n');
    const run = await review({ config: 'models: [m]\n', head }, { 'max-cost': '1' });
    expect([run.exitCode, run.outputs['verdict'], stage.models.stats().arrived]).toEqual([1, 'invalid', 0]);
    expect(told(run)).toContain('allowed-models');
    await stage.close();
    const allowed = await review(
      { config: 'models: [m]\nallowed-models: [costly-unknown]\n', head },
      { 'max-cost': '1' },
    );
    expect([allowed.exitCode, stage.models.stats().arrived > 0]).toEqual([0, true]);
  });
});

describe('A13: parameters that a pull request sets', () => {
  const hostile = {
    models: ['gpt-5-pro'],
    provider: { order: ['x'] },
    plugins: [{ id: 'web' }],
    service_tier: 'priority',
    web_search_options: {},
    store: true,
    api_base: 'http://127.0.0.1:9',
    api_key: 'k',
    base_url: 'http://127.0.0.1:9',
    extra_headers: { a: 'b' },
    streamOptions: {},
    N: 3,
    Model: 'other',
    tools: [
      { type: 'mcp', server_url: 'http://127.0.0.1:9' },
      { type: 'function', function: { name: 'look' } },
    ],
    temperature: 0.5,
  };
  const head = prompt('warmly', `modelParameters: ${JSON.stringify(hostile)}\n`);

  it('reach the service only where they shape a reply, and are named', async () => {
    const run = await review({ config: 'models: [m]\n', head });
    const bodies = stage.models.requests().map((request) => ('params' in request ? request.params : {}));
    const sent = new Set(bodies.flatMap((body) => Object.keys(body)));
    expect([...sent].toSorted()).toEqual(['temperature', 'tools']);
    expect(JSON.stringify(bodies)).not.toContain('mcp');
    for (const name of [
      'models',
      'service_tier',
      'extra_headers',
      'base_url',
      'api_base',
      'web_search_options',
      'store',
      'plugins',
      'tools (mcp)',
    ])
      expect(told(run), name).toContain(name);
  });

  it('reach it where the base allows them', async () => {
    const config = 'models: [m]\nallowed-params: [service_tier]\n';
    await review({ config, head });
    const bodies = stage.models.requests().map((request) => ('params' in request ? request.params : {}));
    expect(JSON.stringify(bodies)).toContain('"service_tier":"priority"');
    expect(JSON.stringify(bodies)).not.toContain('"plugins"');
  });
});
