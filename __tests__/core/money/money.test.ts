import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { decideBudget } from '../../../src/core/money/decide-budget.ts';
import { addEstimates, capEstimate, estimateCost } from '../../../src/core/money/estimate-cost.ts';
import { type CostOf, costByPrice, costOfAnswer } from '../../../src/core/money/prices.ts';
import { sizeOfRequest } from '../../../src/core/money/size-of-request.ts';
import type { Part } from '../../../src/core/prompt.ts';
import { requestOf } from '../../support/model-answers.ts';

const price = { input: 2, output: 10, cached: 0.5 };
const costOf: CostOf = (_provider, model, usage) => (model === 'known' ? costByPrice(usage, price) : undefined);

describe('the cost of tokens', () => {
  it('prices cached input as such, and reasoning as the output it is part of', () => {
    const usage = { inputTokens: 1_000_000, cachedTokens: 400_000, outputTokens: 100_000, reasoningTokens: 90_000 };
    expect(costByPrice(usage, price)).toBeCloseTo(0.6 * 2 + 0.4 * 0.5 + 1, 12);
    expect(costByPrice(usage, { input: 2, output: 10 })).toBeCloseTo(3, 12);
  });

  it('is unknown where what costs something was not counted, and never 0 for that', () => {
    expect(costByPrice({}, price)).toBeUndefined();
    expect(costByPrice({ inputTokens: 5 }, price)).toBeUndefined();
    expect(costByPrice({ outputTokens: 5 }, price)).toBeUndefined();
    expect(costByPrice({ inputTokens: 1_000_000 }, { input: 1, output: 0 })).toBe(1);
  });

  it('is never negative where a service says it cached more than it read', () => {
    expect(costByPrice({ inputTokens: 10, cachedTokens: 50, outputTokens: 0 }, price)).toBeCloseTo(
      (10 * 0.5) / 1e6,
      15,
    );
  });

  it('is what was billed, where the service says so', () => {
    const answer = { servedBy: 'default', servedModel: 'known', usage: { inputTokens: 1_000_000, outputTokens: 0 } };
    expect(costOfAnswer({ model: 'known' }, answer, costOf)).toBe(2);
    expect(costOfAnswer({ model: 'known' }, { ...answer, billedUsd: 0.125 }, costOf)).toBe(0.125);
    expect(costOfAnswer({ model: 'unknown' }, { ...answer, billedUsd: 0 }, costOf)).toBe(0);
    expect(costOfAnswer({ model: 'unknown' }, answer, costOf)).toBeUndefined();
  });

  it('is that of the model that answered, where it is another than the one that was asked for', () => {
    const list = Object.assign((_provider: string, model: string) => ({ dear: 8, cheap: 1 })[model], {
      knows: (model: string) => ['dear', 'cheap', 'new'].includes(model),
    });
    const answer = { servedBy: 'default', usage: { inputTokens: 1, outputTokens: 1 } };
    expect(costOfAnswer({ model: 'dear' }, { ...answer, servedModel: 'cheap' }, list)).toBe(1);
    expect(costOfAnswer({ model: 'dear' }, { ...answer, servedModel: 'dear-2026-01-01' }, list)).toBe(8);
    // A deployment by a name of the team's own: its price is what they wrote down for it.
    expect(costOfAnswer({ model: 'ours' }, { ...answer, servedModel: 'cheap' }, list)).toBeUndefined();
    expect(costOfAnswer({ model: 'dear' }, { ...answer, servedModel: 'new' }, list)).toBeUndefined();
  });
});

describe('the estimate', () => {
  it('is within the limit that the request sets, and counts tools with the input', () => {
    const text = 'one two three four five six seven eight nine ten';
    const plain = sizeOfRequest(requestOf(text));
    const bounded = sizeOfRequest(
      requestOf(text, { params: { max_tokens: 50, tools: [{ name: 'a long tool name' }] } }),
    );
    expect(bounded).toMatchObject({ usualOutput: 50, mostOutput: 50 });
    expect(bounded.input).toBeGreaterThan(plain.input);
    expect(plain.mostOutput).toBeGreaterThan(plain.usualOutput);
    expect(sizeOfRequest({ kind: 'embedding', provider: 'p', model: 'm', texts: [text, text] })).toMatchObject({
      mostOutput: 0,
    });
  });

  it('counts what a message shows by its kind and bytes, and never as nothing', () => {
    const plain = sizeOfRequest(requestOf('q')).input;
    const showing = (part: Exclude<Part, { kind: 'text' }>): number => {
      const request = requestOf('q');
      const messages = request.messages.map((message) => ({ ...message, parts: [part] }));
      return sizeOfRequest({ ...request, messages }).input - plain;
    };
    const data = (mediaType: string, bytes: number) => ({ kind: 'data', mediaType, base64: '', bytes }) as const;
    expect(showing({ kind: 'image', source: data('image/png', 70) })).toBe(1600);
    expect(showing({ kind: 'audio', source: data('audio/wav', 160_000) })).toBe(320);
    expect(showing({ kind: 'file', source: data('application/pdf', 120_000) })).toBe(13_800);
    expect(showing({ kind: 'file', source: data('text/plain', 300) })).toBe(100);
    for (const kind of ['image', 'audio', 'file'] as const)
      expect(showing({ kind, source: { kind: 'url', url: 'https://a.example/b' } })).toBeGreaterThan(1000);
  });

  it('adds up calls, low and high, and names models without a price', () => {
    const known = { request: requestOf('q', { model: 'known', params: { max_tokens: 1000 } }), times: 10 };
    const unknown = { request: requestOf('q', { model: 'other' }), times: 3 };
    const estimate = estimateCost([known, unknown], costOf);
    expect(estimate.calls).toBe(13);
    expect(estimate.unpriced).toEqual(new Map([['other', 3]]));
    expect(estimate.usualUsd).toBeGreaterThanOrEqual((10 * 400 * 10) / 1e6);
    expect(estimate.mostUsd).toBeGreaterThanOrEqual((10 * 1000 * 10) / 1e6);
    expect(estimate.mostUsd).toBeGreaterThan(estimate.usualUsd);
  });
});

describe('the budget', () => {
  const estimate = estimateCost([{ request: requestOf('q', { model: 'known' }), times: 100 }], costOf);

  it('refuses a first round that exceeds it, saying what it would take', () => {
    expect(decideBudget(estimate, { calls: 99, usd: 5 })).toMatchObject({
      reason: 'budget',
      fix: expect.stringContaining('100'),
    });
    expect(decideBudget(estimate, { calls: 100, usd: 0.3 })).toMatchObject({
      reason: 'budget',
      what: expect.stringContaining('$0.30'),
    });
  });

  it('names the prompts that take most of a first round that exceeds it', () => {
    const parts = [
      { path: 'prompts/cheap.txt', calls: 10, usualUsd: 0.1 },
      { path: 'prompts/dear.txt', calls: 90, usualUsd: 9 },
    ];
    expect(decideBudget(estimate, { calls: 99, usd: 5 }, () => parts)?.fix).toContain(
      'fewer prompts at a time (prompts/dear.txt takes 90, prompts/cheap.txt takes 10)',
    );
    expect(decideBudget(estimate, { calls: 100, usd: 0.3 }, () => parts)?.fix).toContain(
      'prompts/dear.txt takes $9.00',
    );
  });

  it('lets a round begin that fits exactly, or whose price nobody knows', () => {
    expect(decideBudget(estimate, { calls: 100, usd: estimate.usualUsd })).toBeUndefined();
    const unknown = estimateCost([{ request: requestOf('q'), times: 100 }], costOf);
    expect(decideBudget(unknown, { calls: 100, usd: 0 })).toBeUndefined();
  });
});

describe('a request that says how hard to think', () => {
  it('is reckoned with what thinking takes, within its own limit', () => {
    const of = (params: JsonObject) => sizeOfRequest(requestOf('q', { params }));
    const plain = of({});
    for (const params of [
      { reasoning_effort: 'high' },
      { reasoning: { effort: 'high' } },
      { thinking: { type: 'enabled', budget_tokens: 32_000 } },
    ]) {
      expect(of(params).mostOutput, JSON.stringify(params)).toBe(plain.mostOutput + 32_000);
      expect(of(params).usualOutput).toBe(plain.usualOutput + 6000);
    }
    expect(of({ reasoning_effort: 'high', max_completion_tokens: 700 })).toMatchObject({
      mostOutput: 700,
      usualOutput: 700,
    });
    expect(of({ reasoning_effort: 'constructor' })).toEqual(plain);
  });
});

describe('an estimate', () => {
  const estimate = estimateCost([{ request: requestOf('q', { model: 'known' }), times: 100 }], costOf);

  it('that stops at a budget is as large a share as that allows', () => {
    expect(capEstimate(estimate, { calls: 25 })).toMatchObject({
      calls: 25,
      usualUsd: estimate.usualUsd / 4,
      mostUsd: estimate.mostUsd / 4,
    });
    const capped = capEstimate(estimate, { usd: estimate.usualUsd / 2 });
    expect([capped.calls, capped.mostUsd]).toEqual([50, estimate.usualUsd / 2]);
    expect(capEstimate(estimate, { calls: 100, usd: 99 })).toBe(estimate);
    expect(capEstimate(estimateCost([], costOf), { calls: 1, usd: 0 }).calls).toBe(0);
  });

  it('of several parts is their sum', () => {
    const both = addEstimates([estimate, capEstimate(estimate, { calls: 25 })]);
    expect([both.calls, both.usualUsd]).toEqual([125, estimate.usualUsd * 1.25]);
    expect(both.models.get('known')?.calls).toBe(125);
  });
});
