import { describe, expect, test } from 'vitest';
import type { MonitorReport, MonitorTally } from '../../src/core/monitor/monitor-report.ts';
import { writeMonitor } from '../../src/reporters/monitor.ts';
import { plain } from '../../src/reporters/wording/say.ts';
import { wordMoved } from '../../src/reporters/wording/word-monitor.ts';

const tally: MonitorTally = {
  calls: 1200,
  tokens: { in: 90_000, out: 12_000, cached: null, reasoning: null },
  usd: 3.5,
  priced: { billed: 1000, computed: 150, unknown: 50 },
  latencyMs: { p50: 820, p95: 4100 },
  replyCharacters: 260,
  sent: { characters: 400, tokens: 90 },
  served: [],
  counted: { in: 1200, out: 1200, reply: 1200 },
  spread: { usd: 0.001, in: 4, out: 2, reply: 30 },
  errors: 12,
  refusals: 3,
  truncated: 0,
};

function report(given: Partial<MonitorReport> = {}): MonitorReport {
  const names = { segment: 'free', model: 'gpt-5.6-luna', prompt: 'support', others: [] };
  return {
    version: 1,
    tool: { name: 'promptgate', version: '0.1.0' },
    from: '2026-11-20',
    to: '2026-11-27',
    read: { lines: 1203, broken: 3, ahead: 0, outlying: [], bytes: 900_000, files: 2, formats: ['Langfuse'] },
    broken: [{ what: 'This line is not valid JSON.', at: { file: 'a.jsonl', line: 7 } }],
    limits: { segment: 200, model: 100, prompt: 500, days: 1100, groups: 10_000, callsOfOthers: 0 },
    all: tally,
    days: [{ day: '2026-11-27', ...tally }],
    totals: [{ ...names, ...tally }],
    groups: [{ day: '2026-11-27', ...names, ...tally }],
    comparison: null,
    alerts: [],
    traffic: [],
    ...given,
  };
}

const screen = { colours: false, columns: 140 };

describe('what logs tell, on a terminal', () => {
  test('says what was read, what is not known, and the table', () => {
    expect(writeMonitor(report(), screen)).toMatchInlineSnapshot(`
      "1,200 calls from 2026-11-20 to 2026-11-27: $3.50
      Read 1,203 records from 2 files (Langfuse).
      The cost of 150 calls is computed from the price list: the logs contain no billed cost.
      The cost of 50 calls is unknown and left out of the sums: name a price under prices in the config.
      3 records are broken and not counted.
      a.jsonl:7: This line is not valid JSON.

      Nothing is compared: none of the last days has the same weekday in an earlier week.

      segment  model         prompt   calls   cost     p50    p95  errors  refused  cut  tokens in     out  cached  reasoning      reply
      free     gpt-5.6-luna  support  1,200  $3.50  820 ms  4.1 s      1%      <1%   0%     90,000  12,000       –          –  260 chars

      day         calls   cost     p50    p95  errors  refused  cut  tokens in     out  cached  reasoning      reply
      2026-11-27  1,200  $3.50  820 ms  4.1 s      1%      <1%   0%     90,000  12,000       –          –  260 chars
      "
    `);
  });

  test('says that there are more names than are kept apart', () => {
    const { limits } = report();
    const totals = [
      { segment: null, model: 'gpt-5.6-luna', prompt: 'support', others: ['segment' as const], ...tally },
    ];
    const text = writeMonitor(report({ limits: { ...limits, callsOfOthers: 5000 }, totals }), screen);
    expect(text.replaceAll('\n', ' ')).toContain('5,000 calls are counted together as others.');
    expect(text).toMatch(/^others +gpt-5\.6-luna/mu);
  });

  test('obeys nothing that a log says', () => {
    const hostile = '\u001b[2Jpro\n::error::x\u202e';
    const totals = [{ segment: hostile, model: hostile, prompt: hostile, others: [], ...tally }];
    const broken = [{ what: hostile, at: { file: hostile, line: 1 } }];
    const text = writeMonitor(report({ totals, broken }), screen);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
    expect(text).not.toMatch(/^::/mu);
    expect(text).toContain('⟨U+001B⟩');
  });
});

test('the cost of a call before and now has the digits that its growth takes', () => {
  const change = {
    ...{ before: 0.000138, now: 0.000156, change: 0.13, low: 0.1, high: 0.16 },
    ...{ since: '2026-11-26', moved: 'rose' as const },
  };
  const names = { by: [], segment: null, model: null, prompt: null, others: [] };
  const quantities = { usdPerCall: change, calls: change, tokensIn: change, tokensOut: change };
  const changes = {
    ...{ ...quantities, replyCharacters: change, p50: change, p95: change },
    ...{ errors: change, refusals: change, truncated: change },
  };
  const scope = { ...names, calls: { before: 900, now: 300 }, changes };
  expect(plain(wordMoved({ scope, metric: 'usdPerCall', change }), (text) => text)).toBe(
    'The cost of a call rose by 13% (10% to 16%) since 2026-11-26, from $0.000138 to $0.000156.',
  );
});
