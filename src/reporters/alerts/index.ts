import type { AlertTargetName } from '../../core/settings/alert-schema.ts';
import { discord } from './discord.ts';
import { issue } from './issue.ts';
import { pagerduty } from './pagerduty.ts';
import { slack } from './slack.ts';
import { smtp } from './smtp.ts';
import { teams } from './teams.ts';
import type { AlertTarget } from './types.ts';
import { webhook } from './webhook.ts';

/** Everywhere that alerts can be told, by the name under `alerts` in the config. */
export const targets: Readonly<Record<AlertTargetName, AlertTarget>> = {
  slack,
  teams,
  discord,
  pagerduty,
  webhook,
  smtp,
  issue,
};
