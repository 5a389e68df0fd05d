import { describe, expect, test } from 'vitest';
import { redact, safeLine } from '../../../src/hosts/log/create-log.ts';

const key = 'sk-a/b+c?"ä\\1';
const masked = (text: string, secrets: readonly string[] = [key]) => redact(`<${text}>`, secrets);

describe('a secret is masked', () => {
  test.each([
    ['as it is', key],
    ['percent-encoded', encodeURIComponent(key)],
    ['percent-encoded in lower case', encodeURIComponent(key).replaceAll(/%../gu, (byte) => byte.toLowerCase())],
    ['as JSON', JSON.stringify(key).slice(1, -1)],
    ['as JSON within JSON', JSON.stringify(JSON.stringify(key).slice(1, -1)).slice(1, -1)],
    ['in hexadecimal', Buffer.from(key).toString('hex')],
    ['in upper case', Buffer.from(key).toString('hex').toUpperCase()],
  ])('%s', (_, text) => {
    expect(masked(text)).toBe('<***>');
  });

  test.each([0, 1, 2])('in base64 behind %i other bytes, but for what those decide', (offset) => {
    const bytes = Buffer.concat([Buffer.from('x'.repeat(offset)), Buffer.from('12345678?>~~')]);
    for (const encoding of ['base64', 'base64url'] as const) {
      const found = masked(bytes.toString(encoding), ['12345678?>~~']);
      expect(found).toMatch(/^<[\w+/-]{0,3}\*\*\*[\w=]{0,3}>$/u);
    }
  });

  test('from eight characters on, blanks around it aside', () => {
    expect(redact('a12345678b', ['12345678'])).toBe('a***b');
    expect(redact('a1234567b', ['1234567'])).toBe('a1234567b');
    expect(redact('a12345678b', [' 12345678\n'])).toBe('a***b');
    expect(redact('a 1234567 b', [' 1234567 '])).toBe('a 1234567 b');
  });

  test('the longest first, so that no part of it is left', () => {
    expect(redact('12345678-abc', ['12345678', '12345678-abc'])).toBe('***');
    expect(redact('12345678 12345678-abc', ['12345678-abc', '12345678'])).toBe('*** ***');
  });

  test('whole and line by line', () => {
    const lines = 'first-line-1\r\n  second-line-2\nshort\n';
    expect(redact('first-line-1 second-line-2 short', [lines])).toBe('*** *** short');
    expect(redact(JSON.stringify(lines.trim()), [lines])).toBe('"***"');
  });

  test('half a surrogate pair in it breaks nothing', () => {
    expect(redact('a sk-12345\ud800 b', ['sk-12345\ud800'])).toBe('a *** b');
  });

  test('nothing else is', () => {
    expect(redact('nothing here', [])).toBe('nothing here');
    expect(redact('nothing here', [key])).toBe('nothing here');
  });
});

describe('a line for the runner', () => {
  test.each([
    ['::error::x', ': :error::x'],
    [':::a', ': ::a'],
    [': a', ': a'],
    ['a ::b', 'a ::b'],
    ['\u200b::b', '⟨U+200B⟩::b'],
    ['\u00a0::b', '\u00a0: :b'],
    ['##[a] ##[b]', '## [a] ## [b]'],
    ['# #[a]', '# #[a]'],
    ['a\r\n::b\r::c\n::d', 'a\n: :b\n: :c\n: :d'],
    ['a\u0007', 'a⟨U+0007⟩'],
  ])('%j is %j', (text, line) => {
    expect(safeLine(text)).toBe(line);
  });
});
