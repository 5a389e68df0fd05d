import { describe, expect, it } from 'vitest';
import { type CostOf, costByPrice } from '../../../src/core/money/prices.ts';
import { askingOf, callsOf, endsOf } from '../../support/model-asking.ts';
import { fastClock } from '../../support/model-fast-clock.ts';
import { fail, recordingProvider } from '../../support/model-provider.ts';

const count = (ends: readonly string[], end: string) => ends.filter((found) => found === end).length;
/** A dollar for 1,000 output tokens; input is free. */
const costOf: CostOf = (_provider, _model, usage) => costByPrice(usage, { input: 0, output: 1000 });

describe('the limit of calls', () => {
  it('is never passed, calls under way included', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 20);
    const { asking } = askingOf(provider, { clock, limits: { concurrency: 16, maxCalls: 7 } });
    const ends = endsOf(await Promise.all(callsOf(30).map(asking.ask)));
    expect(provider.asked).toHaveLength(7);
    expect([count(ends, 'answered'), count(ends, 'budget')]).toEqual([7, 23]);
    expect(asking.spent().broken).toBe('calls');
    expect(asking.mayAsk(1)).toBe('budget');
  });

  it('counts attempts that may have been charged for, and not those the service turned away', async () => {
    const clock = fastClock(100);
    const turned = recordingProvider(clock, 1, ({ arrival }) => (arrival < 3 ? fail('rate-limit') : {}));
    const free = askingOf(turned, { clock, limits: { concurrency: 1, maxCalls: 2 } });
    expect(endsOf(await Promise.all(callsOf(2).map(free.asking.ask)))).toEqual(['answered', 'answered']);
    const cut = recordingProvider(clock, 1, ({ arrival }) => (arrival === 0 ? fail('malformed') : {}));
    const charged = askingOf(cut, { clock, limits: { concurrency: 1, maxCalls: 2 } });
    expect(count(endsOf(await Promise.all(callsOf(2).map(charged.asking.ask))), 'answered')).toBe(1);
    expect(cut.asked).toHaveLength(2);
  });

  it('gives the place of a call that failed without cost to another', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 5, ({ text }) => (text === 'q0' ? fail('refused-request') : {}));
    const { asking } = askingOf(provider, { clock, limits: { maxCalls: 2 } });
    const ends = endsOf(await Promise.all(callsOf(4).map(asking.ask)));
    expect([count(ends, 'answered'), count(ends, 'refused-request'), count(ends, 'budget')]).toEqual([2, 1, 1]);
  });
});

describe('the limit of dollars', () => {
  it('is never passed, with what is under way reserved at its most', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 5, () => ({ usage: { inputTokens: 1, outputTokens: 100 } }));
    const { asking } = askingOf(provider, { clock, costOf, limits: { concurrency: 16, maxCostUsd: 1 } });
    const limited = callsOf(40).map((call) => ({
      ...call,
      request: { ...call.request, params: { max_tokens: 100 } },
    }));
    const ends = endsOf(await Promise.all(limited.map(asking.ask)));
    expect(count(ends, 'answered')).toBe(10);
    expect(asking.spent().costUsd).toBeCloseTo(1, 9);
    expect(asking.spent().costUsd).toBeLessThanOrEqual(1 + 1e-9);
    expect(asking.spent().broken).toBe('usd');
  });

  it('believes the service where it says what it billed', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 1, () => ({ billedUsd: 0.25 }));
    const { asking } = askingOf(provider, { clock });
    await Promise.all(callsOf(3).map(asking.ask));
    expect(asking.spent().costUsd).toBe(0.75);
    expect(asking.spent().unpriced.size).toBe(0);
  });

  it('does not hold up models without a price, even where nothing may be spent', async () => {
    const clock = fastClock(20);
    const { asking } = askingOf(recordingProvider(clock, 1), { clock, limits: { maxCostUsd: 0 } });
    expect(count(endsOf(await Promise.all(callsOf(5).map(asking.ask))), 'answered')).toBe(5);
  });

  it('lets another round begin only where it fits at what a reply cost so far', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 1, () => ({ billedUsd: 0.1 }));
    const { asking } = askingOf(provider, { clock, limits: { maxCostUsd: 1 } });
    await Promise.all(callsOf(5).map(asking.ask));
    expect(asking.mayAsk(5)).toBe('complete');
    expect(asking.mayAsk(6)).toBe('budget');
  });
});

describe('replies far longer than anyone guessed', () => {
  /** The most that may be spent: the limit, and one reply a place. */
  it.each([
    { tokens: 30_000, maxCostUsd: 5, concurrency: 16, usdPerMillion: 10 },
    { tokens: 30_000, maxCostUsd: 5, concurrency: 1, usdPerMillion: 10 },
    { tokens: 1_000_000, maxCostUsd: 1, concurrency: 2, usdPerMillion: 8 },
    { tokens: 1_000_000, maxCostUsd: 20, concurrency: 16, usdPerMillion: 1 },
  ])('pass the limit by what is under way alone: %o', async ({ tokens, maxCostUsd, concurrency, usdPerMillion }) => {
    const clock = fastClock(20);
    const reply = (tokens * usdPerMillion) / 1e6;
    const provider = recordingProvider(clock, 20, ({ arrival }) => ({
      usage: { inputTokens: 1, outputTokens: tokens - (arrival % 3) },
    }));
    const price: CostOf = (_provider, _model, usage) => costByPrice(usage, { input: 0, output: usdPerMillion });
    const { asking } = askingOf(provider, { clock, costOf: price, limits: { concurrency, maxCostUsd } });
    await Promise.all(callsOf(400).map(asking.ask));
    expect(asking.spent().broken).toBe('usd');
    // What was sent before the first reply came back is all that can go beyond.
    expect(asking.spent().costUsd).toBeLessThanOrEqual(Math.max(maxCostUsd, concurrency * reply));
    expect(asking.spent().costUsd).toBeLessThanOrEqual(maxCostUsd + concurrency * reply);
  });

  it('are reserved in full from the first reply on, also where the request asked for less', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 1, () => ({ usage: { inputTokens: 1, outputTokens: 500 } }));
    const { asking } = askingOf(provider, { clock, costOf, limits: { concurrency: 1, maxCostUsd: 1.2 } });
    const limited = callsOf(9).map((call) => ({ ...call, request: { ...call.request, params: { max_tokens: 10 } } }));
    await Promise.all(limited.map(asking.ask));
    expect(asking.spent().costUsd).toBeCloseTo(1, 9);
  });

  it('hold back the next also where only the bill tells what they cost', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 1, () => ({ billedUsd: 0.4 }));
    const { asking } = askingOf(provider, { clock, limits: { concurrency: 1, maxCostUsd: 1 } });
    await Promise.all(callsOf(9).map(asking.ask));
    expect(asking.spent().costUsd).toBeCloseTo(0.8, 9);
  });
});

describe('a budget of some prompts', () => {
  const limits = new Map([[0, { maxCalls: 3, maxCostUsd: Number.POSITIVE_INFINITY }]]);

  it('is never passed, and keeps no others from being asked', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 20);
    const { asking } = askingOf(provider, { clock, ownLimits: limits, limits: { maxCalls: 9 } });
    expect(asking.wouldBreak(0, 3)).toBeUndefined();
    expect(asking.wouldBreak(0, 4)).toBe('calls');
    const own = callsOf(10, { budget: 0 });
    const others = callsOf(8, { model: 'other' });
    const ends = await Promise.all([...own, ...others].map(asking.ask));
    expect([count(endsOf(ends.slice(0, 10)), 'answered'), count(endsOf(ends.slice(10)), 'answered')]).toEqual([3, 6]);
    expect(ends.find((reply) => reply.kind === 'failed')).toMatchObject({
      message: 'Not asked: the limit of its `overrides`, 3 calls (budget.calls) is reached.',
    });
    expect([asking.wouldBreak(0, 0), asking.wouldBreak(1, 100)]).toEqual(['calls', undefined]);
  });

  it('lies within that of the run, and takes nothing of it for what is refused', async () => {
    const clock = fastClock(20);
    const { asking } = askingOf(recordingProvider(clock, 5), { clock, ownLimits: limits, limits: { maxCalls: 2 } });
    const ends = endsOf(await Promise.all(callsOf(5, { budget: 0 }).map(asking.ask)));
    expect([count(ends, 'answered'), count(ends, 'budget')]).toEqual([2, 3]);
    expect([asking.stoppedBy('budget'), asking.wouldBreak(0, 1)]).toEqual([
      { limit: 'max-calls', value: 2 },
      undefined,
    ]);
  });
});
