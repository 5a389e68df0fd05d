import fc from 'fast-check';
import { describe, test } from 'vitest';
import { anyFilled } from '../support/filled-report.ts';
import { targets } from '../support/hostile-targets.ts';

describe('hostile text in every field of a report', () => {
  test.each(Object.entries(targets))('stays text: %s', async (_, isText) => {
    await fc.assert(
      fc.asyncProperty(anyFilled, async ({ hostile, harmless }) => isText(hostile, harmless)),
      { numRuns: 5, seed: 11 },
    );
  });
});
