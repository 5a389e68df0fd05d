import { identityOf } from '../../core/alerts/alert.ts';
import { hash } from '../../core/hash.ts';
import { postJson } from './post-json.ts';
import type { AlertTarget } from './types.ts';
import { plainLine, wordAlert } from './word-alert.ts';

const pagerdutyEndpoint = 'https://events.pagerduty.com/v2/enqueue';

/** PagerDuty, by its Events API v2: an alert triggers, a recovery resolves what has the same key. A test does both, so that it pages nobody for long. */
export const pagerduty: AlertTarget = {
  name: 'pagerduty',
  title: 'PagerDuty',
  gathers: false,
  write: (alert, { value, endpoint = pagerdutyEndpoint }) => {
    if (!/^[\w+-]{1,128}$/u.test(value)) return { unusable: 'it must hold an integration key of the Events API v2' };
    const { title, lines, link } = wordAlert(alert);
    const dedupKey = `promptgate-${hash(identityOf(alert)).slice(0, 32)}`;
    const event = { routing_key: value, dedup_key: dedupKey };
    const trigger = {
      ...event,
      event_action: 'trigger',
      client: 'Promptgate',
      ...(link === undefined ? {} : { client_url: link, links: [{ href: link, text: 'The run' }] }),
      payload: {
        summary: plainLine(title, 1024),
        source: alert.repository ?? 'promptgate',
        severity: alert.state === 'test' ? 'info' : 'warning',
        timestamp: alert.at,
        class: alert.about.kind === 'rule' ? alert.about.metric : alert.about.kind,
        custom_details: { lines: lines.map((line) => plainLine(line, 1024)) },
      },
    };
    const events = alert.state === 'recovered' ? [] : [trigger];
    const ends = alert.state === 'alert' ? [] : [{ ...event, event_action: 'resolve' }];
    const written = [...events, ...ends].map((one) => postJson(endpoint, one));
    return written.find((one) => 'unusable' in one) ?? written.flatMap((one) => ('unusable' in one ? [] : one));
  },
};
