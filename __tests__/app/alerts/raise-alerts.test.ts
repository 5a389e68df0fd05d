import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { raiseAlerts } from '../../../src/app/alerts/raise-alerts.ts';
import { alertStateSchema } from '../../../src/core/alerts/alert-state.ts';
import type { Watched } from '../../../src/core/alerts/plan-alerts.ts';
import { openKeptText } from '../../../src/store/kept-text.ts';
import { wireAlerts } from '../../../src/wire/wire-alerts.ts';
import { startReceiver } from '../../support/alert-receivers.ts';

let folder = '';
let file = '';
let receiver: Awaited<ReturnType<typeof startReceiver>>;
const answers: { status: number } = { status: 200 };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'promptgate-alerts-'));
  file = join(folder, 'deep', 'alerts.json');
  answers.status = 200;
  receiver = await startReceiver(() => answers);
});
afterEach(() => {
  receiver.close();
  rmSync(folder, { recursive: true });
});

const settings = {
  alertTargets: [{ target: 'slack', variable: 'SLACK' }],
  alertCooldownMs: 0,
} as const;

function watched(is: Watched['is'], key = 'a'): Watched {
  return { key, is, forRuns: 1, about: { kind: 'test' } };
}

async function raise(seen: readonly Watched[], kept = openKeptText(file)) {
  const warnings: string[] = [];
  const ports = {
    ...wireAlerts({ env: { SLACK: receiver.url } }),
    kept,
    place: {},
    warn: (message: string) => void warnings.push(message),
    say: () => undefined,
  };
  const raised = await raiseAlerts(() => seen, settings, ports, new AbortController().signal);
  return { raised: [...raised], warnings };
}

test('an alert is told once over several runs, and once that it is over', async () => {
  expect((await raise([watched('wrong')])).raised).toEqual([['a', { state: 'alert', sent: ['slack'] }]]);
  expect((await raise([watched('wrong')])).raised).toEqual([]);
  expect((await raise([watched('fine')])).raised).toEqual([['a', { state: 'recovered', sent: ['slack'] }]]);
  expect((await raise([watched('fine')])).raised).toEqual([]);
  expect(receiver.received).toHaveLength(2);
  expect(readdirSync(join(folder, 'deep'))).toEqual(['alerts.json']);
});

test('an alert that could not be sent is a warning, and the next run tries again', async () => {
  answers.status = 410;
  const { raised, warnings } = await raise([watched('wrong')]);
  expect(raised).toEqual([]);
  expect(warnings).toEqual([
    expect.stringMatching(
      /^An alert could not be sent to Slack: 127\.0\.0\.1:\d+ refused it \(410\)\. The next run tries again; the verdict is not affected\.$/u,
    ),
  ]);
  answers.status = 200;
  expect((await raise([watched('wrong')])).raised).toHaveLength(1);
});

test('a run that is killed between two alerts leaves a sound state, and the first is not told again', async () => {
  const kept = openKeptText(file);
  let writes = 0;
  const dies = {
    read: kept.read,
    write: async (text: string) => {
      if (++writes > 1) throw new Error('killed');
      await kept.write(text);
    },
  };
  const { warnings } = await raise([watched('wrong', 'a'), watched('wrong', 'b'), watched('fine', 'c')], dies);
  expect(warnings[0]).toContain('may be told twice: killed');
  expect(alertStateSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).entries.map(({ key }) => key)).toEqual(['a']);
  const next = await raise([watched('wrong', 'a'), watched('wrong', 'b'), watched('fine', 'c')]);
  expect(next.raised.map(([key]) => key)).toEqual(['b']);
});

test('a state that is broken begins anew and says so; one that cannot be read tells nobody', async () => {
  await raise([watched('wrong')]);
  writeFileSync(file, '{"version":1,');
  const { raised, warnings } = await raise([watched('wrong')]);
  expect(raised).toHaveLength(1);
  expect(warnings).toEqual(['What alerts keep between runs is no JSON; it begins anew.']);
  const refused = { read: () => Promise.reject(new Error('no permission')), write: async () => undefined };
  const untold = await raise([watched('wrong', 'z')], refused);
  expect(untold.raised).toEqual([]);
  expect(untold.warnings).toEqual(['No alert was sent, since who was told before cannot be read: no permission']);
});

test('where nothing is wrong and nothing was, nothing is kept', async () => {
  await raise([watched('fine')]);
  expect(readdirSync(folder)).toEqual([]);
});
