import { describe, expect, it } from 'vitest';
import { isLooser } from '../../../src/core/exam/is-looser.ts';
import { isWiderPattern } from '../../../src/core/exam/is-wider-pattern.ts';
import type { Json, JsonObject } from '../../../src/core/json.ts';
import { aCheck } from '../../support/golden-case.ts';

const looser = (kind: string, base: Json, head: Json) =>
  isLooser(aCheck({ kind, argument: base }), aCheck({ kind, argument: head }));
const bothWays = (kind: string, base: JsonObject, head: JsonObject) => {
  const [one, other] = [base, head].map((options) => aCheck({ kind, argument: 'a', options }));
  if (one === undefined || other === undefined) throw new Error('two checks');
  return [isLooser(one, other), isLooser(other, one)];
};

describe('an argument that lets more through', () => {
  it.each<[string, Json, Json]>([
    ['contains', '30 days', ['30', 'days']],
    ['contains', ['abc', 'x'], ['x', 'b']],
    ['starts-with', ['ab', 'cd'], 'c'],
    ['ends-with', ['ab', 'cd'], 'd'],
    ['contains-any', ['abc', 'x'], ['b', 'x']],
    ['not-contains', ['a', 'b'], ['xb']],
    ['max-tokens', 10, 11],
    ['max-latency', 10, '11'],
    ['min-words', '5', 4],
    ['number', { equals: 3 }, { equals: 3, within: '0.5' }],
    ['json-path', { path: '$.a', contains: { b: 1 } }, { path: '$.a', contains: '"b":1' }],
    ['json-path', { path: '$.a', matches: '^a' }, { path: '$.a' }],
    ['tool-call', { name: 'f', arguments: { a: { b: 1, c: 2 } } }, { name: 'f', arguments: { a: { b: 1 } } }],
    ['tool-call', { name: 'f', arguments: { a: 1 } }, { name: 'f' }],
    ['tool-call', { name: 'f', arguments: { a: 1 } }, 'f'],
    ['tool-call', ['f', 'g'].map((name) => ({ name })), [{ name: 'g' }]],
    ['tool-call', [{ name: 'g' }, { name: 'f', arguments: { a: 1 } }], [{ name: 'f' }, { name: 'g' }]],
    ['tool-call', { name: 'f', times: 2 }, { name: 'f', times: { 'at-least': 1, 'at-most': 2 } }],
    ['tool-call', { name: 'f', times: { 'at-most': 1 } }, { name: 'f', times: { 'at-most': 3 } }],
    ['not-tool-call', 'f', { name: 'f', arguments: { a: 1 } }],
    ['not-tool-call', 'f', [{ name: 'f' }, { name: 'g' }]],
    ['max-steps', 3, 4],
    ['not-regex', ['BAD', 'x'], ['x']],
    ['regex', ['a', 'b'], ['b']],
    ['regex', ['^a$', 'b'], ['a', 'c']],
    ['not-regex', ['a', 'b'], ['^a$', 'c']],
    ['simulate', 'hostile', { persona: 'hostile', turns: 4 }],
    ['simulate', { turns: '6' }, { turns: '5' }],
    ['sql', { tables: ['a'] }, { tables: ['b', 'a'] }],
    ['sql', { dialect: 'mysql', tables: ['a'] }, 'mysql'],
    ['contains-sql', { dialect: 'postgresql', columns: ['a'] }, { dialect: 'postgresql' }],
    ['contains-json', { type: 'object', required: ['a'] }, { type: 'object' }],
  ])('%s %j → %j', (kind, base, head) => {
    expect([looser(kind, base, head), looser(kind, head, base)]).toEqual([true, false]);
  });

  it.each<[string, Json, Json]>([
    ['contains', '30 days', ['30', 'weeks']],
    ['contains', ['a', 'b'], ['b', 'a', 'c']],
    ['starts-with', 'ab', 'b'],
    ['ends-with', 'ab', 'a'],
    ['contains-any', ['abc', 'x'], ['b', 'y']],
    ['not-contains', ['a'], ['b']],
    ['not-equals', 'ab', 'a'],
    ['max-words', 'many', 'more'],
    ['max-words', null, 5],
    ['number', { equals: 3 }, { equals: 3, within: 0 }],
    ['number', { equals: 3, within: 1 }, { equals: 4 }],
    ['number', 3, { equals: 3, within: 1 }],
    ['json-path', { path: '$.a', equals: 'x' }, { path: '$.a', equals: 'y' }],
    ['json-path', { path: '$.a', contains: 'x' }, { path: '$.b', contains: '' }],
    ['json-path', { path: '$.a' }, { path: '$.b' }],
    ['json-path', '$.a', { path: '$.a', equals: 'x' }],
    ['tool-call', { name: 'f', arguments: { a: 1 } }, { name: 'g', arguments: {} }],
    ['tool-call', { name: 'f', arguments: { a: 1 } }, { name: 'f', arguments: { a: 2 } }],
    ['tool-call', { name: 'f', arguments: { a: 1 } }, { name: 'f', arguments: { b: 1 } }],
    ['tool-call', { name: 'f', arguments: { a: 1 } }, { name: 'f', arguments: 'a' }],
    ['tool-call', { name: 'f', arguments: { a: { b: 1 } } }, { name: 'f', arguments: { a: 1 } }],
    ['regex', ['a', 'b'], ['c', 'd']],
    ['simulate', { persona: 'a' }, { persona: 'b', turns: 5 }],
    ['sql', { tables: ['a'] }, { tables: ['b'] }],
    ['sql', { dialect: 'mysql', tables: ['a'] }, 'postgresql'],
    ['sql', { tables: ['a'], columns: ['x'] }, { tables: ['a', 'b'], columns: ['y'] }],
    ['sql', { tables: 'a' }, { tables: 'b' }],
  ])('%s %j → %j is none', (kind, base, head) => {
    expect(looser(kind, base, head)).toBe(false);
  });

  it('without bounds of its own SQL may do what it likes already', () => {
    expect(looser('sql', null, { tables: ['a'] })).toBe(false);
    expect(looser('sql', null, { dialect: 'postgresql' })).toBe(false);
    expect(looser('sql', 'mysql', { tables: ['a'] })).toBe(false);
  });

  it('and no kind that nothing is known of', () => {
    expect(looser('starts', 'ab', 'a')).toBe(false);
  });
});

describe('an option that lets more through', () => {
  it.each([
    'contains',
    'contains-any',
    'contains-html',
    'contains-json',
    'contains-sql',
    'contains-xml',
    'regex',
    'refuses',
    'min-words',
  ])('is the whole conversation for %s', (kind) => {
    expect(bothWays(kind, { turn: 'last' }, {})).toEqual([true, false]);
  });

  it.each(['answers', 'max-words', 'max-cost', 'not-equals'])('is its last turn alone for %s', (kind) => {
    expect(bothWays(kind, {}, { turn: 'last' })).toEqual([true, false]);
  });

  it.each(['answers-all', 'is-not-x', 'equals', 'json', 'a-max-b'])('is neither for %s', (kind) => {
    expect(bothWays(kind, {}, { turn: 'last' })).toEqual([false, false]);
    expect(bothWays(kind, { turn: 'first' }, {})).toEqual([false, false]);
  });

  it.each(['strict', 'exact'])('%s is what must be there dropped, and what must not be set', (option) => {
    expect(bothWays('json', { [option]: true }, {})).toEqual([true, false]);
    expect(bothWays('not-json', {}, { [option]: true })).toEqual([true, false]);
    expect(bothWays('json', { [option]: true }, { [option]: true, other: 1 })).toEqual([false, false]);
    expect(bothWays('is-not-json', { [option]: true }, {})).toEqual([true, false]);
  });

  it('ignoring case is so for what must be there, its opposite for what must not', () => {
    expect(bothWays('equals', {}, { 'ignore-case': true })).toEqual([true, false]);
    expect(bothWays('not-equals', { 'ignore-case': true }, {})).toEqual([true, false]);
    expect(bothWays('is-not-x', {}, { 'ignore-case': true })).toEqual([true, false]);
    expect(bothWays('equals', { 'ignore-case': false }, {})).toEqual([false, false]);
  });

  it('more edits are so, and no limit of them', () => {
    expect(bothWays('levenshtein', { 'max-edits': 2 }, { 'max-edits': 3 })).toEqual([true, false]);
    expect(bothWays('levenshtein', { 'max-edits': 2 }, {})).toEqual([true, false]);
    expect(bothWays('levenshtein', { 'max-edits': 2 }, { 'max-edits': 2 })).toEqual([false, false]);
  });
});

describe('a pattern that finds more', () => {
  it.each([
    ['(?i)a', '(?is)a'],
    ['^a', '(?:^|b)'],
    ['a', 'a?'],
    ['\\b', '^'],
    ['a', '(?:|b)'],
    ['a', '(?:x*)'],
    ['ab', 'a'],
    ['a{2,3}', 'a{1,4}'],
    ['a{2}', 'a{1,2}'],
    ['aa', 'a+'],
    ['ab|ac', 'a'],
    ['\\dx', '.x'],
    ['\\wx', '.x'],
    ['a|b', 'a|b|c'],
    ['(?:a)x', '(?:a|b)x'],
    ['ax', '(?:a|b)x'],
    ['(?:a|b)x', '[\\s\\S]x'],
    ['\\dx', '[\\S\\s]x'],
    ['a$', 'a'],
    ['^$', '$'],
  ])('%s → %s', (narrow, wide) => {
    expect(isWiderPattern(wide, narrow)).toBe(true);
    expect(isWiderPattern(narrow, wide)).toBe(false);
  });

  it.each([
    ['a', 'a'],
    ['a', 'b'],
    ['a*', 'b*'],
    ['(?i)a', '(?m)a'],
    ['(?m)a', 'a|b'],
    ['a', '(?m)a'],
    ['a', '(?U)a'],
    ['a', '(?im)a'],
    ['ab', 'ba'],
    ['\\nx', '.x'],
    ['\\sx', '.x'],
    ['[ab]x', '.x'],
    ['a', '\\b'],
    ['a', '\\ba'],
    ['a', 'a$'],
    ['(?:a|b)x', '(?:a|c)x'],
    ['(?:a|b)x', 'ax'],
    ['(?:ab)x', '(?:a)x'],
    ['(?:a)x', '(?:ab)x'],
    ['a{1,4}', 'a{2,5}'],
    ['a{2}', 'a{3}'],
    ['a+', 'a'],
    ['[', 'a'],
    ['a', '['],
    ['a', 'ab'],
  ])('%s → %s does not', (narrow, wide) => {
    expect(isWiderPattern(wide, narrow)).toBe(false);
  });

  it('is told of up to 300 pieces', () => {
    const long = 'ab'.repeat(150);
    expect(isWiderPattern(long.slice(1), long)).toBe(true);
    expect(isWiderPattern('a', `${long}a`)).toBe(false);
    expect(isWiderPattern(long.slice(0, 3), long)).toBe(true);
  });
});
