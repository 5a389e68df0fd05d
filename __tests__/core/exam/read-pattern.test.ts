import { describe, expect, it } from 'vitest';
import { type PatternPiece, readPattern } from '../../../src/core/exam/is-wider-pattern.ts';

const once = (text: string): PatternPiece => ({ kind: 'match', text, least: 1, most: 1 });
const place = (text: string): PatternPiece => ({ kind: 'place', text });
const times = (text: string, least: number, most: number): PatternPiece => ({ kind: 'match', text, least, most });

describe('a pattern read into its pieces', () => {
  it.each<[string, readonly PatternPiece[]]>([
    ['', []],
    ['ab', [once('a'), once('b')]],
    ['^a$', [place('^'), once('a'), place('$')]],
    ['\\Aa\\z', [place('\\A'), once('a'), place('\\z')]],
    ['\\b\\w\\B', [place('\\b'), once('\\w'), place('\\B')]],
    ['a*b', [times('a', 0, Number.POSITIVE_INFINITY), once('b')]],
    ['a+?b', [times('a', 1, Number.POSITIVE_INFINITY), once('b')]],
    ['a?+b', [times('a', 0, 1), once('b')]],
    ['a+b+', [times('a', 1, Number.POSITIVE_INFINITY), times('b', 1, Number.POSITIVE_INFINITY)]],
    ['a{3}b', [times('a', 3, 3), once('b')]],
    ['a{2,}', [times('a', 2, Number.POSITIVE_INFINITY)]],
    ['a{12,34}', [times('a', 12, 34)]],
    ['a{x}', [once('a'), once('{'), once('x'), once('}')]],
    ['\\p{Lu}\\x{1f600}\\x4A\\.', [once('\\p{Lu}'), once('\\x{1f600}'), once('\\x4A'), once('\\.')]],
    ['\\P{Greek}', [once('\\P{Greek}')]],
    ['[ab]c', [once('[ab]'), once('c')]],
    ['[]a]b', [once('[]a]'), once('b')]],
    ['[^]a]b', [once('[^]a]'), once('b')]],
    ['[^ab]*', [times('[^ab]', 0, Number.POSITIVE_INFINITY)]],
    ['[[:alpha:]]x', [once('[[:alpha:]]'), once('x')]],
    ['[[:alpha:]_]', [once('[[:alpha:]_]')]],
    ['[\\]a]b', [once('[\\]a]'), once('b')]],
    ['\\|', [once('\\|')]],
  ])('%s', (pattern, pieces) => {
    expect(readPattern(pattern)).toEqual({ flags: '', branches: [pieces] });
  });

  it('has its alternatives apart, an empty one too', () => {
    expect(readPattern('a|bc|')?.branches).toEqual([[once('a')], [once('b'), once('c')], []]);
  });

  it.each([
    ['(a|b)', '(a|b)'],
    ['(?:a|b)', '(?:a|b)'],
    ['(?P<x>a|b)', '(?P<x>a|b)'],
    ['(?<x>a|b)', '(?<x>a|b)'],
  ])('%s is a group of its alternatives', (pattern, text) => {
    const group = { kind: 'match', text, branches: [[once('a')], [once('b')]], least: 1, most: 1 };
    expect(readPattern(pattern)?.branches).toEqual([[group]]);
    expect(readPattern(`x${pattern}y`)?.branches).toEqual([[once('x'), group, once('y')]]);
    expect(readPattern(`${pattern}{2}`)?.branches).toEqual([[{ ...group, least: 2, most: 2 }]]);
  });

  it('has groups within groups', () => {
    const inner = { kind: 'match', text: '(b)', branches: [[once('b')]], least: 1, most: 1 };
    const outer = { kind: 'match', text: '(a(b))', branches: [[once('a'), inner]], least: 1, most: 1 };
    expect(readPattern('(a(b))c')?.branches).toEqual([[outer, once('c')]]);
  });

  it('has the flags at its start', () => {
    expect(readPattern('(?i)a')).toEqual({ flags: 'i', branches: [[once('a')]] });
    expect(readPattern('(?is-m)a')).toEqual({ flags: 'is-m', branches: [[once('a')]] });
  });

  it.each([
    '(a',
    'a)',
    'a(b',
    'a)(',
    '[a',
    '(?i:a)',
    '(?is:a)',
    '(?-i:a)',
    '(?=a)',
    '(?i)(?m)a',
    'a(?i)b',
    '\\',
    '((a)',
  ])('%s is not known here', (pattern) => {
    expect(readPattern(pattern)).toBeUndefined();
  });
});
