import { expect, it } from 'vitest';
import { readSpan } from '../../src/providers/service/read-hints.ts';

it.each([
  ['20ms', 20],
  ['1s', 1_000],
  ['6m0s', 360_000],
  ['1h2m3.5s', 3_723_500],
  ['12', 12_000],
  ['0.25', 250],
  ['1d', 86_400_000],
])('reads %s as %d ms', (written, ms) => expect(readSpan(written)).toBe(ms));

it.each(['', 'soon', '-1', '1x', '5 s later', 'Infinity', '1e9'])('does not read %j', (written) =>
  expect(readSpan(written)).toBeUndefined(),
);
