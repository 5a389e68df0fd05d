import { describe, expect, it } from 'vitest';
import { escapeName, escapeQuote, toMarkdown, toSummary } from '../../../src/reporters/markdown/escape.ts';
import { fence } from '../../../src/reporters/markdown/fence.ts';
import { own, quote, say } from '../../../src/reporters/wording/say.ts';

describe('a sentence from outside in Markdown', () => {
  it.each([
    ['plain words, and more.', 'plain words, and more.'],
    ['', '∅'],
    ['  a\n\n b ', 'a ⏎ b'],
    ['a & b', 'a &#38; b'],
    ['<b>', '&#60;b&#62;'],
    ['a|b', 'a&#124;b'],
    ['`a` *b* ~c~ [d]', '&#96;a&#96; &#42;b&#42; &#126;c&#126; &#91;d&#93;'],
    ['\\ and $', '&#92; and <span>&#36;</span>'],
    ['#1', '&#35;&#8203;1'],
    ['@ada', '&#64;&#8203;ada'],
    ['a@b.c', 'a&#64;&#8203;b.c'],
    ['_a_', '&#95;a&#95;'],
    ['snake_case stays', 'snake_case stays'],
    ['_a b_ 1_2', '&#95;a b&#95; 1_2'],
    [':+1:', ':&#8203;+1:'],
    ['a :tada: b', 'a :&#8203;tada: b'],
    ['12:30 and a:b', '12:30 and a:b'],
    ['https://x', 'https:&#8203;//x'],
    ['mailto:a xmpp:b MAILTO:c', 'mailto:&#8203;a xmpp:&#8203;b MAILTO:&#8203;c'],
    ['www.a.b WWW.a', 'www&#8203;.a.b WWW&#8203;.a'],
    ['GH-12 gh-1 gh-x agh-1', 'GH&#8203;-12 gh&#8203;-1 gh-x agh-1'],
    ['a\u202eb', 'a⟨U+202E⟩b'],
    ['abcdef', 'abcdef'],
    ['at abcdef1, 0123456789ABC', 'at abcdef&#8203;1, 012345&#8203;6789AB&#8203;C'],
    [
      'xabcdef1 abcdef1x _abcdef1 abcdef1_ éabcdef1 abcdef1é',
      'xabcdef1 abcdef1x &#95;abcdef&#8203;1 abcdef&#8203;1&#95; éabcdef1 abcdef1é',
    ],
    ['-abcdef1- (abcdef1)', '&#45;abcdef&#8203;1- (abcdef&#8203;1)'],
    ['0'.repeat(41), '0'.repeat(41)],
    ['- a - b', '&#45; a - b'],
    ['+ a', '&#43; a'],
    ['= a', '&#61; a'],
    ['1. a 2. b', '1&#46; a 2. b'],
    ['123456) a', '123456&#41; a'],
    ['a. b', 'a. b'],
  ])('%j is %j', (text, markdown) => {
    expect(escapeQuote(text)).toBe(markdown);
  });

  it.each([
    ['at :tada', 'on at :&#8203;tada: this'],
    ['::_x_', 'on ::&#8203;&#95;x&#95;: this'],
    ['12:30 a: b', 'on 12:30 a: b: this'],
  ])('makes no emoji with a colon of ours: %j', (text, markdown) => {
    expect(toMarkdown(say`on ${quote(text)}: this`)).toBe(markdown);
  });

  it('is cut beyond 700 characters', () => {
    expect(escapeQuote('a'.repeat(700))).toBe('a'.repeat(700));
    expect(escapeQuote('a'.repeat(701))).toBe(`${'a'.repeat(699)}…`);
  });

  it('has names as code of at most 90 characters, in which references are found nowhere', () => {
    expect(escapeName('a@b#1|c')).toBe('<code>a&#64;&#8203;b&#35;1&#124;c</code>');
    expect(escapeName('')).toBe('<code>∅</code>');
    expect(escapeName('prompts/a b.txt (v2)')).toBe('`prompts/a b.txt (v2)`');
    for (const open of ['a`b', 'a|b', 'a<b', ' a  b', 'a\\b', 'a\u202eb']) expect(escapeName(open)).toMatch(/^<code>/u);
    expect(escapeName('a'.repeat(91))).toBe(`\`${'a'.repeat(89)}…\``);
    expect(escapeName('a'.repeat(90))).toBe(`\`${'a'.repeat(90)}\``);
  });

  it('stands as it is where it is ours, as code where it is a name, disarmed where it is another’s', () => {
    expect(toMarkdown([...say`*Ours* ${'@n'} and `, ...quote('@q'), ...own('.')])).toBe(
      '*Ours* `@n` and &#64;&#8203;q.',
    );
  });
});

describe('what stands in back quotes in a sentence from outside', () => {
  it.each([
    ['is `a_b` here', 'is `a_b` here'],
    ['`x` and `y`', '`x` and `y`'],
    ['`x` `y`', '`x` `y`'],
    ['a b`x y`c d', 'a b`x y`c d'],
    ['@ada: `@ada|b`', '&#64;&#8203;ada: <code>&#64;ada&#124;b</code>'],
    ['one ` alone', 'one &#96; alone'],
    ['`` none', '&#96;&#96; none'],
    ['', '∅'],
  ])('is a name, and the rest is disarmed as ever: %j', (text, markdown) => {
    expect(toMarkdown(quote(text))).toBe(markdown);
  });

  it('is an element, as names are, where no Markdown is read', () => {
    expect(toSummary(say`On ${'m-1'}: ${quote('has `x`')}`)).toBe('On <code>m-1</code>: has <code>x</code>');
  });

  it('ends with a colon that is parted from ours, and from nothing else', () => {
    expect(toMarkdown(say`${quote('at :tada')}: x`)).toBe('at :&#8203;tada: x');
    expect(toMarkdown(say`${quote('at :tada')} x`)).toBe('at :tada x');
    expect(toMarkdown(quote('at :tada'))).toBe('at :tada');
  });
});

describe('a block of text from outside', () => {
  const size = { lines: 3, characters: 20 };

  it('has a fence that is longer than any run of backticks in it', () => {
    expect(fence('a', 'text', size)).toBe('```text\na\n```');
    expect(fence('`a` ``', '', size)).toBe('```\n`a` ``\n```');
    expect(fence('a```', '', size)).toBe('````\na```\n````');
    expect(fence('````` ```', 'diff', size)).toBe('``````diff\n````` ```\n``````');
  });

  it('opens no comment, and shows what hides', () => {
    expect(fence('<!-- <!-- \u202e', '', size)).toBe('```\n‹!-- ‹!-- ⟨U+202E⟩\n```');
    expect(fence('<!-- a', '', size)).toBe('```\n‹!-- a\n```');
  });

  it('counts the lines that are left out', () => {
    expect(fence('a\nb\nc', '', size)).toBe('```\na\nb\nc\n```');
    expect(fence('a\nb\nc\nd', '', size)).toBe('```\na\nb\nc\n… 1 more line\n```');
    expect(fence('a\nb\nc\nd\ne', '', size)).toBe('```\na\nb\nc\n… 2 more lines\n```');
  });

  it('holds so many characters in all, line ends included', () => {
    expect(fence('0123456789\n0123456789', '', size)).toBe('```\n0123456789\n01234567…\n```');
    expect(fence('0123456789012345678\nb', '', size)).toBe('```\n0123456789012345678\n… 1 more line\n```');
    expect(fence('012345678901234567\nb', '', size)).toBe('```\n012345678901234567\nb\n```');
    expect(fence('01234567890123456789', '', size)).toBe('```\n01234567890123456789\n```');
  });
});
