import { describe, expect, it } from 'vitest';
import { costFactors } from '../../../src/core/money/decompose-cost.ts';
import type { Row } from '../../../src/core/row.ts';
import { compareSpending } from '../../../src/core/spending/compare-spending.ts';
import { costOfList, rowOn, type SpentCase, spentCell } from '../../support/spent-cells.ts';

const gate = { alpha: 0.05, tolerance: 0.02, margin: 0.1, cases: 'block', metrics: {} } as const;
const bare = { gate, segments: new Map(), cacheLeasts: new Map() };

function compare(
  row: Row,
  cases: readonly SpentCase[],
  settings: Parameters<typeof compareSpending>[2]['settings'] = bare,
  gain = 0,
) {
  const cells = cases.map((one, at) => spentCell(row, String(at), one));
  return compareSpending(row, cells, { settings, costOf: costOfList, rows: 1, gain });
}

/** Cases whose replies have their own lengths, and the new ones `by` times as many tokens. */
function growing(by: number, count = 12): readonly SpentCase[] {
  return Array.from({ length: count }, (_, at) => {
    const long = 80 + 11 * at;
    return {
      segment: at % 2 === 0 ? 'free' : 'pro',
      pairs: [
        {
          old: { inputTokens: 300, outputTokens: long, characters: 4 * long },
          new: { inputTokens: 300, outputTokens: Math.round(long * by), characters: Math.round(4 * long * by) },
        },
      ],
    };
  });
}

describe('what replies cost, compared', () => {
  it('tells an explosion beyond chance, its bounds, and a product that is the whole change', () => {
    const told = compare(rowOn('small'), growing(2.1));
    expect(told.explodes).toBe(true);
    expect(told.usd.p).toBeLessThan(0.001);
    const { old, new: now, delta, low, high } = told.usd;
    expect(low ?? 0).toBeLessThan(delta ?? 0);
    expect(low ?? 0).toBeGreaterThan(0);
    expect(high ?? 0).toBeGreaterThan(delta ?? 0);
    const product = costFactors.reduce((all, factor) => all * (told.factors?.[factor] ?? 0), 1);
    expect(product).toBeCloseTo((now ?? 0) / (old ?? 1), 9);
    expect(told.factors?.reply).toBeCloseTo(product, 9);
    expect(told.tokens.output.new).toBeCloseTo(2.1 * (told.tokens.output.old ?? 0), 0);
  });

  it('tells none where nothing changed, where one reply alone grew, or where too few replies could show it', () => {
    expect(compare(rowOn('small'), growing(1)).explodes).toBe(false);
    const one = growing(1).map((held, at) => (at === 0 ? { pairs: growing(40)[0]?.pairs ?? [] } : held));
    expect(compare(rowOn('small'), one).explodes).toBe(false);
    expect(compare(rowOn('small'), growing(3, 3)).explodes).toBe(false);
  });

  it('tells of how many replies the service did not count the tokens', () => {
    const guessed = growing(1).map((held, at) => ({
      ...held,
      pairs: held.pairs.map(({ old, new: now }) => ({ old, new: at < 5 ? { ...now, estimated: true } : now })),
    }));
    expect(compare(rowOn('small'), guessed).uncounted).toEqual({ old: 0, new: 5 });
    expect(compare(rowOn('small'), growing(1))).not.toHaveProperty('uncounted');
  });

  it('holds a rise to the limit of the gate where one is set', () => {
    const limited = { ...bare, gate: { ...gate, costLimit: 2 } };
    expect(compare(rowOn('small'), growing(2.1), limited).explodes).toBe(false);
    expect(compare(rowOn('small'), growing(5), limited).explodes).toBe(true);
  });

  it('parts price and tokenizer from length where another model answers', () => {
    const cases = growing(1).map((one) => ({
      ...one,
      system: { old: 'Be brief.', new: 'Be brief.' },
      pairs: one.pairs.map((pair) => ({
        old: pair.old,
        // The same text, a third more tokens.
        new: { ...pair.old, inputTokens: 400, outputTokens: Math.round(((pair.old.outputTokens ?? 0) * 4) / 3) },
      })),
    }));
    const { factors } = compare(rowOn('small', 'large'), cases);
    expect(factors?.price).toBeCloseTo(5, 6);
    expect(factors?.tokenizer).toBeCloseTo(4 / 3, 2);
    expect(factors?.reply).toBeCloseTo(1, 6);
  });

  it('sums a month over the segments that have traffic, with what chance leaves open', () => {
    const traffic = new Map([
      ['free', { monthly: 120_000 }],
      ['pro', { monthly: 8000 }],
    ]);
    const told = compare(rowOn('small'), growing(2), { ...bare, segments: traffic });
    const { free, pro } = told.segments;
    const sum = 120_000 * (free?.usd.new ?? 0) + 8000 * (pro?.usd.new ?? 0);
    expect(told.month?.new).toBeCloseTo(sum, 9);
    const change = (told.month?.new ?? 0) - (told.month?.old ?? 0);
    expect(told.month?.low ?? 0).toBeLessThan(change);
    expect(told.month?.high ?? 0).toBeGreaterThan(change);
    expect(compare(rowOn('small'), growing(2)).month).toBeUndefined();
  });

  it('knows neither dollars nor factors of a model without a price, and never takes them for nothing', () => {
    const told = compare(rowOn('unlisted'), growing(2));
    expect(told.usd).toMatchObject({ old: null, new: null, delta: null, p: null });
    expect(told.factors).toBeUndefined();
    expect(told.explodes).toBe(false);
    expect(told.tokens.output.new).toBeGreaterThan(0);
  });
});

describe('a gain beside longer replies', () => {
  const pair = (longer: number, gain: number) => ({
    old: { inputTokens: 10, outputTokens: 10, characters: 400, score: 0 },
    new: { inputTokens: 10, outputTokens: 10, characters: 400 * longer, score: gain },
  });

  it('is flagged where replies of like length gain nothing', () => {
    const cases = [...Array<number>(8).fill(2), ...Array<number>(6).fill(1)].map((longer) => ({
      pairs: [pair(longer, longer > 1 ? 1 : 0)],
    }));
    expect(compare(rowOn('small'), cases, bare, 0.57).verbosity).toMatchObject({
      alone: true,
      gainAlike: 0,
      pairs: { alike: 6, of: 14 },
    });
  });

  it('is not where they gain as much, and is where nothing can tell the two apart', () => {
    const mixed = [...Array<number>(8).fill(2), ...Array<number>(6).fill(1)].map((longer) => ({
      pairs: [pair(longer, 1)],
    }));
    expect(compare(rowOn('small'), mixed, bare, 1).verbosity?.alone).toBe(false);
    const all = Array.from({ length: 8 }, () => ({ pairs: [pair(3, 1)] }));
    expect(compare(rowOn('small'), all, bare, 1).verbosity).toMatchObject({ alone: true, pairs: { alike: 0, of: 8 } });
    expect(compare(rowOn('small'), all, bare, 0).verbosity).toBeUndefined();
  });
});

describe('parameters that change nothing', () => {
  const cases = (usage: { readonly outputTokens: number; readonly reasoningTokens?: number }) =>
    Array.from({ length: 5 }, () => ({
      pairs: [{ old: { inputTokens: 9, ...usage }, new: { inputTokens: 9, ...usage } }],
    }));

  it('are an effort without a token of reasoning, and a limit that replies exceed', () => {
    const told = compare(
      rowOn('small', 'small', { reasoning_effort: 'high', max_tokens: 50 }),
      cases({ outputTokens: 60, reasoningTokens: 0 }),
    );
    expect(told.ignored).toEqual([
      { param: 'reasoning_effort', value: 'high', why: 'no-reasoning', replies: 5, of: 5 },
      { param: 'max_tokens', value: '50', why: 'exceeded', replies: 5, of: 5 },
    ]);
  });

  it('are none where the service does not count, where it reasons, and where nothing is asked for', () => {
    const high = rowOn('small', 'small', { reasoning_effort: 'high' });
    expect(compare(high, cases({ outputTokens: 60 })).ignored).toBeUndefined();
    expect(compare(high, cases({ outputTokens: 60, reasoningTokens: 20 })).ignored).toBeUndefined();
    const none = rowOn('small', 'small', { reasoning_effort: 'none' });
    expect(compare(none, cases({ outputTokens: 60, reasoningTokens: 0 })).ignored).toBeUndefined();
  });
});
