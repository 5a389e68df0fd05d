import { describe, expect, it } from 'vitest';
import { harmless, penFor, wrap } from '../../../src/reporters/terminal/pen.ts';
import { own, quote } from '../../../src/reporters/wording/say.ts';

describe('a pen', () => {
  it.each([
    ['regressed', 31],
    ['invalid', 31],
    ['failing', 31],
    ['inconclusive', 33],
    ['unreviewed', 33],
    ['pass', 32],
    ['skipped', 2],
    ['head', 1],
  ] as const)('paints %s in %i, and nothing without colours', (as, code) => {
    expect(penFor({ colours: true }).paint(as, 'text')).toBe(`\u001b[${code}mtext\u001b[0m`);
    expect(penFor({ colours: false }).paint(as, 'text')).toBe('text');
  });

  it('writes within its columns, a hundred unless it knows', () => {
    expect(penFor({ colours: false }).columns).toBe(100);
    const pen = penFor({ colours: false, columns: 9 });
    expect(pen.columns).toBe(9);
    expect(pen.lines(own('the `case` a'), '  ')).toEqual(['  the', '  case a']);
    expect(pen.lines(own('one'))).toEqual(['one']);
    expect(pen.lines([])).toEqual([]);
    expect(pen.lines(quote('a\n\u001b[31m`b'))).toEqual(['a ⏎', '⟨U+001B⟩[', '31mb']);
  });

  it('shows a text from outside on one line of at most 700 characters', () => {
    expect(harmless(' a\nb\tc\u0007')).toBe('a ⏎ b c⟨U+0007⟩');
    expect(harmless('x'.repeat(701))).toBe(`${'x'.repeat(699)}…`);
  });
});

describe('words in lines', () => {
  it.each<[string, number, string, readonly string[]]>([
    ['', 5, '', ['']],
    ['', 5, '> ', ['> ']],
    ['a b c', 5, '', ['a b c']],
    ['a b cd', 5, '', ['a b', 'cd']],
    ['abcde fg', 5, '', ['abcde', 'fg']],
    ['abcdefg', 5, '', ['abcde', 'fg']],
    ['abcdefghijkl', 5, '', ['abcde', 'fghij', 'kl']],
    ['x abcdefg y', 5, '', ['x', 'abcde', 'fg y']],
    ['ab cd', 6, '  ', ['  ab', '  cd']],
    ['日本語', 4, '', ['日本', '語']],
    ['日 本', 5, '', ['日 本']],
    ['日 本', 4, '', ['日', '本']],
  ])('%j in %i columns behind %j', (text, width, indent, lines) => {
    expect(wrap(text, width, indent)).toEqual(lines);
  });
});
