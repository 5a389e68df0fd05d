import { endLeftComment } from './wire/end-left-comment.ts';
import { flushOutput } from './wire/flush-output.ts';
import { keepStore, openRunner } from './wire/kept-store.ts';

/**
 * After the job, also where the step failed, was cancelled or killed: its comment must not say for ever that it asks, and
 * what was paid for is kept for later runs.
 */
const opening = openRunner();
for (const [what, end] of [
  ['The comment of this run may still say that it asks', endLeftComment],
  ['Replies are not kept for later runs', keepStore],
] as const) {
  try {
    await end(await opening);
  } catch (fault) {
    process.stdout.write(`${what}: ${fault instanceof Error ? fault.name : 'unknown fault'}\n`);
  }
}
await flushOutput();
process.exit(0);
