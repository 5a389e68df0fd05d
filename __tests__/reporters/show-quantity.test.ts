import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  showChange,
  showCount,
  showDelta,
  showDuration,
  showDurationGrowth,
  showMoney,
  showMoneyDifference,
  showMoneyGrowth,
  showP,
  showPercent,
  showPoints,
} from '../../src/reporters/show-quantity.ts';

test('percentages are whole, and rounding hides neither a first failure nor a last success', () => {
  expect([0, 0.004, 0.5, 0.996, 1].map(showPercent)).toEqual(['0%', '<1%', '50%', '>99%', '100%']);
});

test('changes carry their sign with a real minus', () => {
  expect([-0.1, 0.05, 0, -0.001].map(showDelta)).toEqual(['−0.10', '+0.05', '±0.00', '±0.00']);
  expect([-0.12, 0.01, 0.004].map(showPoints)).toEqual(['12 points', '1 point', '0.4 points']);
});

test('money keeps two significant digits where cents would hide it, and an unknown price is never 0', () => {
  expect([0, 0.42, 0.00042, 0.0871, 0.05, 48, 12_345.6].map(showMoney)).toEqual([
    ...['$0', '$0.42', '$0.00042', '$0.087', '$0.05', '$48.00', '$12,346'],
  ]);
  expect(showMoney(null)).toBe('unknown');
});

test('p-values stop at three decimals, durations choose their unit', () => {
  expect([0.0004, 0.004, 0.04, 1].map(showP)).toEqual(['p < 0.001', 'p = 0.004', 'p = 0.04', 'p = 1.00']);
  expect([12, 999.6, 61_000].map(showDuration)).toEqual(['12 ms', '1.0 s', '1.0 min']);
  expect(showCount(1_234_567)).toBe('1,234,567');
});

test('two sides that look alike are shown once, a side that is missing as a dash', () => {
  expect(showChange(0.951, 0.949, showPercent)).toBe('95%');
  expect(showChange(null, 0.5, showPercent)).toBe('– → 50%');
});

test('what stands beside a percentage or a difference has the digits that give it', () => {
  expect(showMoneyGrowth(0.0773, 0.136)).toBe('$0.0773 → $0.1360');
  expect(showMoneyGrowth(12.34, 21.7)).toBe('$12.34 → $21.70');
  expect(showMoneyGrowth(0, 0.13)).toBe('$0 → $0.13');
  expect(showDurationGrowth(820, 1200)).toBe('0.82 → 1.20 s');
  expect(showDurationGrowth(420, 620)).toBe('420 → 620 ms');
  expect(showMoneyDifference(0.102, 0.13)).toBe('$0.10 → $0.13 (+$0.03)');
  expect(showMoneyDifference(4.08, 4)).toBe('$4.08 → $4.00 (−$0.08)');
  expect(showMoneyDifference(2100, 1850.4)).toBe('$2,100 → $1,850 (−$250)');
});

test('a reader who divides the shown sums gets the shown percentage, whatever they are', () => {
  const usd = fc.double({ min: 0.001, max: 5000, noNaN: true });
  fc.assert(
    fc.property(usd, fc.double({ min: 1.01, max: 9, noNaN: true }), (old, times) => {
      const [from = 0, to = 0] = showMoneyGrowth(old, old * times)
        .split(' → ')
        .map((sum) => Number(sum.replaceAll(/[$,]/gu, '')));
      // A percentage that stands on the edge to the next one takes more digits than anybody reads.
      const exact = (times - 1) * 100;
      fc.pre(Math.abs(exact - Math.floor(exact) - 0.5) > 0.01);
      expect(Math.round((to / from - 1) * 100)).toBe(Math.round(exact));
    }),
  );
});
