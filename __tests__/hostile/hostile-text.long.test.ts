import fc from 'fast-check';
import { describe, test } from 'vitest';
import { dailySeed } from '../support/daily-seed.ts';
import { anyShape, anyTexts, textsOfAReport } from '../support/filled-report.ts';
import { targets } from '../support/hostile-targets.ts';

const seed = dailySeed();
const texts = 20_000;

/** The summary is the comment with other limits, and the same words: a quarter shows whether they still are. */
const fewer: Readonly<Record<string, number>> = { summary: texts / 4 };

describe('20,000 hostile texts in the fields of reports of every shape', () => {
  // The others compare with a report of harmless words, whose lengths and lines differ where the product shortens by length
  // (docs/trust.md): what differs there is to be told from harm first.
  const held = Object.entries(targets).filter(([target]) => target === 'terminal' || target === 'outputs');
  test.each(held)('stay text: %s', async (target, isText) => {
    await fc.assert(
      fc.asyncProperty(anyShape, anyTexts, async (shape, words) => isText(shape, words)),
      {
        numRuns: (fewer[target] ?? texts) / textsOfAReport,
        seed,
        endOnFailure: false,
        interruptAfterTimeLimit: 900_000,
      },
    );
  });
});
