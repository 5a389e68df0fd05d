import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { decideBudget } from '../../../src/core/money/decide-budget.ts';
import { estimateCost, isPriced } from '../../../src/core/money/estimate-cost.ts';
import { type CostOf, costByPrice } from '../../../src/core/money/prices.ts';
import { sizeOfRequest } from '../../../src/core/money/size-of-request.ts';
import { requestOf } from '../../support/model-answers.ts';

const of = (params: JsonObject, text = 'q') => sizeOfRequest(requestOf(text, { params }));

describe('the size of a request', () => {
  it('is four tokens a message beside its content, plus its tools', () => {
    const one = of({});
    expect(one).toEqual({ input: 5, usualOutput: 400, mostOutput: 4_000, limited: false });
    const message = { role: 'user' as const, content: 'q' };
    expect(sizeOfRequest({ ...requestOf('q'), messages: [message, message] }).input).toBe(10);
    expect(sizeOfRequest({ ...requestOf('q'), messages: [] }).input).toBe(0);
    expect(of({ tools: [] }).input).toBe(5 + 1);
  });

  it('of an embedding is that of its texts, without a reply', () => {
    const request = { kind: 'embedding', provider: 'p', model: 'm', texts: ['one', 'two'] } as const;
    expect(sizeOfRequest(request)).toEqual({ input: 2, usualOutput: 0, mostOutput: 0, limited: true });
  });

  it('of a long text is reckoned by its two ends', () => {
    const word = 'word ';
    expect(of({}, word.repeat(4_000)).input).toBe(4 + 4_000);
    const whole = of({}, word.repeat(8_000)).input;
    expect(Math.abs(whole - 8_004)).toBeLessThan(10);
    const ends = `${'a'.repeat(10_000)}${'word '.repeat(4_000)}${'b'.repeat(10_000)}`;
    expect(of({}, ends).input - 4).toBe((of({}, 'a'.repeat(10_000)).input - 4) * 4);
  });

  it.each<[JsonObject, number, number, boolean]>([
    [{ max_tokens: 100 }, 100, 100, true],
    [{ max_tokens: 1_000 }, 400, 1_000, true],
    [{ max_tokens: 100, max_completion_tokens: 200 }, 200, 200, true],
    [{ max_tokens: 0 }, 400, 4_000, false],
    [{ max_tokens: -5 }, 400, 4_000, false],
    [{ max_tokens: '100' }, 400, 4_000, false],
    [{ reasoning_effort: 'low' }, 1_400, 12_000, false],
    [{ reasoning_effort: 'medium' }, 2_400, 20_000, false],
    [{ reasoning_effort: 'high' }, 6_400, 36_000, false],
    [{ reasoning_effort: 'xhigh' }, 12_400, 68_000, false],
    [{ reasoning: { effort: 'low' } }, 1_400, 12_000, false],
    [{ reasoning_effort: 'low', reasoning: { effort: 'high' } }, 1_400, 12_000, false],
    [{ reasoning_effort: 'none' }, 400, 4_000, false],
    [{ reasoning_effort: 5 }, 400, 4_000, false],
    [{ reasoning: 'high' }, 400, 4_000, false],
    [{ thinking: { budget_tokens: 2_000 } }, 2_400, 6_000, false],
    [{ thinking: { budget_tokens: 9_000 } }, 6_400, 13_000, false],
    [{ thinking: { budget_tokens: -1e12 } }, 400, 4_000, false],
    [{ reasoning: { max_tokens: 3_000 } }, 3_400, 7_000, false],
    [{ thinking: { budget_tokens: 2_000 }, reasoning: { max_tokens: 3_000 } }, 2_400, 6_000, false],
    [{ thinking: { budget_tokens: 'x' }, reasoning_effort: 'low' }, 1_400, 12_000, false],
    [{ reasoning_effort: 'high', max_tokens: 10_000 }, 6_400, 10_000, true],
  ])('%j: usually %i and at most %i tokens of reply', (params, usualOutput, mostOutput, limited) => {
    expect(of(params)).toEqual({ input: 5, usualOutput, mostOutput, limited });
  });
});

describe('what calls will cost', () => {
  const price = { input: 1_000_000, output: 10_000_000 };
  const costOf: CostOf = Object.assign(
    (_: string, model: string, usage: Parameters<typeof costByPrice>[0]) =>
      model === 'unknown' ? undefined : costByPrice(usage, price),
    { listOf: (_: string, model: string) => (model === 'listed' ? 'Vendor' : undefined) },
  );
  const call = (model: string, times: number) => ({
    request: requestOf('q', { model, params: { max_tokens: 1_000 } }),
    times,
  });

  it('is added up over how often each is asked', () => {
    expect(estimateCost([call('known', 2), call('listed', 3), call('unknown', 4), call('unknown', 1)], costOf)).toEqual(
      {
        calls: 10,
        inputTokens: 50,
        outputTokens: 4_000,
        usualUsd: 5 * (5 + 4_000),
        mostUsd: 5 * (5 + 10_000),
        models: new Map([
          ['known', { calls: 2, usualUsd: 2 * (5 + 4_000), mostUsd: 2 * (5 + 10_000) }],
          ['listed', { calls: 3, usualUsd: 3 * (5 + 4_000), mostUsd: 3 * (5 + 10_000) }],
        ]),
        unpriced: new Map([['unknown', 5]]),
        byName: new Map([['listed', 'Vendor']]),
      },
    );
  });

  it('is known where the price of any call is', () => {
    expect(isPriced(estimateCost([], costOf))).toBe(true);
    expect(isPriced(estimateCost([call('known', 1)], costOf))).toBe(true);
    expect(isPriced(estimateCost([call('unknown', 3), call('known', 1)], costOf))).toBe(true);
    expect(isPriced(estimateCost([call('unknown', 3)], costOf))).toBe(false);
  });
});

describe('tokens at a price', () => {
  it.each([
    [{ inputTokens: 3 }, { input: 2, output: 0 }, 6],
    [{ outputTokens: 3 }, { input: 0, output: 2 }, 6],
    [{}, { input: 0, output: 0 }, 0],
    [{ inputTokens: 3, outputTokens: 1, cachedTokens: 2 }, { input: 5, output: 7, cached: 1 }, 5 + 2 + 7],
    [{ inputTokens: 3, outputTokens: 1, cachedTokens: 2 }, { input: 5, output: 7, cached: 0 }, 5 + 7],
    [{ inputTokens: 3, outputTokens: 1, cachedTokens: 2 }, { input: 5, output: 7 }, 15 + 7],
  ])('%j at %j are %d millionths', (usage, price, millionths) => {
    expect(costByPrice(usage, price)).toBeCloseTo(millionths / 1e6, 12);
  });

  it('are of unknown cost where what costs something was not counted', () => {
    expect(costByPrice({ outputTokens: 3 }, { input: 1, output: 0 })).toBeUndefined();
    expect(costByPrice({ inputTokens: 3 }, { input: 0, output: 1 })).toBeUndefined();
  });
});

describe('a round that the budget does not allow', () => {
  const unpriced: ReadonlyMap<string, number> = new Map();
  const estimate = (calls: number, usualUsd: number) => ({
    ...{ calls, usualUsd, mostUsd: usualUsd, inputTokens: 0, outputTokens: 0 },
    ...{ unpriced, models: new Map(), byName: new Map<string, string>() },
  });
  const part = (path: string, calls: number, usualUsd: number) => ({ path, calls, usualUsd });

  it('of calls is refused with what it would take', () => {
    expect(decideBudget(estimate(100, 0), { calls: 99, usd: 0 })).toEqual({
      reason: 'budget',
      what: 'The first round alone needs 100 calls, and 99 are allowed.',
      fix: 'Set max-calls (or budget.calls in the config) to 100 or more, or ask less: fewer cases (tags) or models.',
    });
    expect(decideBudget(estimate(100, 0), { calls: 100, usd: 0 })).toBeUndefined();
  });

  it('of dollars is refused with what it would take, rounded up to cents', () => {
    expect(decideBudget(estimate(1, 1.001), { calls: 1, usd: 1 })).toEqual({
      reason: 'budget',
      what: 'The first round alone, 1 calls, would cost about $1.01, and $1.00 are allowed.',
      fix: 'Set max-cost (or budget.usd in the config) to 1.01 or more, or ask less: fewer cases (tags) or cheaper models.',
    });
    expect(decideBudget(estimate(1, 1), { calls: 1, usd: 1 })).toBeUndefined();
  });

  it('names the three prompts that take most, and none where there is one', () => {
    const parts = [part('a', 1, 4), part('b', 2, 3), part('c', 3, 2), part('d', 4, 1)];
    expect(decideBudget(estimate(10, 0), { calls: 9, usd: 0 }, () => parts)?.fix).toBe(
      'Set max-calls (or budget.calls in the config) to 10 or more, or ask less: fewer prompts at a time (d takes 4, c takes 3, b takes 2), fewer cases (tags) or models.',
    );
    expect(decideBudget(estimate(10, 10), { calls: 10, usd: 9 }, () => parts)?.fix).toBe(
      'Set max-cost (or budget.usd in the config) to 10.00 or more, or ask less: fewer prompts at a time (a takes $4.00, b takes $3.00, c takes $2.00), fewer cases (tags) or cheaper models.',
    );
    expect(decideBudget(estimate(10, 0), { calls: 9, usd: 0 }, () => parts.slice(0, 1))?.fix).toContain(
      'ask less: fewer cases',
    );
    expect(decideBudget(estimate(10, 0), { calls: 9, usd: 0 }, () => parts.slice(0, 2))?.fix).toContain(
      '(b takes 2, a takes 1)',
    );
  });
});
