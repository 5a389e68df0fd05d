import { expect, test } from 'vitest';
import { studentQuantile, studentTail } from '../../../src/core/statistics/student.ts';

/** Tables of Student's t. */
test.each([
  [0.025, 1, 12.706204736],
  [0.025, 2, 4.30265273],
  [0.025, 6, 2.446911851],
  [0.0005, 6, 5.958816179],
  [0.00001, 7, 10.1026842559],
  [0.025, 120, 1.979930405],
])('the t that is exceeded with chance %s at %s degrees of freedom', (tail, freedom, t) => {
  expect(studentQuantile(tail, freedom)).toBeCloseTo(t, 6);
  expect(studentTail(t, freedom)).toBeCloseTo(tail, 9);
});

test('chances end at one half and at none', () => {
  expect(studentTail(0, 5)).toBeCloseTo(0.5, 12);
  expect(studentTail(Number.POSITIVE_INFINITY, 5)).toBe(0);
});
