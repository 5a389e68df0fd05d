import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip } from '../../../src/core/text/clip.ts';

test('a text that is too long ends in an ellipsis and never within a surrogate pair', () => {
  expect(clip('abcdef', 4)).toBe('abc…');
  expect(clip('😀😀😀😀', 3)).toBe('😀😀…');
  expect(clip('😀😀😀', 3)).toBe('😀😀😀');
});

test('the result is well formed and no longer than asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, most) => {
      const clipped = clip(text, most);
      expect([...clipped].length).toBeLessThanOrEqual(most);
      expect(clipped.isWellFormed()).toBe(true);
    }),
  );
});
