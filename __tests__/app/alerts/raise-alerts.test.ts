import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type KeptText, raiseAlerts } from '../../../src/app/alerts/raise-alerts.ts';
import type { Watched } from '../../../src/core/alerts/plan-alerts.ts';
import type { Clock } from '../../../src/core/ports.ts';
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

/** A day on. */
const later = (): number => Date.now() + 86_400_000;

const told = {
  alertTargets: [{ target: 'slack', variable: 'SLACK' }],
  alertCooldownMs: 0,
} as const;

function watched(is: Watched['is'], key = 'a'): Watched {
  return { key, is, forRuns: 1, about: { kind: 'test' } };
}

type Around = {
  readonly kept?: KeptText;
  readonly settings?: Parameters<typeof raiseAlerts>[1];
  readonly clock?: Clock;
  readonly now?: () => number;
  readonly mostMs?: number;
  readonly env?: Readonly<Record<string, string>>;
};

async function raise(
  seen: readonly Watched[],
  { kept = openKeptText(file), settings = told, clock, now, mostMs, env }: Around = {},
) {
  const warnings: string[] = [];
  const wired = wireAlerts({ env: { SLACK: receiver.url, SECRET: 'a text of twenty-four characters', ...env } });
  const ports = {
    ...wired,
    clock: clock ?? { ...wired.clock, ...(now === undefined ? {} : { now }) },
    kept,
    place: {},
    warn: (message: string) => void warnings.push(message),
    say: () => undefined,
    ...(mostMs === undefined ? {} : { mostMs }),
  };
  const { told: raised, isUnread } = await raiseAlerts(() => seen, settings, ports, new AbortController().signal);
  return { raised: [...raised], warnings, isUnread };
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

test('a run that is killed after sending has the next one tell the same again, by the same id', async () => {
  const kept = openKeptText(file);
  let writes = 0;
  const dies = {
    read: kept.read,
    write: async (text: string) => {
      if (++writes > 1) throw new Error('killed');
      await kept.write(text);
    },
  };
  const signed = {
    alertTargets: [{ target: 'webhook', variable: 'SLACK', secret: 'SECRET' }],
    alertCooldownMs: 0,
  } as const;
  const [a, b] = [watched('wrong', 'a'), watched('wrong', 'b')];
  const { warnings } = await raise([a, b], { kept: dies, settings: signed });
  expect(warnings).toEqual([expect.stringContaining('may be told twice: killed')]);
  await raise([a, b], { settings: signed, now: later });
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(2);
  expect(ids.slice(2)).toEqual(ids.slice(0, 2));
  expect((await raise([a, b], { settings: signed, now: later })).raised).toEqual([]);
});

test('many alerts of a run are kept by two writes, and told in one message', async () => {
  const kept = openKeptText(file);
  let writes = 0;
  const counted = {
    read: kept.read,
    write: async (text: string) => {
      writes++;
      await kept.write(text);
    },
  };
  const many = Array.from({ length: 30 }, (_, at) => watched('wrong', `rule ${at}`));
  expect((await raise(many, { kept: counted })).raised).toHaveLength(30);
  expect(writes).toBe(2);
  expect(receiver.received.map(({ body }) => JSON.parse(body).text)).toEqual(['30 new alerts']);
  expect(receiver.received[0]?.body).toContain('And 10 more.');
  const over = many.map((one): Watched => ({ ...one, is: 'fine' }));
  expect((await raise(over)).raised).toHaveLength(30);
  expect(receiver.received.map(({ body }) => JSON.parse(body).text)).toEqual(['30 new alerts', '30 alerts have ended']);
});

test('a target whose alerts have ids of their own is told twenty in a run, and the rest by the next one', async () => {
  const signed = {
    alertTargets: [{ target: 'webhook', variable: 'SLACK', secret: 'SECRET' }],
    alertCooldownMs: 0,
  } as const;
  const many = Array.from({ length: 30 }, (_, at) => watched('wrong', `rule ${at}`));
  const first = await raise(many, { settings: signed });
  expect(first.raised).toHaveLength(20);
  expect(first.warnings).toEqual([expect.stringMatching(/^10 alerts were not sent to Webhook: 20 alerts are told/u)]);
  expect((await raise(many, { settings: signed })).raised).toHaveLength(10);
});

test('a target that fails is asked no more in the run, and one that refuses a message is asked for the others', async () => {
  const [a, b, c] = [watched('wrong', 'a'), watched('wrong', 'b'), watched('wrong', 'c')];
  answers.status = 404;
  expect((await raise([a, b, c])).warnings).toEqual([
    expect.stringMatching(/^3 alerts could not be sent to Slack: 127\.0\.0\.1:\d+ refused it \(404\)\./u),
  ]);
  expect(receiver.received).toHaveLength(1);
  answers.status = 413;
  await raise([a, b, c]);
  expect(receiver.received).toHaveLength(4);
});

test('no alert is waited for beyond the time that all alerts of a run have', async () => {
  answers.status = 503;
  let now = 0;
  const slow: Clock = {
    now: () => now,
    monotonic: () => now,
    // Each wait takes as long as a service that hardly answers would.
    sleep: async () => {
      now += 100_000;
    },
  };
  const { warnings } = await raise([watched('wrong', 'a'), watched('wrong', 'b')], { clock: slow });
  expect(warnings).toEqual([expect.stringContaining('2 alerts could not be sent to Slack')]);
  expect(warnings[0]).toContain('the time for the alerts of a run is over');
  expect(receiver.received).toHaveLength(3);
});

test('a target that takes a message and never answers holds no run beyond the time of its alerts, and keeps none from the others', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const both = {
    alertTargets: [
      { target: 'discord', variable: 'SILENT' },
      { target: 'slack', variable: 'SLACK' },
    ],
    alertCooldownMs: 0,
  } as const;
  const env = { SILENT: `http://127.0.0.1:${port}/` };
  try {
    const { raised, warnings } = await raise([watched('wrong')], { settings: both, env, mostMs: 400 });
    expect(raised).toEqual([['a', { state: 'alert', sent: ['slack'] }]]);
    expect(warnings).toEqual([
      'An alert could not be sent to Discord: the time for the alerts of a run is over. The next run tries again; the verdict is not affected.',
    ]);
  } finally {
    silent.closeAllConnections();
    silent.close();
  }
  // The next run tells who did not answer, and nobody else.
  const next = await raise([watched('wrong')], { settings: both, env: { SILENT: receiver.url } });
  expect(next.raised).toEqual([['a', { state: 'alert', sent: ['discord'] }]]);
});

test('a state that is broken is set aside, begins anew and says so; one that cannot be read tells nobody', async () => {
  expect((await raise([watched('wrong')])).isUnread).toBe(false);
  writeFileSync(file, '{"version":1,');
  const { raised, warnings, isUnread } = await raise([watched('wrong')]);
  expect(raised).toHaveLength(1);
  expect(isUnread).toBe(true);
  expect(readFileSync(`${file}.unread`, 'utf8')).toBe('{"version":1,');
  expect(warnings).toEqual([
    'What alerts keep between runs is no JSON; it begins anew. An alert that it told may have to be closed by hand.',
  ]);
  expect((await raise([watched('wrong')])).isUnread).toBe(false);
  const refused = { read: () => Promise.reject(new Error('no permission')), write: async () => undefined };
  const untold = await raise([watched('wrong', 'z')], { kept: refused });
  expect([untold.raised, untold.isUnread]).toEqual([[], true]);
  expect(untold.warnings).toEqual(['No alert was sent, since who was told before cannot be read: no permission']);
});

test('where nothing is wrong and nothing was, nothing is kept', async () => {
  await raise([watched('fine')]);
  expect(readdirSync(folder)).toEqual([]);
});
