import { type Alert, identityOf } from '../../core/alerts/alert.ts';
import { hash } from '../../core/hash.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import { unusableAddress } from './post-json.ts';
import type { AlertTarget } from './types.ts';
import { plainLine, wordAlert } from './word-alert.ts';

const types = { alert: 'alert.opened', recovered: 'alert.recovered', test: 'alert.test' } as const;

/** A shorter secret could be guessed from one signature. */
const shortestSecret = 24;

/**
 * An address of the team's own, signed when it is sent.
 */
export const webhook: AlertTarget = {
  name: 'webhook',
  title: 'Webhook',
  gathers: false,
  write: (alert, { value, secret = '' }) => {
    const unusable = unusableAddress(value);
    if (unusable !== undefined) return { unusable };
    if (!isSecret(secret))
      return { unusable: `its secret must have ${shortestSecret} characters or more, or be \`whsec_\` and base64` };
    const body = escapeHidden(JSON.stringify(bodyOf(alert)));
    // The same for the same message, so that one that comes twice can be told: `since` is kept before anything is sent.
    const id = `msg_${hash([...identityOf(alert), alert.state, alert.since ?? alert.at]).slice(0, 32)}`;
    const headers = { 'content-type': 'application/json' };
    return [{ kind: 'post', url: value, headers, body, signing: { id, secret } }];
  },
};

function bodyOf(alert: Alert): unknown {
  const { title, lines } = wordAlert(alert);
  return {
    type: types[alert.state],
    timestamp: alert.at,
    title: plainLine(title, 700),
    lines: lines.map((line) => plainLine(line, 2000)),
    data: alert,
  };
}

function isSecret(secret: string): boolean {
  if (secret.length < shortestSecret) return false;
  return !secret.startsWith('whsec_') || /^whsec_[A-Za-z0-9+/]{20,}={0,2}$/u.test(secret);
}
