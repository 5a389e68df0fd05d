import { z } from 'zod';
import { alertRule } from './alert-rule-schema.ts';
import { listOf } from './prompt-rules.ts';
import { endpoint } from './provider-schema.ts';
import { duration, environmentNameLike } from './written-values.ts';

const environmentName = environmentNameLike('ALERT_WEBHOOK_URL');

/** Where alerts go, in the order of the docs. */
export const alertTargets = ['slack', 'teams', 'discord', 'pagerduty', 'webhook', 'smtp', 'issue'] as const;
export type AlertTargetName = (typeof alertTargets)[number];

const mailAddress = z.string().regex(/^[^\s<>(),;:"\\[\]@\p{Cc}]{1,64}@[A-Za-z0-9.-]{1,253}$/u, {
  error: 'must be an e-mail address, such as `alerts@example.com`',
});

/** Where alerts go. Addresses and keys by the name of an environment variable. */
export const alertsSchema = z.strictObject({
  slack: environmentName.optional().describe('Variable with the address of an incoming webhook.'),
  teams: environmentName.optional().describe('Variable with the address of a workflow’s webhook.'),
  discord: environmentName.optional().describe('Variable with the address of a webhook.'),
  pagerduty: z
    .union([
      environmentName,
      z.strictObject({
        key: environmentName,
        endpoint: endpoint({ query: false })
          .optional()
          .describe('Where events go, such as `https://events.eu.pagerduty.com/v2/enqueue`.'),
      }),
    ])
    .optional()
    .describe('Variable with an integration key of the Events API v2.'),
  webhook: z
    .union([environmentName, z.strictObject({ url: environmentName, secret: environmentName })])
    .optional()
    .describe('Variable with an address of your own. What it is signed with is in `NAME_SECRET`, or in `secret`.'),
  smtp: z
    .union([
      environmentName,
      z.strictObject({ url: environmentName, from: mailAddress.optional(), to: listOf(mailAddress).optional() }),
    ])
    .optional()
    .describe('Variable with the address of a mail server: `smtps://user:password@host?from=…&to=…`.'),
  issue: z
    .union([z.literal(true), environmentName])
    .optional()
    .describe('An issue of the repository: `true`, or the variable with a token that may write issues.'),
  rules: z
    .array(alertRule)
    .default([])
    .describe('What of production is watched (`promptgate monitor`), beyond chance.'),
  cooldown: duration
    .prefault('24h')
    .describe('After something was told, it is not told again as new before this time is over.'),
});

/** A place that alerts go to. Values of the variables it names are read when something is sent. */
export type AlertTargetSettings = {
  readonly target: AlertTargetName;
  /** Name of the variable with its address, key or token; absent where the run's own token serves. */
  readonly variable?: string;
  /** Name of the variable with what messages are signed with. */
  readonly secret?: string;
  readonly endpoint?: string;
  readonly from?: string;
  readonly to?: readonly string[];
};

/** The places that a config names, in the order of the docs. */
export function alertTargetsOf(written: z.output<typeof alertsSchema>): readonly AlertTargetSettings[] {
  const { pagerduty, webhook, smtp, issue } = written;
  const plain = (['slack', 'teams', 'discord'] as const).flatMap((target) => {
    const variable = written[target];
    return variable === undefined ? [] : [{ target, variable }];
  });
  return [
    ...plain,
    ...(pagerduty === undefined ? [] : [{ target: 'pagerduty' as const, ...pagerOf(pagerduty) }]),
    ...(webhook === undefined ? [] : [{ target: 'webhook' as const, ...hookOf(webhook) }]),
    ...(smtp === undefined ? [] : [{ target: 'smtp' as const, ...mailOf(smtp) }]),
    ...(issue === undefined ? [] : [{ target: 'issue' as const, ...(issue === true ? {} : { variable: issue }) }]),
  ];
}

type Written = z.output<typeof alertsSchema>;
type Rest = Omit<AlertTargetSettings, 'target'>;

function pagerOf(written: NonNullable<Written['pagerduty']>): Rest {
  if (typeof written === 'string') return { variable: written };
  return { variable: written.key, ...(written.endpoint === undefined ? {} : { endpoint: written.endpoint }) };
}

function hookOf(written: NonNullable<Written['webhook']>): Rest {
  return typeof written === 'string'
    ? { variable: written, secret: `${written}_SECRET` }
    : { variable: written.url, secret: written.secret };
}

function mailOf(written: NonNullable<Written['smtp']>): Rest {
  if (typeof written === 'string') return { variable: written };
  const { url, from, to } = written;
  return { variable: url, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
