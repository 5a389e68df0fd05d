import fc from 'fast-check';
import { describe, test } from 'vitest';
import { dailySeed } from '../support/daily-seed.ts';
import { anyShape, anyTexts, textsOfAReport } from '../support/filled-report.ts';
import { targets } from '../support/hostile-targets.ts';

const seed = dailySeed();
const texts = 20_000;

describe('20,000 hostile texts in the fields of reports of every shape', () => {
  test.each(Object.entries(targets))('stay text: %s', async (_, isText) => {
    await fc.assert(
      fc.asyncProperty(anyShape, anyTexts, async (shape, words) => isText(shape, words)),
      { numRuns: texts / textsOfAReport, seed, endOnFailure: false, interruptAfterTimeLimit: 900_000 },
    );
  });
});
