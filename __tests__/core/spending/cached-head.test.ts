import { describe, expect, it } from 'vitest';
import type { CellRun } from '../../../src/core/run/trial-run.ts';
import { findCachedHead } from '../../../src/core/spending/cached-head.ts';
import { compareSpending } from '../../../src/core/spending/compare-spending.ts';
import { sentText } from '../../../src/core/spending/request-units.ts';
import { costOfList, rowOn, spentCell } from '../../support/spent-cells.ts';

const policy = 'Returns are accepted within thirty days, unworn and with their label.\n'.repeat(80);

describe('the head that requests share', () => {
  it('ends at a date, an id, a variable, or another order of the same text, and says which', () => {
    const sent = (lines: readonly string[], vars: readonly Record<string, string>[]) =>
      findCachedHead(lines.map((text, at) => ({ text, vars: vars[at] ?? {} })));
    expect(
      sent(['Today is 2026-11-03.\nA', 'Today is 2026-11-28.\nB'], [{ today: '2026-11-03' }, { today: '2026-11-28' }])
        ?.breaks,
    ).toEqual({ kind: 'date', variable: 'today' });
    expect(sent(['Ticket 4711-88120 of A', 'Ticket 4711-99341 of B'], [])?.breaks).toEqual({ kind: 'id' });
    expect(sent(['Help Ann.', 'Help Bob.'], [{ name: 'Ann' }, { name: 'Bob' }])?.breaks).toEqual({
      kind: 'variable',
      variable: 'name',
    });
    expect(sent(['a\nfind\nbuy\nend', 'a\nbuy\nfind\nend'], [])?.breaks).toEqual({ kind: 'order' });
  });

  it('is known of two requests at least, and counts what never changes behind it', () => {
    expect(findCachedHead([{ text: 'one', vars: {} }])).toBeUndefined();
    const found = findCachedHead([
      { text: `Hello Ann\n${policy}`, vars: {} },
      { text: `Hello Bob\n${policy}`, vars: {} },
    ]);
    expect(found?.head).toBe('Hello ');
    expect(found?.behind).toHaveLength(policy.length - 1);
  });

  it('reads tools first and the system before the user, as services do', () => {
    const text = sentText({
      messages: [
        { role: 'user', content: 'Hi' },
        { role: 'system', content: 'Be kind.' },
      ],
      params: { tools: [{ type: 'function', function: { name: 'find' } }] },
    });
    expect(text.indexOf('find')).toBeLessThan(text.indexOf('Be kind.'));
    expect(text.indexOf('Be kind.')).toBeLessThan(text.indexOf('Hi'));
  });

  it('is worth what the cache would have saved, and nothing below the least length of its model', () => {
    const row = rowOn('small');
    const usage = { inputTokens: 1500, outputTokens: 50 };
    const cells = ['a', 'b', 'c', 'd'].map((name) =>
      spentCell(row, name, {
        segment: 'free',
        vars: { name },
        system: { old: policy, new: `You talk to ${name}.\n${policy}` },
        pairs: [{ old: { ...usage, cachedTokens: 1200 }, new: { ...usage, cachedTokens: 0 } }],
      }),
    );
    const gate = { alpha: 0.05, tolerance: 0.02, margin: 0.1, cases: 'block', metrics: {} } as const;
    const settings = {
      gate,
      segments: new Map([['free', { monthly: 100_000 }]]),
      cacheLeasts: new Map([['small', 1024]]),
    };
    const { heads } = compareSpending(row, cells, { settings, costOf: costOfList, rows: 1, gain: 0 });
    expect(heads?.old).toMatchObject({ least: 1024, billed: 0.8 });
    expect(heads?.old.tokens).toBeGreaterThan(1024);
    expect(heads?.new).toMatchObject({ billed: 0, breaks: { kind: 'variable', variable: 'name' } });
    expect(heads?.new.tokens).toBeLessThan(20);
    const saved = ((heads?.old.tokens ?? 0) * (0.25 - 0.025)) / 1e6;
    expect(heads?.usdMonth).toBeCloseTo(saved * 100_000, 6);
  });
});

describe('tokens of a head', () => {
  const gate = { alpha: 0.05, tolerance: 0.02, margin: 0.1, cases: 'block', metrics: {} } as const;
  const context = { settings: { gate, segments: new Map(), cacheLeasts: new Map() }, costOf: costOfList };
  const headsOf = (cells: readonly CellRun[]) =>
    compareSpending(rowOn('small'), cells, { ...context, rows: 1, gain: 0 }).heads?.new;
  const system = { old: policy, new: policy };
  /** A question of so many tokens, beside a policy of some 1,200. */
  const asked = (key: string, question: string, tokens: number) => {
    const reply = { inputTokens: 1200 + tokens, outputTokens: 5 };
    return spentCell(rowOn('small'), key, { system, question, pairs: [{ old: reply, new: reply }] });
  };

  it('are no more where the questions are of a script that takes a token a sign', () => {
    const short = ['a', 'b', 'c'].map((key) => asked(key, `${key}?`, 5));
    const long = ['甲', '乙', '丙'].map((sign) => asked(sign, sign.repeat(4000), 4000));
    const [alone, mixed] = [headsOf(short), headsOf([...short, ...long])];
    expect(alone?.tokens).toBeGreaterThan(900);
    expect((mixed?.tokens ?? 0) / (alone?.tokens ?? 1)).toBeGreaterThan(0.75);
    expect((mixed?.tokens ?? 0) / (alone?.tokens ?? 1)).toBeLessThan(1.33);
  });

  it('are not those of pictures, nor of several requests', () => {
    const short = ['a', 'b', 'c'].map((key) => asked(key, `${key}?`, 5));
    const held = asked('held', 'held?', 60_000);
    const conversation = { turns: [], end: 'answered' as const };
    const stepped = {
      ...held,
      trials: held.trials.map((trial) => ({ ...trial, new: { ...trial.new, conversation } })),
    };
    const shown = asked('shown', 'shown?', 20_000);
    const parts = [{ kind: 'image', source: { kind: 'url', url: 'https://example.com/a.png' } }] as const;
    const { new: sent } = shown.cell;
    if (sent === undefined) throw new Error('no request');
    const messages = sent.messages.map((one) => (one.role === 'user' ? { ...one, parts } : one));
    const pictured = { ...shown, cell: { ...shown.cell, new: { ...sent, messages } } };
    expect(headsOf([...short, stepped])?.tokens).toBe(headsOf(short)?.tokens);
    expect(headsOf([...short, pictured])?.tokens).toBe(headsOf(short)?.tokens);
  });

  it('are worth the same on another model, unless it caches longer heads only', () => {
    const switched = (cacheLeasts: ReadonlyMap<string, number>) => {
      const row = rowOn('small', 'large');
      const cells = ['a', 'b'].map((key) => {
        const usage = { outputTokens: 5 };
        const pairs = [{ old: { ...usage, inputTokens: 1200 }, new: { ...usage, inputTokens: 1800 } }];
        return spentCell(row, key, { system, pairs });
      });
      const settings = { ...context.settings, cacheLeasts };
      return compareSpending(row, cells, { settings, costOf: costOfList, rows: 1, gain: 0 }).heads;
    };
    expect(switched(new Map())?.usdPer1000).toBe(0);
    const lost = switched(new Map([['large', 4096]]));
    expect(lost?.usdPer1000).toBeCloseTo(((lost?.new.tokens ?? 0) * (1.25 - 0.125)) / 1000, 6);
  });
});
