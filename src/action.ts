import { runAction } from './app/run-action.ts';
import { flushOutput } from './wire/flush-output.ts';
import { tool } from './wire/tool.ts';
import { openRunner, takeHandedOver, wireAction } from './wire/wire-action.ts';

/**
 * The action: one review of what the event names. Any end but an open gate is a failed step, a fault of ours first of
 * all: nothing unknown ends green.
 */
const stop = new AbortController();
let isHeeding = false;
/** The runner cancels with SIGINT and kills 10 s later: what came back by then is kept and told. */
function heedCancel(): void {
  if (isHeeding) return;
  isHeeding = true;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => stop.abort(new Error('the run was cancelled')));
}

takeHandedOver();
const runner = await openRunner();
let open = false;
try {
  const given = { ...runner, tool, startedAt: Date.now() };
  open = await runAction(
    given,
    (inputs) => wireAction(runner, inputs, { env: process.env, signal: stop.signal, heedCancel }),
    stop.signal,
  );
} catch (fault) {
  try {
    runner.setOutput('verdict', 'invalid');
  } catch {
    // The step fails whether or not its outputs can be set.
  }
  const told = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  runner.annotate({
    level: 'error',
    title: 'Promptgate',
    message: `A fault of Promptgate's own, which decides nothing about your prompts. Please report it: ${told}`,
  });
}
await flushOutput();
// Connections that are kept open must not hold the job.
process.exit(open && !stop.signal.aborted ? 0 : 1);
