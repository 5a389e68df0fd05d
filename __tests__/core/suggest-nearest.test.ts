import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestNearest } from '../../src/core/suggest-nearest.ts';

const known = ['tolerance', 'alpha', 'cases', 'min-score', 'contains', 'not-contains', 'regex'];

describe('suggestNearest', () => {
  test.each([
    ['tolerence', 'tolerance'],
    ['aplha', 'alpha'],
    ['minScore', 'min-score'],
    ['min_score', 'min-score'],
    ['contain', 'contains'],
    ['notcontains', 'not-contains'],
    ['Regex', 'regex'],
    ['case', 'cases'],
  ])('takes %s for %s', (name, nearest) => {
    expect(suggestNearest(name, known)).toBe(nearest);
  });

  test.each(['', 'zzz', 'sampling', 'x'.repeat(100_000), '__proto__'])('has nothing to offer for %.20s', (name) => {
    expect(suggestNearest(name, known)).toBeUndefined();
  });

  test('knows a name by itself, whatever else is listed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{3,9}$/u), { minLength: 1 }), (names) => {
        for (const name of names) expect(suggestNearest(name, names)).toBe(name);
      }),
    );
  });
});
