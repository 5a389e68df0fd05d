import fc from 'fast-check';
import { describe, test } from 'vitest';
import { anyShape, anyTexts } from '../support/filled-report.ts';
import { targets } from '../support/hostile-targets.ts';

describe('hostile text in every field of a report', () => {
  test.each(Object.entries(targets))('stays text: %s', async (_, isText) => {
    await fc.assert(
      fc.asyncProperty(anyShape, anyTexts, async (shape, texts) => isText(shape, texts)),
      { numRuns: 5, seed: 11 },
    );
  });
});
