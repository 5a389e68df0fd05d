import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costFactors, decomposeCost, type Spend } from '../../../src/core/money/decompose-cost.ts';

const price = { input: 0.25e-6, cached: 0.025e-6, output: 2e-6 };
const spend: Spend = {
  promptUnits: 400,
  replyUnits: 100,
  inputTokens: 400,
  cachedTokens: 0,
  outputTokens: 100,
  reasoningTokens: 0,
  price,
};

function dollars({ price: of, inputTokens, cachedTokens, outputTokens }: Spend): number {
  return (inputTokens - cachedTokens) * of.input + cachedTokens * of.cached + outputTokens * of.output;
}

const amount = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1e6, noNaN: true }));
const share = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0.001, max: 0.999, noNaN: true }));
const perToken = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1e-3, noNaN: true }));
const anySpend = fc
  .record({
    promptUnits: amount,
    replyUnits: amount,
    inputTokens: amount,
    outputTokens: amount,
    cached: share,
    reasoning: share,
    price: fc.record({ input: perToken, cached: perToken, output: perToken }),
  })
  .map(({ cached, reasoning, ...rest }): Spend => {
    return { ...rest, cachedTokens: cached * rest.inputTokens, reasoningTokens: reasoning * rest.outputTokens };
  });

describe('the change of what a reply costs, as a product', () => {
  test('multiplies out to the ratio of the costs, whatever is nothing on a side', () => {
    fc.assert(
      fc.property(anySpend, anySpend, fc.boolean(), (old, now, tokenizers) => {
        const factors = decomposeCost(old, now, tokenizers);
        if (dollars(old) < 1e-12 || dollars(now) < 1e-12) return;
        expect(factors).toBeDefined();
        if (factors === undefined) return;
        const logs = costFactors.reduce((sum, factor) => sum + Math.log(factors[factor]), 0);
        const ratio = Math.log(dollars(now) / dollars(old));
        expect(Math.abs(logs - ratio)).toBeLessThan(1e-9 * Math.max(1, Math.abs(ratio)));
      }),
      { numRuns: 2000 },
    );
  });

  test('is undone by the way back', () => {
    fc.assert(
      fc.property(anySpend, anySpend, fc.boolean(), (old, now, tokenizers) => {
        const [there, back] = [decomposeCost(old, now, tokenizers), decomposeCost(now, old, tokenizers)];
        if (there === undefined || back === undefined) return;
        for (const factor of costFactors) {
          const log = Math.log(there[factor]);
          expect(log + Math.log(back[factor])).toBeCloseTo(0, 6);
        }
      }),
    );
  });

  test('gives a change of one thing to that thing alone', () => {
    const changes: Readonly<Record<string, Partial<Spend>>> = {
      price: { price: { input: 0.5e-6, cached: 0.05e-6, output: 4e-6 } },
      prompt: { promptUnits: 1200, inputTokens: 1200 },
      reply: { replyUnits: 210, outputTokens: 210 },
      reasoning: { outputTokens: 300, reasoningTokens: 200 },
      cached: { cachedTokens: 300 },
      tokenizer: { inputTokens: 520, outputTokens: 130 },
    };
    for (const [changed, change] of Object.entries(changes)) {
      const now = { ...spend, ...change };
      const factors = decomposeCost(spend, now, true);
      for (const factor of costFactors) {
        if (factor === changed) expect(factors?.[factor]).toBeCloseTo(dollars(now) / dollars(spend), 10);
        else expect(factors?.[factor]).toBeCloseTo(1, 10);
      }
    }
  });

  test('knows no other tokenizer on one model: more tokens are a longer text there', () => {
    const digits = { ...spend, outputTokens: 200, replyUnits: 120 };
    expect(decomposeCost(spend, digits, false)).toMatchObject({ tokenizer: 1 });
    expect(decomposeCost(spend, digits, false)?.reply).toBeCloseTo(dollars(digits) / dollars(spend), 10);
    expect(decomposeCost(spend, digits, true)?.tokenizer).toBeGreaterThan(1.2);
  });

  test('says nothing of a side that costs nothing', () => {
    const free = { ...spend, price: { input: 0, cached: 0, output: 0 } };
    expect(decomposeCost(free, spend, false)).toBeUndefined();
    expect(decomposeCost(spend, free, false)).toBeUndefined();
  });
});
