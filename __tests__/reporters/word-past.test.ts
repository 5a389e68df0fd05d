import { describe, expect, test } from 'vitest';
import { plain } from '../../src/reporters/wording/say.ts';
import { sparkline, wordPast } from '../../src/reporters/wording/word-past.ts';
import { buildPast, buildRow } from '../support/report-builder.ts';

const worded = (past: ReturnType<typeof buildPast>) => plain(wordPast(buildRow({ past })), (text) => text);

describe('merged versions of a prompt', () => {
  test.each([
    [[0.8, 1, 0.9], '▁█▅'],
    [[0, 1], '▁█'],
    // Chance is not drawn as a cliff.
    [[0.98, 1], '▇█'],
    [[0.5, null, 0.5], '█·█'],
    [[null, null], '··'],
  ])('with scores of %j are drawn as %s', (scores, line) => {
    expect(sparkline(scores)).toBe(line);
  });

  test('are told of the latest ten, from the first of them to the last', () => {
    expect(worded(buildPast(12))).toMatch(
      /^clerk-mini: score [▁-█]{10} 0\.83 → 0\.95, cost \$0\.60 → \$1\.50 per 1,000 replies, 340 → 520 characters a reply \(10 versions\)$/u,
    );
  });

  test('are no line where there is one, and tell nothing of what is not known', () => {
    expect(worded(buildPast(1))).toBe('');
    const unknown = buildPast(2).map((one) => ({ ...one, usd: null, length: null }));
    expect(worded(unknown)).toMatch(/^clerk-mini: score [▁-█]{2} 0\.80 → 0\.88 \(2 versions\)$/u);
  });
});
