import type { Screen } from '../../core/screen.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import { readSettingsHere, type SettingsFile } from '../review/read-settings.ts';
import type { LocalResult } from '../show-locally.ts';
import { type MonitorPorts, monitorLogs } from './monitor-logs.ts';

export type MonitorAsked = {
  readonly inputs: Inputs;
  readonly logs: readonly string[];
  readonly json?: true;
  readonly screen: Screen;
};

/** What production logs tell, as the command line shows it. @throws ProblemError */
export async function monitorLocally(
  { inputs, logs, json, screen }: MonitorAsked,
  { readFile, ...ports }: MonitorPorts & SettingsFile,
): Promise<LocalResult> {
  const { settings } = await readSettingsHere(readFile, inputs);
  const report = await monitorLogs(logs, settings, ports);
  if (json === true) {
    return { text: [escapeHidden(JSON.stringify(report, null, 2)), '\n'], files: [], open: true, faulty: false };
  }
  const { writeMonitor } = await import('../../reporters/monitor.ts');
  return { text: [writeMonitor(report, screen)], files: [], open: true, faulty: false };
}
