import { afterEach, expect, test } from 'vitest';
import { testAlerts } from '../../../src/app/alerts/test-alerts.ts';
import { parseInputs } from '../../../src/core/settings/parse-inputs.ts';
import { runPlaceOf, wireAlerts } from '../../../src/wire/wire-alerts.ts';
import { startReceiver } from '../../support/alert-receivers.ts';

const running: { readonly close: () => void }[] = [];
afterEach(() => {
  for (const one of running.splice(0)) one.close();
});

async function tryAlerts(config: string, env: Readonly<Record<string, string>>) {
  const inputs = parseInputs(new Map());
  if (inputs.kind === 'broken') throw new Error('inputs');
  const readFile = (path: string) =>
    Promise.resolve(
      path === 'promptgate.yml' ? ({ kind: 'text', text: config } as const) : ({ kind: 'absent' } as const),
    );
  const ports = { ...wireAlerts({ env }), readFile, place: runPlaceOf(env) };
  const { text, open } = await testAlerts(inputs.inputs, ports, new AbortController().signal);
  return { text: [...text].join(''), open };
}

test('each target of the config gets one message, and what came back is told', async () => {
  const receiver = await startReceiver((_, { path }) =>
    path === '/gone' ? { status: 410, body: '\u001b[31mno\u202e hook' } : { status: 200, body: 'ok' },
  );
  running.push(receiver);
  const config = 'alerts: { slack: SLACK, teams: TEAMS, discord: DISCORD, webhook: HOOK }';
  const env = {
    SLACK: `${receiver.url}/slack`,
    TEAMS: `${receiver.url}/gone`,
    HOOK: `${receiver.url}/hook`,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: '7',
  };
  const { text, open } = await tryAlerts(config, env);
  expect(text.replaceAll(/127\.0\.0\.1:\d+/gu, 'HOST')).toBe(
    [
      'Slack: sent (200 ok)',
      'Microsoft Teams: not sent: HOST refused it (410: ⟨U+001B⟩[31mno⟨U+202E⟩ hook)',
      'Discord: not sent: the environment variable DISCORD is not set',
      'Webhook: not sent: the environment variable HOOK_SECRET is not set',
      '',
    ].join('\n'),
  );
  expect(open).toBe(false);
  expect(receiver.received.map(({ path }) => path)).toEqual(['/slack', '/gone']);
  expect(receiver.received[0]?.body).toContain('https://github.com/acme/shop/actions/runs/7');
});

test('a config that names nobody is at fault', async () => {
  await expect(tryAlerts('version: 1', {})).rejects.toThrow(/no target under `alerts`/u);
});

test('an address in the config instead of the name of a variable is refused unprinted', async () => {
  const fault = await tryAlerts('alerts: { slack: "https://hooks.slack.com/services/T0/B0/x" }', {}).catch(
    (caught: unknown) => caught,
  );
  expect(String(fault)).toMatch(/must be the name of an environment variable/u);
  expect(String(fault)).not.toContain('T0/B0');
});
