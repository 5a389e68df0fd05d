import { describe, expect, test } from 'vitest';
import { loggedService } from '../../../src/app/monitor/count-call.ts';
import { priceCalls } from '../../../src/app/monitor/price-calls.ts';
import type { CostOf } from '../../../src/core/money/prices.ts';
import { loadPriceList } from '../../../src/providers/load-price-list.ts';

const usages = [
  { inputTokens: 120, outputTokens: 30, cachedTokens: 64 },
  { inputTokens: 90_000, outputTokens: 8000 },
  { inputTokens: 400_000, outputTokens: 100, cachedTokens: 399_000 },
  { inputTokens: 0, outputTokens: 0 },
];

describe('prices of millions of calls', () => {
  test('are those of the price list, whether or not they depend on a request’s length', async () => {
    const endpoints = new Map([[loggedService, 'http://127.0.0.1']]);
    const own = { 'house-model': { input: 0.4, output: 1.6, cached: 0.1 } };
    const list = await loadPriceList(own, endpoints, Date.UTC(2026, 10, 29));
    const quick = priceCalls(list);
    const models = ['house-model', 'gpt-5.6-luna', 'gpt-5.6-sol', 'claude-haiku-5', 'gemini-3.8-flash', 'nobody-knows'];
    for (const model of models) {
      for (const usage of usages) {
        const [expected, found] = [list, quick].map((costOf) => costOf(loggedService, model, usage));
        if (expected === undefined) expect(found, model).toBeUndefined();
        else expect(found, `${model} ${JSON.stringify(usage)}`).toBeCloseTo(expected, 10);
      }
    }
  });

  test('are looked up once a model, and one by one where a long request costs another price', () => {
    let asked = 0;
    const flat: CostOf = (_, model, { inputTokens = 0, outputTokens = 0 }) => {
      asked += 1;
      const input = model === 'tiered' && inputTokens > 200_000 ? 2 : 1;
      return (inputTokens * input + outputTokens * 4) / 1_000_000;
    };
    const quick = priceCalls(flat);
    for (let at = 0; at < 1000; at++) quick('logs', 'flat', { inputTokens: at, outputTokens: 1 });
    expect(asked).toBeLessThan(10);
    expect(quick('logs', 'tiered', { inputTokens: 100_000, outputTokens: 0 })).toBeCloseTo(0.1, 12);
    expect(quick('logs', 'tiered', { inputTokens: 300_000, outputTokens: 0 })).toBeCloseTo(0.6, 12);
  });
});
