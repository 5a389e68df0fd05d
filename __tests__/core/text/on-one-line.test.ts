import { describe, expect, it } from 'vitest';
import { clip } from '../../../src/core/text/clip.ts';
import { escapeHidden, showHidden, showOnOneLine } from '../../../src/core/text/show-hidden.ts';

describe('a text on one line', () => {
  it.each([
    ['  a b  ', 10, 'a b'],
    ['a\nb', 10, 'a ⏎ b'],
    ['a \n \n\t b', 10, 'a ⏎ b'],
    ['a\tb', 10, 'a b'],
    ['a\r\nb', 10, 'a ⏎ b'],
    ['abcdef', 5, 'abcd…'],
    ['abcde', 5, 'abcde'],
    [`${'a\n'.repeat(4)}b`, 8, 'a ⏎ a ⏎…'],
    ['\u202e', 20, '⟨U+202E⟩'],
    ['', 5, ''],
  ])('%j, at most %i characters, is %j', (text, most, shown) => {
    expect(showOnOneLine(text, most)).toBe(shown);
  });

  it('is cut before it is searched, at twice what is shown', () => {
    expect(showOnOneLine(`${'\n'.repeat(5)}${' '.repeat(5)}abc`, 4)).toBe('abc');
    expect(showOnOneLine(`a${'\n'.repeat(9)}bcd`, 4)).toBe('a ⏎…');
  });
});

describe('clipping', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['abc', 1, '…'],
    ['abc', 0, '…'],
    ['', 0, ''],
    ['😀😀', 2, '😀😀'],
    ['😀😀😀', 2, '😀…'],
    ['😀ab', 3, '😀ab'],
    ['😀abc', 3, '😀a…'],
  ])('%j to %i is %j', (text, most, clipped) => {
    expect(clip(text, most)).toBe(clipped);
  });
});

describe('what hides', () => {
  const hides = (first: number, last = first) => [first, last].map((point) => String.fromCodePoint(point));
  it.each([
    ...[hides(0x00, 0x08), hides(0x0b, 0x1f), hides(0x7f, 0x9f), hides(0xad), hides(0x034f), hides(0x061c)],
    ...[
      hides(0x115f, 0x1160),
      hides(0x17b4, 0x17b5),
      hides(0x180b, 0x180f),
      hides(0x200b, 0x200c),
      hides(0x200e, 0x200f),
    ],
    ...[
      hides(0x2028, 0x202e),
      hides(0x2060, 0x206f),
      hides(0x3164),
      hides(0xfeff),
      hides(0xffa0),
      hides(0xfff0, 0xfffb),
    ],
    ...[hides(0xe0000, 0xe0fff), hides(0x1d173, 0x1d17a)],
  ])('%j to %j is shown by its code point and escaped in JSON, its neighbours are not', (first, last) => {
    for (const letter of [first ?? '', last ?? '']) {
      const point = letter.codePointAt(0) ?? 0;
      expect(showHidden(`a${letter}b`)).toBe(`a⟨U+${point.toString(16).toUpperCase().padStart(4, '0')}⟩b`);
      const escapes = Array.from(
        { length: letter.length },
        (_, i) => `\\u${letter.charCodeAt(i).toString(16).padStart(4, '0')}`,
      );
      expect(escapeHidden(`"é${letter}"`)).toBe(`"é${escapes.join('')}"`);
    }
  });

  it.each([
    '\t',
    '\n',
    ' ',
    '~',
    '\u00a0',
    '¬',
    '®',
    'é',
    '\u2010',
    '\u2027',
    '\u202f',
    '\u205f',
    '\u2070',
    '☕',
    '日',
    '\ufffc',
  ])('%j does not', (letter) => {
    expect(showHidden(`a${letter}b`)).toBe(`a${letter}b`);
    expect(escapeHidden(`"a${letter}b"`)).toBe(`"a${letter}b"`);
  });

  it('a joiner is left where it makes one emoji of two', () => {
    expect(showHidden('👩\u200d🔬 👩🏽\u200d💻 ❤\ufe0f\u200d🔥')).toBe('👩\u200d🔬 👩🏽\u200d💻 ❤\ufe0f\u200d🔥');
    expect(showHidden('a\u200d🔬 👩\u200db')).toBe('a⟨U+200D⟩🔬 👩⟨U+200D⟩b');
  });

  it('in plain JSON needs no closer look', () => {
    expect(escapeHidden('{\n  "a": "~"\n}')).toBe('{\n  "a": "~"\n}');
    expect(escapeHidden('"\u007f"')).toBe('"\\u007f"');
    expect(escapeHidden('"a\u0007"')).toBe('"a\\u0007"');
  });
});
