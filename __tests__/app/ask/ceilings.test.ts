import { describe, expect, it } from 'vitest';
import { Ceilings } from '../../../src/app/ask/ceilings.ts';
import type { CostOf } from '../../../src/core/money/prices.ts';
import { requestOf } from '../../support/model-answers.ts';

/** A dollar a token of the output; input is free. */
const costOf: CostOf = (_, model, { outputTokens = 0 }) => (model === 'unpriced' ? undefined : outputTokens);
const usage = (outputTokens?: number) => ({ usage: outputTokens === undefined ? {} : { outputTokens } });

describe('the most that a call may cost', () => {
  it('is what it allows, or what replies of the model have shown where that is more', () => {
    const ceilings = new Ceilings(costOf);
    const most = ceilings.of(requestOf('q', { params: { max_tokens: 100 } }));
    expect(most()).toBe(100);
    expect(ceilings.saw('small', usage(90))).toBe(true);
    expect(most()).toBe(100);
    expect(ceilings.saw('small', usage(90))).toBe(false);
    expect(ceilings.saw('small', usage(3_000))).toBe(true);
    expect(most()).toBe(3_000);
    expect(ceilings.saw('other', usage(9_000))).toBe(true);
    expect(most()).toBe(3_000);
  });

  it('is a generous guess without a limit, twice the longest reply once that is more', () => {
    const ceilings = new Ceilings(costOf);
    const most = ceilings.of(requestOf('q'));
    expect(most()).toBe(4_000);
    ceilings.saw('small', usage(1_900));
    expect(most()).toBe(4_000);
    ceilings.saw('small', usage(2_500));
    expect(most()).toBe(5_000);
  });

  it('is guessed shorter after twenty replies that were', () => {
    const ceilings = new Ceilings(costOf);
    const most = ceilings.of(requestOf('q'));
    for (let reply = 0; reply < 19; reply += 1) ceilings.saw('small', usage(100));
    expect(most()).toBe(4_000);
    ceilings.saw('small', usage());
    expect(most()).toBe(1_000);
    ceilings.saw('small', usage(700));
    expect(most()).toBe(1_400);
  });

  it('is what was billed at most, where that is more or no price is known', () => {
    const ceilings = new Ceilings(costOf);
    const [known, unknown] = ['small', 'unpriced'].map((model) =>
      ceilings.of(requestOf('q', { model, params: { max_tokens: 10 } })),
    );
    expect([known?.(), unknown?.()]).toEqual([10, 0]);
    expect(ceilings.saw('unpriced', { ...usage(5), billedUsd: 0.5 })).toBe(true);
    expect(ceilings.saw('unpriced', { ...usage(5), billedUsd: 0.5 })).toBe(false);
    expect(ceilings.saw('unpriced', { ...usage(5), billedUsd: 0.4 })).toBe(false);
    expect(ceilings.saw('unpriced', { ...usage(4), billedUsd: 0.6 })).toBe(true);
    ceilings.saw('small', { ...usage(5), billedUsd: 25 });
    expect([known?.(), unknown?.()]).toEqual([25, 0.6]);
  });

  it('is nothing of a model of which neither price nor bill is known', () => {
    const ceilings = new Ceilings(costOf);
    expect(ceilings.saw('unpriced', usage())).toBe(false);
    expect(ceilings.of(requestOf('q', { model: 'unpriced' }))()).toBe(0);
  });

  it('counts the input too, and an embedding without any reply', () => {
    const byInput: CostOf = (_, __, { inputTokens = 0, outputTokens = 0 }) => inputTokens * 1_000_000 + outputTokens;
    const ceilings = new Ceilings(byInput);
    const request = { kind: 'embedding', provider: 'p', model: 'm', texts: ['one'] } as const;
    expect(ceilings.of(request)()).toBe(1_000_000);
  });
});
