import { expect, it } from 'vitest';
import { runWithKills } from '../../support/model-kill-run.ts';

it('a run that is killed at any moment goes on where it was: only calls under way are asked again', async () => {
  const run = await runWithKills('beech', 3, 150);
  expect(run.hits).toBeGreaterThan(0);
  expect(run.missing).toBe(0);
  expect(run.askedTwice).toEqual([]);
  expect(run.paidTwice).toBeLessThanOrEqual(run.allowed);
  expect(run.printed).toBe('{"notes":[],"failed":0}');
});
