import type { Alert, GatheredAlert } from '../../core/alerts/alert.ts';
import type { PlannedAlert } from '../../core/alerts/plan-alerts.ts';
import type { AlertTargetName, AlertTargetSettings } from '../../core/settings/alert-schema.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { targets } from '../../reporters/alerts/index.ts';

import { type Delivery, type DeliveryPorts, deliverAlert, titleOf } from './deliver-alert.ts';

/**
 * Bounds of one run. `ms`: all its alerts together. `messages`: more alerts for one target are gathered into one message, and where each has an
 * incident or an issue of its own that its end must find, `single` of them are told and the others by the next run.
 */
const most = { ms: 180_000, messages: 5, single: 20 } as const;

export type TellingPorts = DeliveryPorts & {
  /** Takes a warning. */
  readonly warn: (message: string) => void;
  readonly say: (line: string) => void;
  /** Time of all alerts of a run, milliseconds. Tests of faults shorten it; nobody else does. */
  readonly mostMs?: number;
};

/** Who was told, by alert. Filled while it goes on, so that an end before time loses nothing. */
export type Reached = Map<Alert, AlertTargetName[]>;

/**
 * Tells planned alerts to their targets, all targets at once. A target that fails for a reason of its own is asked no more in this run.
 * @throws only where `signal` is aborted
 */
export async function tellTargets(
  planned: readonly PlannedAlert[],
  { alertTargets }: Pick<Settings, 'alertTargets'>,
  { ports, reached }: { readonly ports: TellingPorts; readonly reached: Reached },
  signal: AbortSignal,
): Promise<void> {
  const started = ports.clock.monotonic();
  const { mostMs = most.ms } = ports;
  const leftMs = (): number => mostMs - (ports.clock.monotonic() - started);
  const deadline = AbortSignal.timeout(mostMs);
  const within = AbortSignal.any([signal, deadline]);
  const over = new Promise<'over'>((resolve) => within.addEventListener('abort', () => resolve('over')));
  const send = async (alert: GatheredAlert, place: AlertTargetSettings): Promise<Delivery> => {
    const late = { target: place.target, kind: 'failed', why: 'the time for the alerts of a run is over' } as const;
    if (leftMs() <= 0) return late;
    const sending = deliverAlert(alert, place, { ...ports, leftMs }, within).catch((fault: unknown) => {
      if (within.aborted) return late;
      throw fault;
    });
    const delivery = await Promise.race([sending, over]);
    signal.throwIfAborted();
    return delivery === 'over' ? late : delivery;
  };
  await Promise.all(
    alertTargets.map(async (place) => {
      const due = planned.flatMap(({ alert, to }) => (to.includes(place.target) ? [alert] : []));
      const failures = await tellTarget(due, place, { send, reached });
      warnOf(failures, place.target, ports);
    }),
  );
  sayReached(reached, ports);
}

type Failures = { readonly count: number; readonly why: string; readonly isBound?: true };

/** @returns how many alerts were not told, and why the first was not */
async function tellTarget(
  due: readonly Alert[],
  place: AlertTargetSettings,
  {
    send,
    reached,
  }: {
    readonly send: (alert: GatheredAlert, place: AlertTargetSettings) => Promise<Delivery>;
    readonly reached: Reached;
  },
): Promise<Failures> {
  const { target } = place;
  let why: string | undefined;
  let told = 0;
  for (const message of messagesOf(due, targets[target].gathers)) {
    const { more = [], ...first } = message;
    const delivery = await send(message, place);
    if (delivery.kind === 'failed') {
      why ??= delivery.why;
      if (delivery.ofMessage === true) continue;
      break;
    }
    const alerts = due.filter((one) => [first, ...more].some(({ key }) => key === one.key));
    for (const alert of alerts) reached.set(alert, [...(reached.get(alert) ?? []), target]);
    told += alerts.length;
  }
  const bound = `${most.single} alerts are told to it in a run`;
  return { count: due.length - told, ...(why === undefined ? { why: bound, isBound: true } : { why }) };
}

/** Alerts as the messages that tell them. */
function messagesOf(alerts: readonly Alert[], gathers: boolean): readonly GatheredAlert[] {
  if (alerts.length <= most.messages) return alerts;
  if (!gathers) return alerts.slice(0, most.single);
  return [...Map.groupBy(alerts, ({ state }) => state).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ ...first, more }],
  );
}

function warnOf({ count, why, isBound }: Failures, target: AlertTargetName, { warn }: TellingPorts): void {
  if (count === 0) return;
  const what = count === 1 ? 'An alert' : `${count} alerts`;
  const not = isBound === true ? 'were not sent' : 'could not be sent';
  warn(`${what} ${not} to ${titleOf(target)}: ${why}. The next run tries again; the verdict is not affected.`);
}

function sayReached(reached: Reached, { say }: TellingPorts): void {
  const same = Map.groupBy(reached, ([{ state }, told]) => JSON.stringify([state, told.toSorted()]));
  for (const alike of same.values()) {
    const [[alert, told] = []] = alike;
    if (alert === undefined || told === undefined) continue;
    const count = alike.length;
    const one = alert.state === 'alert' ? 'An alert' : 'The end of an alert';
    const several = alert.state === 'alert' ? `${count} alerts` : `The ends of ${count} alerts`;
    say(`${count === 1 ? `${one} was` : `${several} were`} sent to ${told.map(titleOf).join(', ')}.`);
  }
}
