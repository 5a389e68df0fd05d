import { expect, it } from 'vitest';
import { expectAccounted } from '../../support/model-expect-accounted.ts';
import { runAgainstFaults } from '../../support/model-fault-run.ts';
import { spokenApis } from '../../support/spoken-apis.ts';

it.each(spokenApis)(
  'with a quarter of all attempts failing, every reply is got or accounted for (api: %s)',
  async (api) => {
    const run = await runAgainstFaults(`oak ${api}`, 60, api);
    expectAccounted(run, 60);
    expect(run.kinds).toBeGreaterThan(5);
  },
);
