import { expect, it } from 'vitest';
import { expectAccounted } from '../../support/model-expect-accounted.ts';
import { runAgainstFaults } from '../../support/model-fault-run.ts';

it.each(['oak', 'ash', 'elm'])(
  'with a quarter of all attempts failing, every reply is got or accounted for (seed %s)',
  async (seed) => {
    const run = await runAgainstFaults(seed, 120);
    expectAccounted(run, 120);
    expect(run.kinds).toBeGreaterThan(5);
  },
);
