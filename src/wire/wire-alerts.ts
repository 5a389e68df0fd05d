import type { DeliveryPorts } from '../app/alerts/deliver-alert.ts';
import type { AlertPorts } from '../app/alerts/raise-alerts.ts';
import { sendIssue } from '../app/alerts/send-issue.ts';
import type { RunPlace } from '../app/alerts/test-alerts.ts';
import type { AlertAttempt, SendAlert } from '../core/alerts/alert-message.ts';
import type { IssueBoard } from '../core/issue-board.ts';
import type { Clock } from '../core/ports.ts';
import type { Seal } from '../core/seal/create-seal.ts';
import { postAlert } from '../hosts/alerts/post-alert.ts';
import { redact } from '../hosts/log/create-log.ts';
import { systemClock } from '../providers/system-clock.ts';
import { openKeptText } from '../store/kept-text.ts';
import type { Surroundings } from './surroundings.ts';

/** What alerts are sent with. */
export type AlertPlace = {
  readonly env: Surroundings['env'];
  readonly clock?: Clock;
  /** Masks a secret wherever the run shows something. */
  readonly hide?: (secret: string) => void;
  /** The repository's issues, by the run's own token; absent on the command line. */
  readonly issues?: IssueBoard;
  readonly seal?: Seal | undefined;
};

/** Wires what alerts are sent with. What is sent by nobody is not loaded. */
export function wireAlerts({ env, clock = systemClock, hide, issues, seal }: AlertPlace): DeliveryPorts {
  const secrets = new Set<string>();
  const read = (variable: string): string => {
    const value = env[variable]?.trim() ?? '';
    for (const secret of secretsIn(value)) {
      secrets.add(secret);
      hide?.(secret);
    }
    return value;
  };
  const clean = (attempt: AlertAttempt): AlertAttempt =>
    attempt.kind === 'sent'
      ? { ...attempt, said: redact(attempt.said, secrets) }
      : { ...attempt, why: redact(attempt.why, secrets) };
  return {
    read,
    clock,
    senderOf:
      ({ variable }): SendAlert =>
      async (message, signal) => {
        switch (message.kind) {
          case 'post':
            return clean(await postAlert(message, clock.now, signal));
          case 'mail': {
            const { sendMail } = await import('../hosts/alerts/send-mail.ts');
            return clean(await sendMail(message, signal));
          }
          case 'issue': {
            const board = variable === undefined ? issues : undefined;
            const opened = board ?? (await openBoard(variable ?? 'GITHUB_TOKEN', env, read, signal));
            return typeof opened === 'string'
              ? { kind: 'failed', why: opened, retryable: false }
              : clean(await sendIssue(message, opened, seal));
          }
        }
      },
  };
}

/** What alerts of the command line are raised with. @param history the file of the run's history, beside which it is kept who was told */
export function wireLocalAlerts(env: Surroundings['env'], history: string, say: (line: string) => void): AlertPorts {
  return {
    ...wireAlerts({ env }),
    kept: openKeptText(`${history}.alerts.json`),
    place: runPlaceOf(env),
    warn: say,
    say,
  };
}

/** Where this run is, as far as the environment of GitHub's runner says it. */
export function runPlaceOf(env: Surroundings['env']): RunPlace {
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  const [server = '', id = ''] = [env['GITHUB_SERVER_URL'], env['GITHUB_RUN_ID']];
  if (repository === '') return {};
  return server === '' || id === ''
    ? { repository }
    : { repository, run: `${server}/${repository}/actions/runs/${id}` };
}

/** Of an address its password and path are secret by themselves: services say them without the rest. */
function secretsIn(value: string): readonly string[] {
  if (value === '' || !URL.canParse(value)) return value === '' ? [] : [value];
  const { pathname, password } = new URL(value);
  return [value, pathname, password].filter((secret) => secret.length >= 8);
}

/** @returns a clause where there is nothing to open it with */
async function openBoard(
  variable: string,
  env: Surroundings['env'],
  read: (variable: string) => string,
  signal: AbortSignal,
): Promise<IssueBoard | string> {
  const [token, repository] = [read(variable), env['GITHUB_REPOSITORY'] ?? ''];
  if (token === '') return `the environment variable \`${variable}\` is not set`;
  if (!/^[\w.-]+\/[\w.-]+$/u.test(repository))
    return 'the environment variable `GITHUB_REPOSITORY` does not name the repository (`owner/name`)';
  const { connectGitHub } = await import('../hosts/github/connect-github.ts');
  const { createGitHubIssues } = await import('../hosts/github/create-github-issues.ts');
  const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  return createGitHubIssues(connectGitHub({ token, apiUrl, repository, signal }));
}
