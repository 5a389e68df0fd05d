import type { Alert } from '../../core/alerts/alert.ts';
import { type AlertState, noAlerts, readAlertState, writeAlertState } from '../../core/alerts/alert-state.ts';
import {
  type AlertMoment,
  afterAlerts,
  type PlannedAlert,
  planAlerts,
  type Watched,
} from '../../core/alerts/plan-alerts.ts';
import type { AlertTargetName } from '../../core/settings/alert-schema.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { type DeliveryPorts, deliverAlert, titleOf } from './deliver-alert.ts';
import type { RunPlace } from './test-alerts.ts';

/** A text that is kept between runs, whole or as it was. */
export type KeptText = {
  /** Empty where there is none yet. @throws Error */
  readonly read: () => Promise<string>;
  /** @throws Error */
  readonly write: (text: string) => Promise<void>;
};

export type AlertPorts = DeliveryPorts & {
  readonly kept: KeptText;
  readonly place: RunPlace;
  /** Takes a warning. */
  readonly warn: (message: string) => void;
  readonly say: (line: string) => void;
};

/** What was told in this run, by key. */
export type RaisedAlerts = ReadonlyMap<
  string,
  { readonly state: 'alert' | 'recovered'; readonly sent: readonly AlertTargetName[] }
>;

/**
 * Tells what is newly wrong, and what is over, to whom it concerns, and keeps who was told. Nothing here throws but where `signal` is
 * aborted, and nothing decides anything: what fails is a warning. State is kept after each alert: a run that is killed leaves the next one
 * at most one alert to tell twice.
 */
export async function raiseAlerts(
  watch: (kept: AlertState) => readonly Watched[],
  settings: Pick<Settings, 'alertTargets' | 'alertCooldownMs'>,
  ports: AlertPorts,
  signal: AbortSignal,
): Promise<RaisedAlerts> {
  const raised = new Map<
    string,
    { readonly state: 'alert' | 'recovered'; readonly sent: readonly AlertTargetName[] }
  >();
  if (settings.alertTargets.length === 0) return raised;
  const kept = await readKept(ports);
  if (kept === undefined) return raised;
  const watched = watch(kept);
  const now = ports.clock.now();
  const moment: AlertMoment = {
    at: new Date(now).toISOString(),
    now,
    cooldownMs: settings.alertCooldownMs,
    targets: settings.alertTargets.map(({ target }) => target),
    place: ports.place,
  };
  const sent: PlannedAlert[] = [];
  const planned = planAlerts(kept, watched, moment);
  for (const [at, { alert, to }] of planned.entries()) {
    const reached = await reach(alert, to, settings, ports, signal);
    // A target that the config does not name any more is told nothing, and nothing waits for it.
    const gone = to.filter((target) => !moment.targets.includes(target));
    sent.push({ alert, to: [...reached, ...gone] });
    if (reached.length === 0) continue;
    raised.set(alert.key, { state: alert.state === 'alert' ? 'alert' : 'recovered', sent: reached });
    if (at === planned.length - 1) continue;
    const settled = watched.filter(({ key }) => sent.some((one) => one.alert.key === key));
    await keep(afterAlerts(kept, settled, sent, moment), ports);
  }
  const after = afterAlerts(kept, watched, sent, moment);
  if (isNews(kept, after)) await keep(after, ports);
  return raised;
}

/** @returns who was told */
async function reach(
  alert: Alert,
  to: readonly AlertTargetName[],
  settings: Pick<Settings, 'alertTargets'>,
  ports: AlertPorts,
  signal: AbortSignal,
): Promise<readonly AlertTargetName[]> {
  const reached: AlertTargetName[] = [];
  for (const place of settings.alertTargets.filter(({ target }) => to.includes(target))) {
    const delivery = await deliverAlert(alert, place, ports, signal);
    if (delivery.kind === 'sent') reached.push(place.target);
    else
      ports.warn(
        `An alert could not be sent to ${titleOf(place.target)}: ${delivery.why}. The next run tries again; the verdict is not affected.`,
      );
  }
  if (reached.length > 0) {
    const what = alert.state === 'alert' ? 'An alert' : 'The end of an alert';
    ports.say(`${what} was sent to ${reached.map(titleOf).join(', ')}.`);
  }
  return reached;
}

/** Entries are kept anew at least so often, so that they are not forgotten. */
const refreshedMs = 7 * 86_400_000;

/** Each time it is kept is a commit: that something was looked at again is not worth one. */
function isNews(kept: AlertState, after: AlertState): boolean {
  const plain = ({ entries }: AlertState): string => JSON.stringify(entries.map(({ seenMs: _, ...entry }) => entry));
  return (
    plain(kept) !== plain(after) ||
    after.entries.some(({ key, seenMs }) => {
      const before = kept.entries.find((one) => one.key === key);
      return before !== undefined && seenMs - before.seenMs > refreshedMs;
    })
  );
}

/** Without what was told before nobody can be told once: then nobody is told, but that. */
async function readKept({ kept, warn }: AlertPorts): Promise<AlertState | undefined> {
  try {
    const read = readAlertState(await kept.read());
    if (typeof read !== 'string') return read;
    warn(`What alerts keep between runs ${read}; it begins anew.`);
    return noAlerts;
  } catch (fault) {
    warn(`No alert was sent, since who was told before cannot be read: ${wordFault(fault)}`);
    return undefined;
  }
}

async function keep(state: AlertState, { kept, warn }: AlertPorts): Promise<void> {
  try {
    await kept.write(writeAlertState(state));
  } catch (fault) {
    warn(`Who was told of an alert could not be kept, so that it may be told twice: ${wordFault(fault)}`);
  }
}

function wordFault(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
