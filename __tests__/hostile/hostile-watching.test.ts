import fc from 'fast-check';
import { describe, test } from 'vitest';
import { anyDrift, anyMonitored } from '../support/filled-watching.ts';
import { expectDriftIsText, expectMonitoredIsText } from '../support/hostile-watching.ts';

describe('hostile text in every field of what is watched', () => {
  test('stays text: page, job summary, issue and terminal of a drift run', async () => {
    await fc.assert(fc.asyncProperty(anyDrift, expectDriftIsText), { numRuns: 8, seed: 21 });
  });

  test('stays text: page, job summary and terminal of what production’s logs tell', async () => {
    await fc.assert(fc.asyncProperty(anyMonitored, expectMonitoredIsText), { numRuns: 8, seed: 22 });
  });
});
