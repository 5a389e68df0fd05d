import type { Alert } from '../../core/alerts/alert.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import { showHidden } from '../../core/text/show-hidden.ts';
import { readSettingsHere, type SettingsFile } from '../review/read-settings.ts';
import type { LocalResult } from '../show-locally.ts';
import { type DeliveryPorts, deliverAlert, titleOf } from './deliver-alert.ts';

/** Where a run is: its address, and the repository. */
export type RunPlace = Partial<Pick<Alert, 'run' | 'repository'>>;

/**
 * Sends one test to each place that the config names, and tells what came back.
 * @throws ProblemError where the config cannot be read, or names none
 */
export async function testAlerts(
  inputs: Inputs,
  { readFile, place, ...ports }: DeliveryPorts & SettingsFile & { readonly place: RunPlace },
  signal: AbortSignal,
): Promise<LocalResult> {
  const { settings } = await readSettingsHere(readFile, inputs);
  if (settings.alertTargets.length === 0)
    throw new ProblemError({
      reason: 'config',
      what: 'the config names nobody to tell: there is no target under `alerts`.',
      at: { file: settings.configFile },
      fix: 'Write one, such as `alerts: { slack: SLACK_WEBHOOK_URL }`, the name of an environment variable.',
    });
  const at = new Date(ports.clock.now()).toISOString();
  const alert: Alert = { version: 1, key: 'test', state: 'test', at, ...place, about: { kind: 'test' } };
  const lines: string[] = [];
  let isWhole = true;
  for (const target of settings.alertTargets) {
    const delivery = await deliverAlert(alert, target, ports, signal);
    isWhole &&= delivery.kind === 'sent';
    const told =
      delivery.kind === 'sent'
        ? `sent${delivery.said === '' ? '' : ` (${delivery.said})`}`
        : `not sent: ${delivery.why}`;
    lines.push(`${titleOf(target.target)}: ${showHidden(told).replaceAll('`', '')}\n`);
  }
  return { text: lines, files: [], open: isWhole, faulty: false };
}
