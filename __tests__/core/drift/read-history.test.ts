import { describe, expect, test } from 'vitest';
import { followRow } from '../../../src/core/drift/follow-row.ts';
import { monthOf, readHistory, rowsOfHistory, writeHistory } from '../../../src/core/drift/read-history.ts';
import { play } from './runs.ts';

const { runs } = play(6, { rate: () => 0.9 }).history;

describe('the lines of a history', () => {
  test('are read as they were written', () => {
    const text = writeHistory(runs);
    expect(readHistory(text, '2026-01.ndjson')).toEqual({ lines: runs, unread: [] });
    expect(text.split('\n')).toHaveLength(runs.length + 1);
  });
  test('a line that a killed run left half is told with its place, and the rest is read', () => {
    const text = `${writeHistory(runs.slice(0, 2))}${writeHistory(runs.slice(2, 3)).slice(0, 80)}\n${writeHistory(runs.slice(3))}`;
    const read = readHistory(text, '2026-01.ndjson');
    expect(read.lines).toEqual([...runs.slice(0, 2), ...runs.slice(3)]);
    expect(read.unread).toEqual([{ at: '2026-01.ndjson:3', why: 'is no JSON' }]);
  });
  test('a line of a later version is named as one', () => {
    const [first] = runs;
    expect(readHistory(`${JSON.stringify({ ...first, version: 9 })}\n`, 'h').unread).toEqual([
      { at: 'h:1', why: 'was written by a later version (9)' },
    ]);
  });
  test('come to the same in whatever order two runs at once wrote them', () => {
    const [row] = [...rowsOfHistory(runs.toReversed()).values()];
    const [one, other] = [followRow(row ?? []), followRow(runs)];
    expect(one?.runs).toEqual(other?.runs);
    expect(one?.layers).toEqual(other?.layers);
    expect(one?.layers.length).toBeGreaterThan(3);
  });
});

test('a month has its own file', () => {
  expect(monthOf('2026-11-29T05:00:00.000Z')).toBe('2026-11.ndjson');
});
