import { type AlertState, noAlerts, readAlertState, writeAlertState } from '../../core/alerts/alert-state.ts';
import {
  type AlertMoment,
  afterAlerts,
  beforeAlerts,
  type PlannedAlert,
  planAlerts,
  type Watched,
} from '../../core/alerts/plan-alerts.ts';
import type { AlertTargetName } from '../../core/settings/alert-schema.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { type Reached, type TellingPorts, tellTargets } from './tell-targets.ts';
import type { RunPlace } from './test-alerts.ts';

/** A text that is kept between runs, whole or as it was. */
export type KeptText = {
  /** Empty where there is none yet. @throws Error */
  readonly read: () => Promise<string>;
  /** @throws Error */
  readonly write: (text: string) => Promise<void>;
  /** Keeps what cannot be read where nothing replaces it; absent where earlier texts stay anyway. @throws Error */
  readonly setAside?: (text: string) => Promise<void>;
};

export type AlertPorts = TellingPorts & { readonly kept: KeptText; readonly place: RunPlace };

export type RaisedAlerts = {
  /** What was told in this run, by key. */
  readonly told: ReadonlyMap<
    string,
    { readonly state: 'alert' | 'recovered'; readonly sent: readonly AlertTargetName[] }
  >;
  /** Whom earlier runs told could not be read: what of it still lasts is not known. */
  readonly isUnread: boolean;
};

/**
 * Tells what is newly wrong, and what is over, to whom it concerns, and keeps who was told. Nothing here throws but where `signal` is
 * aborted, and nothing decides anything: what fails is a warning. State is kept twice, however many alerts there are: since when they
 * are told, before anything is sent, and who was told. A run that is killed in between leaves the next one to tell the same in the same words.
 * @param watch what the run found, given what was told before
 */
export async function raiseAlerts(
  watch: (kept: AlertState) => readonly Watched[],
  settings: Pick<Settings, 'alertTargets' | 'alertCooldownMs' | 'name'>,
  ports: AlertPorts,
  signal: AbortSignal,
): Promise<RaisedAlerts> {
  const raised = new Map<
    string,
    { readonly state: 'alert' | 'recovered'; readonly sent: readonly AlertTargetName[] }
  >();
  if (settings.alertTargets.length === 0) return { told: raised, isUnread: false };
  const { kept, isUnread } = await readKept(ports);
  if (kept === undefined) return { told: raised, isUnread };
  const watched = watch(kept);
  const now = ports.clock.now();
  const moment: AlertMoment = {
    at: new Date(now).toISOString(),
    now,
    cooldownMs: settings.alertCooldownMs,
    targets: settings.alertTargets.map(({ target }) => target),
    place: { ...ports.place, ...(settings.name === undefined ? {} : { name: settings.name }) },
  };
  const planned = planAlerts(kept, watched, moment);
  const before = beforeAlerts(kept, watched, planned, moment);
  if (before !== undefined) await keep(before, ports);
  const begun = before ?? kept;
  const reached: Reached = new Map();
  try {
    await tellTargets(planned, settings, { ports, reached }, signal);
  } finally {
    // A target that the config does not name any more is told nothing, and nothing waits for it.
    const gone = (to: PlannedAlert['to']) => to.filter((target) => !moment.targets.includes(target));
    const sent = planned.map(({ alert, to }) => ({ alert, to: [...(reached.get(alert) ?? []), ...gone(to)] }));
    const after = afterAlerts(begun, watched, sent, moment);
    if (isNews(begun, after)) await keep(after, ports);
  }
  for (const [{ key, state }, sent] of reached)
    raised.set(key, { state: state === 'alert' ? 'alert' : 'recovered', sent });
  return { told: raised, isUnread };
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

/** Without what was told before nobody can be told once: then nobody is told, but that. What is broken is set aside, and begins anew. */
async function readKept({ kept, warn }: AlertPorts): Promise<{
  readonly kept: AlertState | undefined;
  readonly isUnread: boolean;
}> {
  try {
    const text = await kept.read();
    const read = readAlertState(text);
    if (typeof read !== 'string') return { kept: read, isUnread: false };
    await kept.setAside?.(text);
    warn(`What alerts keep between runs ${read}; it begins anew. An alert that it told may have to be closed by hand.`);
    return { kept: noAlerts, isUnread: true };
  } catch (fault) {
    warn(`No alert was sent, since who was told before cannot be read: ${wordFault(fault)}`);
    return { kept: undefined, isUnread: true };
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
