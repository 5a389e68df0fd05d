import type { GatheredAlert } from '../../core/alerts/alert.ts';
import type { AlertAttempt, AlertMessage, SendAlert } from '../../core/alerts/alert-message.ts';
import type { Clock } from '../../core/ports.ts';
import type { AlertTargetName, AlertTargetSettings } from '../../core/settings/alert-schema.ts';
import { showOnOneLine } from '../../core/text/show-hidden.ts';
import { targets } from '../../reporters/alerts/index.ts';
import type { TargetAccess } from '../../reporters/alerts/types.ts';

export type DeliveryPorts = {
  /** The value of an environment variable; empty where it is not set. From now on it is masked. */
  readonly read: (variable: string) => string;
  /** The sender of a place; what it says holds no secret. */
  readonly senderOf: (place: AlertTargetSettings) => SendAlert;
  readonly clock: Clock;
  /** How long the run may still spend on alerts, milliseconds; absent: as long as it takes. */
  readonly leftMs?: () => number;
};

/** What became of an alert at one place. `said` and `why` are clauses of one line. */
export type Delivery = { readonly target: AlertTargetName } & (
  | { readonly kind: 'sent'; readonly said: string }
  | { readonly kind: 'failed'; readonly why: string; readonly ofMessage?: boolean }
);

/** Attempts of a message, and the longest that one of them is waited for, milliseconds. */
const most = { attempts: 4, waitMs: 60_000 } as const;

/** Tells an alert at one place, with a few attempts. Never throws but where `signal` is aborted: an alert decides nothing. */
export async function deliverAlert(
  alert: GatheredAlert,
  place: AlertTargetSettings,
  ports: DeliveryPorts,
  signal: AbortSignal,
): Promise<Delivery> {
  const { target } = place;
  const failed = (why: string): Delivery => ({ target, kind: 'failed', why: showOnOneLine(why, 400) });
  const access = accessOf(place, ports);
  if (typeof access === 'string') return failed(access);
  const written = targets[target].write(alert, access);
  if ('unusable' in written) {
    return failed(`\`${place.variable ?? target}\` cannot be used: ${written.unusable}`);
  }
  const send = ports.senderOf(place);
  let said = '';
  for (const message of written) {
    const attempt = await sendPatiently(message, send, ports, signal);
    if (attempt.kind === 'failed')
      return { ...failed(attempt.why), ...(attempt.ofMessage === true ? { ofMessage: true } : {}) };
    said = attempt.said;
  }
  return { target, kind: 'sent', said: showOnOneLine(said, 200) };
}

/** How people know a place. */
export function titleOf(target: AlertTargetName): string {
  return targets[target].title;
}

/** @returns a clause where a variable is not set */
function accessOf(
  { variable, secret, endpoint, from, to }: AlertTargetSettings,
  { read }: DeliveryPorts,
): TargetAccess | string {
  const unset = [variable, secret].find((name) => name !== undefined && read(name) === '');
  if (unset !== undefined) return `the environment variable \`${unset}\` is not set`;
  return {
    value: variable === undefined ? '' : read(variable),
    ...(secret === undefined ? {} : { secret: read(secret) }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

async function sendPatiently(
  message: AlertMessage,
  send: SendAlert,
  { clock, leftMs = () => Number.POSITIVE_INFINITY }: Pick<DeliveryPorts, 'clock' | 'leftMs'>,
  signal: AbortSignal,
): Promise<AlertAttempt> {
  for (let tried = 1; ; tried++) {
    const attempt = await send(message, signal);
    if (attempt.kind === 'sent' || !attempt.retryable || tried === most.attempts) return attempt;
    const wait = attempt.retryAfterMs ?? 1000 * 2 ** (tried - 1);
    if (wait > most.waitMs) {
      return { ...attempt, why: `${attempt.why}, and asks to wait for ${Math.ceil(wait / 60_000)} minutes` };
    }
    if (wait > leftMs()) return { ...attempt, why: `${attempt.why}, and the time for the alerts of a run is over` };
    await clock.sleep(wait, signal);
  }
}
