import { monitorLocally } from '../app/monitor/monitor-locally.ts';
import type { TakeOffered } from '../app/monitor/observe-calls.ts';
import type { LogEngine } from '../core/logs/log-database.ts';
import { loadPage } from '../wire/load-page.ts';
import { ownHistory } from '../wire/own-history.ts';
import { unlessRefused, wirePullOffered } from '../wire/pull-offered.ts';
import { wireLocalAlerts } from '../wire/wire-alerts.ts';
import { wireMonitor, wireObserving } from '../wire/wire-monitor.ts';
import { checkTargets } from './check-targets.ts';
import type { CommandPlace } from './command-place.ts';
import { exits } from './exits.ts';
import { putResult } from './put-result.ts';
import { readInputs } from './read-inputs.ts';
import type { ShowOptions } from './show-options.ts';
import { withPage } from './with-page.ts';
import { writeOffered } from './write-offered.ts';

export type MonitorOptions = Omit<ShowOptions, 'accept'> & {
  readonly engine: LogEngine;
  readonly history?: string;
  readonly store?: string;
  readonly write?: true;
  readonly pullRequest?: true;
};

/** `promptgate monitor LOGS…`. @returns the exit status; @throws ProblemError */
export async function runMonitor(
  logs: readonly string[],
  options: MonitorOptions,
  { given, terminal, signal, heedCancel }: CommandPlace,
): Promise<number> {
  const { engine, store, write, pullRequest, history, ...forms } = withPage(options);
  checkTargets(forms);
  // Else it would seem to hang.
  if (logs.includes('-') && process.stdin.isTTY)
    terminal.say('Reading logs from standard input until it ends (Ctrl-D).');
  const inputs = readInputs(new Map([...given, ['mode', 'monitor']]));
  const isTaken = write === true || pullRequest === true;
  const folder = process.cwd();
  const alerts = { ...wireLocalAlerts(process.env, history ?? ownHistory('monitor', folder), terminal.say), signal };
  const shown = { screen: terminal.screen, ...(forms.json && { json: forms.json }), ...(isTaken && { isTaken }) };
  const asked = { ...shown, inputs, logs, alerts, forms: { ...forms, loadPage } };
  const missed = new Set<string>();
  const takers: readonly TakeOffered[] = [
    ...(write === true ? [writeOffered(folder, (path) => missed.add(path))] : []),
    ...(pullRequest === true ? [unlessRefused(wirePullOffered({ env: process.env, signal }), missed)] : []),
  ];
  const openObserving = async () => ({
    ...(await wireObserving({
      ...{ folder, inputs, progress: terminal.progress },
      surroundings: { env: process.env, signal, heedCancel },
      ...(store === undefined ? {} : { store }),
    })),
    takers,
  });
  const status = await putResult(
    await monitorLocally(asked, { ...wireMonitor(folder, history, engine), openObserving, say: terminal.say }),
    terminal,
    forms,
  );
  return missed.size > 0 ? exits.input : status;
}
