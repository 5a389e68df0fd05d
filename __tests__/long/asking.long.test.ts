import { describe, expect, it } from 'vitest';
import { expectAccounted } from '../support/model-expect-accounted.ts';
import { runAgainstFaults } from '../support/model-fault-run.ts';
import { runWithKills } from '../support/model-kill-run.ts';
import { spokenApis } from '../support/spoken-apis.ts';

describe.each(spokenApis)('asking a service that fails a quarter of all attempts (api: %s)', (api) => {
  it.concurrent.each(Array.from({ length: 10 }, (_, seed) => seed))(
    'gets every reply or accounts for it (seed %i)',
    async (seed) => {
      expectAccounted(await runAgainstFaults(`long ${seed}`, 200, api), 200);
    },
  );
});

describe('a run killed with SIGKILL', () => {
  it('20 times at random moments loses nothing that was paid for but what was under way', async () => {
    const run = await runWithKills('long', 20, 1500);
    expect(run.hits).toBeGreaterThanOrEqual(15);
    expect(run.missing).toBe(0);
    expect(run.askedTwice).toEqual([]);
    expect(run.paidTwice).toBeLessThanOrEqual(run.allowed);
    expect(run.printed).toBe('{"notes":[],"failed":0}');
  });
});
