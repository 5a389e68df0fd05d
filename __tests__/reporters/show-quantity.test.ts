import { expect, test } from 'vitest';
import {
  showChange,
  showCount,
  showDelta,
  showDuration,
  showMoney,
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
