import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showHidden } from '../../../src/core/text/show-hidden.ts';

test('what a reader cannot see is named by its code point', () => {
  expect(showHidden('a\u202eb\u200bc\u0000d\u001b[31m\u{e0041}')).toBe(
    'a⟨U+202E⟩b⟨U+200B⟩c⟨U+0000⟩d⟨U+001B⟩[31m⟨U+E0041⟩',
  );
});

test('ordinary text of any script, emoji of several parts, tabs and line ends stay', () => {
  const text = 'Grüße\t日本語\nשלום 👩‍❤️‍👩 👩🏽‍💻 ☕️';
  expect(showHidden(text)).toBe(text);
  expect(showHidden('a\r\nb')).toBe('a\nb');
});

test('a joiner outside an emoji, a bare carriage return and half a surrogate pair are shown', () => {
  expect(showHidden('a\u200db\rc\ud800')).toBe('a⟨U+200D⟩b⟨U+000D⟩c⟨U+D800⟩');
});

test('its result holds nothing that hides, and showing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = showHidden(text);
      expect(shown).not.toMatch(/(?![\n\t])\p{Cc}|\p{Bidi_Control}|[\u200b\ufeff]/u);
      expect(showHidden(shown)).toBe(shown);
    }),
  );
});
