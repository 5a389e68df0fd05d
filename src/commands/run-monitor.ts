import { monitorLocally } from '../app/monitor/monitor-locally.ts';
import { wireMonitor } from '../wire/wire-monitor.ts';
import type { CommandPlace } from './command-place.ts';
import { putResult } from './put-result.ts';
import { readInputs } from './read-inputs.ts';

export type MonitorOptions = { readonly json?: true };

/** `promptgate monitor LOGS…`. @returns the exit status; @throws ProblemError */
export async function runMonitor(
  logs: readonly string[],
  { json }: MonitorOptions,
  { given, terminal }: CommandPlace,
): Promise<number> {
  // Else it would seem to hang.
  if (logs.includes('-') && process.stdin.isTTY)
    terminal.say('Reading logs from standard input until it ends (Ctrl-D).');
  const asked = { inputs: readInputs(given), logs, screen: terminal.screen, ...(json && { json }) };
  return putResult(await monitorLocally(asked, wireMonitor(process.cwd())), terminal);
}
