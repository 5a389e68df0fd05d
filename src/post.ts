import { flushOutput } from './wire/flush-output.ts';
import { keepStore, openRunner } from './wire/kept-store.ts';

/** After the job, also where the step failed or was cancelled: what was paid for is kept for later runs. */
try {
  await keepStore(await openRunner());
} catch (fault) {
  process.stdout.write(
    `Replies are not kept for later runs: ${fault instanceof Error ? fault.name : 'unknown fault'}\n`,
  );
}
await flushOutput();
process.exit(0);
