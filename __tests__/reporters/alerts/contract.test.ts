import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { deliverAlert } from '../../../src/app/alerts/deliver-alert.ts';
import { type Alert, alertSchema, postedAlertSchema } from '../../../src/core/alerts/alert.ts';
import type { AlertMessage } from '../../../src/core/alerts/alert-message.ts';
import type { BoardIssue, IssueBoard } from '../../../src/core/issue-board.ts';
import type { Clock } from '../../../src/core/ports.ts';
import { type AlertTargetSettings, alertTargets } from '../../../src/core/settings/alert-schema.ts';
import { targets } from '../../../src/reporters/alerts/index.ts';
import { wireAlerts } from '../../../src/wire/wire-alerts.ts';
import { type HttpAnswer, startMailServer, startReceiver } from '../../support/alert-receivers.ts';
import { anyOfSchema } from '../../support/any-of-schema.ts';
import { findReferences } from '../../support/find-references.ts';
import { anyHostileText } from '../../support/hostile-text.ts';
import { proseOf } from '../../support/markup-skeleton.ts';
import { renderMarkdown } from '../../support/render-markdown.ts';

const running: { readonly close: () => void }[] = [];
afterEach(() => {
  for (const one of running.splice(0)) one.close();
});

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const account = { user: 'gate@example.com', password: 'p@ss word' };

/** What is unseen, but for the joint that we put into addresses and the ends of lines. */
const unseen = /\p{Bidi_Control}|(?!\n)\p{Cc}|[\u2060\ufeff\u2028\u2029]|\p{Surrogate}/u;

const broken: Alert = {
  version: 1,
  key: 'rule cost pro',
  state: 'alert',
  at: '2026-11-29T05:17:00.000Z',
  run: 'https://github.com/acme/shop/actions/runs/7',
  repository: 'acme/shop',
  about: {
    kind: 'rule',
    metric: 'cost',
    way: 'rises',
    limit: 0.3,
    against: 7,
    segment: 'pro',
    value: 0.0148,
    low: null,
    high: null,
    before: 0.01,
    change: { value: 0.48, low: 0.37, high: 0.6 },
    day: '2026-11-28',
  },
};
const over: Alert = { ...broken, state: 'recovered', since: broken.at };
const movedJudge: Alert = {
  ...broken,
  key: '["judge","gpt-5.6-luna"]',
  about: {
    kind: 'judge',
    model: 'gpt-5.6-luna',
    began: '2026-11-12T00:00:00.000Z',
    told: 'grades',
    towards: 'lower',
    grade: { usual: 0.78, now: 0.33 },
    served: ['gpt-5.6-luna'],
    servedBefore: ['gpt-5.6-luna'],
  },
};
const tried: Alert = { ...broken, state: 'test', about: { kind: 'test' } };

/** A clock whose waits take no time, and are counted. */
function quickClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    now: () => Date.parse('2026-11-29T05:17:30Z'),
    monotonic: () => 0,
    sleep: async (ms) => void waits.push(ms),
  };
}

type Seen = { readonly path?: string; readonly headers?: Record<string, unknown>; readonly text: string };

/** Each target's service on loopback: where it is, and what it was told. */
async function serve(
  name: (typeof alertTargets)[number],
  answers: readonly HttpAnswer[] = [],
): Promise<{ place: AlertTargetSettings; env: Record<string, string>; issues?: IssueBoard; seen: () => Seen[] }> {
  if (name === 'smtp') {
    const server = await startMailServer(account);
    running.push(server);
    const login = `${encodeURIComponent(account.user)}:${encodeURIComponent(account.password)}`;
    return {
      place: { target: name, variable: 'ADDRESS', to: ['ops@example.com', 'team@example.com'] },
      env: { ADDRESS: `smtp://${login}@127.0.0.1:${server.port}?from=gate@example.com` },
      seen: () => server.mails.map(({ raw }) => ({ text: raw })),
    };
  }
  if (name === 'issue') {
    const { board, log } = createBoard();
    return { place: { target: name }, env: {}, issues: board, seen: () => log.map((text) => ({ text })) };
  }
  const usual = { slack: { status: 200, body: 'ok' }, teams: { status: 202 }, discord: { status: 204 } };
  const accepted = { status: 202, body: '{"status":"success","message":"Event processed","dedup_key":"k"}' };
  const otherwise = { ...usual, pagerduty: accepted, webhook: { status: 200 } }[name];
  const server = await startReceiver((at) => answers[at] ?? otherwise);
  running.push(server);
  const url = `${server.url}/services/T0/B0/very-secret-token`;
  const seen = () => server.received.map(({ body, ...rest }) => ({ ...rest, text: body }));
  if (name === 'pagerduty') {
    return {
      place: { target: name, variable: 'KEY', endpoint: `${server.url}/v2/enqueue` },
      env: { KEY: 'R02ABCDEFGHIJKLMNOPQRSTUVWXYZ012' },
      seen,
    };
  }
  const signed = name === 'webhook' ? { secret: 'SECRET' } : {};
  return { place: { target: name, variable: 'ADDRESS', ...signed }, env: { ADDRESS: url, SECRET: secret }, seen };
}

function createBoard(): { readonly board: IssueBoard; readonly log: string[] } {
  const [open, log]: [BoardIssue[], string[]] = [[], []];
  const done = (issue: BoardIssue, what: string) => {
    log.push(`${what} ${issue.title}\n${issue.body}`);
    return Promise.resolve({ kind: 'done' as const, value: issue });
  };
  const board: IssueBoard = {
    own: () => Promise.resolve({ kind: 'done', value: [...open] }),
    create: (text) => {
      const issue = { ...text, number: open.length + 1, url: `https://github.com/acme/shop/issues/${open.length + 1}` };
      open.push(issue);
      return done(issue, 'created');
    },
    update: (number, text) => done({ ...text, number, url: '' }, 'updated'),
    close: (number, body) => {
      const [issue] = open.splice(
        open.findIndex((one) => one.number === number),
        1,
      );
      return done({ ...(issue ?? { title: '', number, url: '' }), body }, 'closed');
    },
  };
  return { board, log };
}

async function deliver(alert: Alert, service: Awaited<ReturnType<typeof serve>>, clock = quickClock()) {
  const ports = wireAlerts({
    env: service.env,
    clock,
    ...(service.issues === undefined ? {} : { issues: service.issues }),
  });
  return deliverAlert(alert, service.place, ports, new AbortController().signal);
}

/** The text of a mail, as its reader sees it. */
function mailText(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const text = body.join('\n\n');
  return /quoted-printable/iu.test(head)
    ? Buffer.from(
        text
          .replaceAll('=\r\n', '')
          .replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
    : text;
}

describe.each(alertTargets)('an alert by %s', (name) => {
  test('is told with what is wrong, once over, and as a test', async () => {
    const service = await serve(name);
    for (const alert of [broken, over, tried]) {
      expect(await deliver(alert, service)).toMatchObject({ target: name, kind: 'sent' });
    }
    const texts = service.seen().map(({ text }) => (name === 'smtp' ? mailText(text) : text));
    // An incident, and an issue, that a test begins is ended by it.
    expect(texts).toHaveLength(name === 'pagerduty' || name === 'issue' ? 4 : 3);
    expect(texts[0]).toContain('rose by 48%');
    expect(texts[0]).toContain('pro');
    expect(texts[0]).toContain('37% to +60%');
    expect(texts.join('\n')).toContain('This is a test that somebody asked for.');
    expect(JSON.stringify(texts[1])).toMatch(/Over|resolve/u);
  });

  test('is told with a judge that moved, and that it is as usual again', async () => {
    const service = await serve(name);
    for (const alert of [movedJudge, { ...movedJudge, state: 'recovered', ended: 'over' } as const])
      expect(await deliver(alert, service)).toMatchObject({ target: name, kind: 'sent' });
    const [told = '', over = ''] = service.seen().map(({ text }) => (name === 'smtp' ? mailText(text) : text));
    expect(told.replaceAll(/\\|\n/gu, ' ')).toMatch(/grades the same texts lower since/u);
    expect(told).toContain('0.33');
    expect(over.replaceAll('\n', ' ')).toMatch(/as usual again|resolve/u);
    if (name === 'webhook') expect(postedAlertSchema.parse(JSON.parse(told)).data.about).toEqual(movedJudge.about);
  });

  test('holds nothing of a hostile text that acts', () => {
    const access = {
      value:
        name === 'smtp'
          ? 'smtps://u:p@mail.example?from=a@b.c&to=d@e.f'
          : name === 'pagerduty'
            ? 'KEY0123456'
            : 'https://hooks.example/x',
      secret,
    };
    fc.assert(
      fc.property(anyOfSchema(alertSchema, anyHostileText), (drawn) => {
        const alert = alertSchema.parse(drawn);
        const written = targets[name].write(alert, access);
        if ('unusable' in written) throw new Error(written.unusable);
        for (const message of written) expectHarmless(name, message);
      }),
      { numRuns: 300 },
    );
  });

  test('is not told where the environment holds nothing that can be used, and what it holds is not said', async () => {
    const service = await serve(name);
    if (service.place.variable === undefined) return;
    const unset = await deliver(broken, { ...service, env: {} });
    expect(unset).toMatchObject({ kind: 'failed', why: expect.stringMatching(/`(?:ADDRESS|KEY)` is not set/u) });
    const wrong = await deliver(broken, {
      ...service,
      env: { ADDRESS: 'sk not an address', KEY: 'no key!', SECRET: secret },
    });
    expect(wrong.kind).toBe('failed');
    expect(JSON.stringify(wrong)).not.toMatch(/sk not|no key!/u);
  });
});

describe.each(['slack', 'teams', 'discord', 'pagerduty', 'webhook'] as const)('a service of %s', (name) => {
  test('that is busy is asked again as it wants, and then no more', async () => {
    const limited = { status: 429, headers: { 'retry-after': '7' } };
    const service = await serve(name, [limited, { status: 503 }]);
    const clock = quickClock();
    expect(await deliver(broken, service, clock)).toMatchObject({ kind: 'sent' });
    expect(clock.waits).toEqual([7000, 2000]);
    const patient = quickClock();
    const down = await serve(
      name,
      Array.from({ length: 9 }, () => ({ status: 500, body: 'oops' })),
    );
    expect(await deliver(broken, down, patient)).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/^127\.0\.0\.1:\d+ refused it \(500: oops\)$/u),
    });
    expect(patient.waits).toHaveLength(3);
    const long = await serve(name, [{ status: 429, headers: { 'retry-after': '3600' } }]);
    expect(await deliver(broken, long)).toMatchObject({ why: expect.stringContaining('asks to wait for 60 minutes') });
  });

  test('that redirects is not followed', async () => {
    const elsewhere = await startReceiver(() => ({ status: 200 }));
    running.push(elsewhere);
    const service = await serve(name, [{ status: 307, headers: { location: `${elsewhere.url}/steal` } }]);
    expect(await deliver(broken, service)).toMatchObject({
      why: expect.stringContaining('redirects to another address'),
    });
    expect(elsewhere.received).toEqual([]);
  });

  test('that says its address or key is not quoted with it', async () => {
    const service = await serve(name, [
      { status: 404, body: 'no such hook: /services/T0/B0/very-secret-token R02ABCDEFGHIJKLMNOPQRSTUVWXYZ012' },
    ]);
    const delivery = await deliver(broken, service);
    expect(delivery).toMatchObject({ kind: 'failed', why: expect.stringContaining('404: no such hook') });
    if (name !== 'pagerduty') expect(JSON.stringify(delivery)).not.toContain('very-secret-token');
    else expect(JSON.stringify(delivery)).not.toContain('R02ABC');
  });
});

test('an incident is of one repository and one use of it, and its end is of the same', () => {
  const keyOf = (alert: Alert): unknown => {
    const written = targets.pagerduty.write(alert, { value: 'KEY0123456' });
    const [message] = 'unusable' in written ? [] : written;
    return message?.kind === 'post' ? JSON.parse(message.body).dedup_key : undefined;
  };
  const elsewhere = { ...broken, repository: 'acme/other' };
  const keys = [broken, elsewhere, { ...broken, name: 'support' }, { ...elsewhere, name: 'support' }].map(keyOf);
  expect(new Set(keys).size).toBe(4);
  expect(keyOf(over)).toBe(keyOf(broken));
});

test('a workflow of Teams that says with status 200 that it failed has failed', async () => {
  const said = 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413';
  expect(await deliver(broken, await serve('teams', [{ status: 200, body: said }]))).toMatchObject({ kind: 'failed' });
});

test('a webhook is signed so that its receiver can tell who wrote it, and when', async () => {
  const service = await serve('webhook');
  await deliver(broken, service);
  const [{ headers = {}, text } = { text: '' }] = service.seen();
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = headers;
  expect(timestamp).toBe(String(Date.parse('2026-11-29T05:17:30Z') / 1000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64');
  expect(signature).toBe(`v1,${mac}`);
  expect(postedAlertSchema.parse(JSON.parse(text))).toMatchObject({ type: 'alert.opened', data: broken });
});

test('a receiver tells a signed request from others by what the documentation shows', async () => {
  const [, code = ''] = /<!-- verify:start -->\n```js\n(.*?)```/su.exec(readFileSync('docs/alerts.md', 'utf8')) ?? [];
  const { isSigned } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  for (const one of [secret, 'a text of twenty-four characters']) {
    const service = await serve('webhook');
    const ports = wireAlerts({ env: { ...service.env, SECRET: one } });
    await deliverAlert(broken, service.place, ports, new AbortController().signal);
    const [{ headers, text } = { text: '' }] = service.seen();
    expect(isSigned(headers, text, one)).toBe(true);
    expect(isSigned(headers, `${text} `, one)).toBe(false);
    expect(isSigned(headers, text, `${one.slice(0, -4)}abcd`)).toBe(false);
    expect(isSigned({ ...headers, 'webhook-timestamp': '1' }, text, one)).toBe(false);
  }
});

test('an e-mail is from, to and about what it should be, whatever its words are', async () => {
  const service = await serve('smtp');
  const segment = 'pro\r\nBcc: evil@example.com\r\n\r\nforged';
  if (broken.about.kind !== 'rule') throw new Error('no rule');
  await deliver({ ...broken, about: { ...broken.about, segment } }, service);
  const [{ text } = { text: '' }] = service.seen();
  const head =
    text
      .split('\r\n\r\n')[0]
      ?.replaceAll(/\r\n\s+/gu, ' ')
      .split('\r\n') ?? [];
  expect(head.map((line) => line.split(':')[0]).toSorted()).toEqual([
    'Auto-Submitted',
    'Content-Transfer-Encoding',
    'Content-Type',
    'Date',
    'From',
    'MIME-Version',
    'Message-ID',
    'Subject',
    'To',
  ]);
  expect(head).toContain('To: ops@example.com, team@example.com');
});

test('a mail server that is busy is asked again, and one that refuses is not', async () => {
  const login = `${encodeURIComponent(account.user)}:${encodeURIComponent(account.password)}`;
  const told = async (refusals: readonly string[], clock = quickClock(), given = login) => {
    const server = await startMailServer(account, refusals);
    running.push(server);
    const env = { ADDRESS: `smtp://${given}@127.0.0.1:${server.port}?from=a@b.example&to=c@d.example` };
    const ports = wireAlerts({ env, clock });
    const place = { target: 'smtp', variable: 'ADDRESS' } as const;
    return deliverAlert(broken, place, ports, new AbortController().signal);
  };
  const clock = quickClock();
  expect(await told(['451 4.7.1 greylisted'], clock)).toMatchObject({ kind: 'sent' });
  expect(clock.waits).toEqual([1000]);
  const [refused, wrong] = [quickClock(), quickClock()];
  expect(await told(['550 5.1.1 no such user'], refused)).toMatchObject({
    kind: 'failed',
    why: expect.stringContaining('no such user'),
  });
  const denied = await told([], wrong, 'gate:wrong-password');
  expect(denied).toMatchObject({ kind: 'failed', why: expect.stringContaining('535') });
  expect(JSON.stringify(denied)).not.toContain('wrong-password');
  expect([...refused.waits, ...wrong.waits]).toEqual([]);
});

function expectHarmless(name: (typeof alertTargets)[number], message: AlertMessage): void {
  if (message.kind === 'mail') {
    expect(message.subject).not.toMatch(/[\r\n]/u);
    expect(`${message.subject}${message.text}`).not.toMatch(unseen);
    return;
  }
  if (message.kind === 'issue') {
    expect(message.title).not.toMatch(/[\r\n]/u);
    const html = renderMarkdown(message.render('<!-- marker -->'));
    expect(findReferences(proseOf(html))).toEqual([]);
    expect(html).not.toMatch(/<(?:img|script|a (?!href="https?:\/\/[\w.:/-]+">The run))/u);
    return;
  }
  const body: unknown = JSON.parse(message.body);
  expect(message.body).not.toMatch(unseen);
  switch (name) {
    case 'slack':
      expect(Reflect.get(Object(body), 'text')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u);
      expect(typesIn(body)).toSatisfy(isWithin('rich_text', 'rich_text_section', 'text', 'link'));
      break;
    case 'teams':
      expect(typesIn(body)).toSatisfy(
        isWithin('message', 'AdaptiveCard', 'RichTextBlock', 'TextRun', 'Action.OpenUrl'),
      );
      expect(message.body).not.toContain('"entities"');
      break;
    case 'discord': {
      expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
      const [embed] = Reflect.get(Object(body), 'embeds');
      expect(embed.title.length).toBeLessThanOrEqual(256);
      expect(embed.description.length).toBeLessThanOrEqual(4096);
      for (const text of [embed.title, embed.description]) {
        const prose = text.replaceAll(/(?<!\\)`[^`\n]*`/gu, '').replaceAll(/\\[!-/:-@[-`{-~]/gu, '');
        expect(prose).not.toMatch(/[`*_~|<>[\]@#\\]/u);
      }
      break;
    }
    case 'pagerduty': {
      const { dedup_key: key, payload } = Object(body);
      expect(key.length).toBeLessThanOrEqual(255);
      if (payload !== undefined) expect(payload.summary.length).toBeLessThanOrEqual(1024);
      break;
    }
    default:
      postedAlertSchema.parse(body);
  }
}

function typesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(typesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => (key === 'type' ? [String(held)] : typesIn(held)));
}

function isWithin(...known: readonly string[]) {
  return (types: readonly string[]): boolean => types.every((type) => known.includes(type));
}
