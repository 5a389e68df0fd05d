import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeLine } from '../../../src/hosts/log/create-log.ts';
import { anyHostileText } from '../../support/hostile-text.ts';

/** Whether the runner would take a command out of any line, read as the runner reads. */
function holdsCommand(text: string): boolean {
  return text
    .split(/\r\n|\r|\n/u)
    .some((line) => line.replace(/^[\s\p{Z}\p{C}]+/u, '').startsWith('::') || line.includes('##['));
}

test('workflow commands become text a reader can still make out', () => {
  expect(safeLine('::set-output name=verdict::pass')).toBe(': :set-output name=verdict::pass');
  expect(safeLine('  \t::error::x')).toBe('  \t: :error::x');
  expect(safeLine('fine ##[error]x')).toBe('fine ## [error]x');
});

test('a bare carriage return starts a line for the runner, and so it does here', () => {
  expect(safeLine('progress\r::add-mask::a')).toBe('progress\n: :add-mask::a');
});

test('ordinary text stays as it is', () => {
  expect(safeLine('std::vector costs $0.42, 6/6 → 0/6')).toBe('std::vector costs $0.42, 6/6 → 0/6');
});

test('no text yields a line that the runner would obey, and its result stays as it is', () => {
  const pieces = fc.array(
    fc.constantFrom(
      ':',
      '::',
      '#',
      '##[',
      '[',
      ' ',
      '\t',
      '\r',
      '\n',
      '\u2028',
      '\u00a0',
      '\ufeff',
      '\u200b',
      '\u0000',
      'a',
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyHostileText,
        pieces.map((all) => all.join('')),
      ),
      (text) => {
        expect(holdsCommand(safeLine(text))).toBe(false);
        expect(safeLine(safeLine(text))).toBe(safeLine(text));
      },
    ),
    { numRuns: 500 },
  );
});
