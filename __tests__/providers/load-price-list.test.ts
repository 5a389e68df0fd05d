import { describe, expect, it } from 'vitest';
import { loadPriceList } from '../../src/providers/load-price-list.ts';

const endpoints = new Map([
  ['default', 'https://api.openai.com/v1'],
  ['local', 'http://127.0.0.1:8080/v1'],
]);
const million = { inputTokens: 1_000_000, outputTokens: 1_000_000 };
const november = Date.UTC(2026, 10, 23);

describe('the price list', () => {
  it('knows models at their own endpoint, with cached input cheaper', async () => {
    const costOf = await loadPriceList({}, endpoints, november);
    const whole = costOf('default', 'gpt-5.6-luna', million) ?? 0;
    expect(whole).toBeGreaterThan(0);
    expect(costOf('default', 'gpt-5.6-luna', { ...million, cachedTokens: 1_000_000 })).toBeLessThan(whole);
  });

  it('says that a price is unknown: of other models, other providers, and of nothing counted', async () => {
    const costOf = await loadPriceList({}, endpoints, november);
    expect(costOf('default', 'no-such-model', million)).toBeUndefined();
    expect(costOf('nobody', 'gpt-5.6-luna', million)).toBeUndefined();
    expect(costOf('default', 'gpt-5.6-luna', {})).toBeUndefined();
  });

  it('puts the config’s prices over the table’s, at any endpoint', async () => {
    const costOf = await loadPriceList({ 'gpt-5.6-luna': { input: 1, output: 3 } }, endpoints, november);
    expect(costOf('default', 'gpt-5.6-luna', million)).toBe(4);
    expect(costOf('local', 'gpt-5.6-luna', million)).toBe(4);
    expect(costOf('local', 'constructor', million)).toBeUndefined();
  });

  it('takes the vendor’s price by name where no list has the endpoint, and says whose list that is', async () => {
    const gateways = new Map([...endpoints, ['gateway', 'https://llm.example.com/v1']]);
    const costOf = await loadPriceList({}, gateways, november);
    const whole = costOf('default', 'gpt-5.6-luna', million);
    expect(costOf('gateway', 'gpt-5.6-luna', million)).toBe(whole);
    expect(costOf('gateway', 'openai/gpt-5.6-luna', million)).toBe(whole);
    expect(costOf('local', 'gpt-5.6-luna', million)).toBe(whole);
    expect(costOf.listOf?.('gateway', 'openai/gpt-5.6-luna')).toBe('OpenAI');
    expect(costOf.listOf?.('gateway', 'claude-sonnet-5')).toBe('Anthropic');
    expect(costOf('gateway', 'text-embedding-3-small', million)).toBeCloseTo(0.02);
    expect(costOf.listOf?.('default', 'gpt-5.6-luna')).toBeUndefined();
    const own = await loadPriceList({ 'gpt-5.6-luna': { input: 1, output: 3 } }, gateways, november);
    expect(own.listOf?.('gateway', 'gpt-5.6-luna')).toBeUndefined();
  });

  it('knows models at the clouds, by the names that they have there', async () => {
    const clouds = new Map([
      ['bedrock', 'https://bedrock-runtime.eu-central-1.amazonaws.com'],
      ['azure', 'https://ours.openai.azure.com'],
    ]);
    const costOf = await loadPriceList({}, clouds, november);
    expect(costOf('bedrock', 'eu.anthropic.claude-sonnet-5', million)).toBeGreaterThan(0);
    expect(costOf('bedrock', 'anthropic.claude-opus-4-8-v1:0', million)).toBeGreaterThan(0);
    expect(costOf('azure', 'gpt-5.6-luna', million)).toBeGreaterThan(0);
    // A deployment has the name that the team gave it.
    expect(costOf('azure', 'our-deployment', million)).toBeUndefined();
  });

  it('takes no price by name of what anyone may run, above all on this machine', async () => {
    const costOf = await loadPriceList(
      {},
      new Map([...endpoints, ['gateway', 'https://llm.example.com/v1']]),
      november,
    );
    for (const model of ['llama3:8b', 'gpt-oss-20b', 'gemma-3-27b-it', 'mistral-large', 'deepseek-chat'])
      expect(costOf('local', model, million)).toBeUndefined();
    expect(costOf('gateway', 'gpt-oss-20b', million)).toBeUndefined();
    expect(costOf('gateway', 'llama3:8b', million)).toBeUndefined();
    // OpenAI's own service does not sell it, whoever else does.
    expect(costOf('default', 'claude-sonnet-5', million)).toBeUndefined();
  });
});
