import { describe, expect, it } from 'vitest';
import { isWiderPattern } from '../../../src/core/exam/is-wider-pattern.ts';

describe('whether a pattern finds all that another finds, and more', () => {
  it.each([
    ['GOOD', '.*'],
    ['GOOD', ''],
    ['GOOD', 'x?'],
    ['GOOD', 'GOOD|BAD'],
    ['GOOD', 'BAD|GOOD'],
    ['^GOOD$', 'GOOD'],
    ['^GOOD', 'GOOD'],
    ['\\bGOOD\\b', 'GOOD'],
    ['30 days', '30'],
    ['\\b30\\b', '\\d*'],
    ['(?:a|b)c', '(?:a|b|x)c'],
    ['(?:a|b)c', '.c'],
    ['a{3}', 'a{1,3}'],
    ['ab+', 'ab*'],
    ['a-b-c', 'a.*c'],
    ['GOOD', '(?i)GOOD'],
    ['^(GOOD)$', '^(GOOD|BAD)$'],
    ['[ab]x', '[\\s\\S]x'],
    ['^yes$', '^yes'],
  ])('%s → %s does', (narrow, wide) => {
    expect(isWiderPattern(wide, narrow)).toBe(true);
    expect(isWiderPattern(narrow, wide)).toBe(false);
  });

  it.each([
    ['GOOD', 'BAD'],
    ['GOOD', '^GOOD'],
    ['a|b', 'a'],
    ['(?i)good', 'good'],
    ['a.c', 'a-c'],
    ['ab', 'a.b'],
    ['(ab)c', '(a)c'],
    ['a', 'a{2}'],
    ['\\d', '\\w'],
    ['(unclosed', '.x'],
    ['a(?i:b)', 'a(?i:b|c)'],
  ])('%s → %s does not, or it cannot be told', (narrow, wide) => {
    expect(isWiderPattern(wide, narrow)).toBe(false);
  });
});
