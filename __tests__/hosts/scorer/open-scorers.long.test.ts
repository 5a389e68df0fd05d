import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openScorers } from '../../../src/hosts/scorer/open-scorers.ts';
import type { ScorerLimits, ScorerSource } from '../../../src/hosts/scorer/run-command.ts';

const limits: ScorerLimits = { timeoutMs: 5_000, answerBytes: 10_000 };
const never = new AbortController().signal;
const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

function node(script: string): ScorerSource {
  return { command: [process.execPath, '-e', script] };
}

function run(
  source: ScorerSource,
  about: { limits?: ScorerLimits; signal?: AbortSignal; environment?: Record<string, string> } = {},
) {
  const environment = { PATH: process.env['PATH'], ...about.environment };
  const runs = {
    scorers: new Map([['policy', source]]),
    cwd: process.cwd(),
    environment,
    limits: about.limits ?? limits,
  };
  return openScorers(runs).run('policy', { reply: { text: 'Hi' } }, about.signal ?? never);
}

async function serve(status: number, body: string, headers: Record<string, string> = {}): Promise<string> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.writeHead(status, headers).end(body.replace('INPUT', Buffer.concat(parts).toString('utf8')));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/score`;
}

describe('a team’s own scorer', () => {
  it('gets the reply as JSON on stdin and answers on stdout', async () => {
    const answer = await run(node('process.stdin.pipe(process.stdout)'));
    expect(answer).toEqual({ kind: 'text', text: '{"reply":{"text":"Hi"}}' });
  });

  it('sees no keys in its environment', async () => {
    const environment = { OPENAI_API_KEY: 'sk-secret', GITHUB_TOKEN: 'ghs', 'INPUT_API-KEY': 'sk', LC_ALL: 'C' };
    const answer = await run(node('console.log(Object.keys(process.env).join())'), { environment });
    expect(answer.kind === 'text' && answer.text.trim().split(',').toSorted()).toEqual(['LC_ALL', 'PATH']);
  });

  it('fails with its own words when it crashes', async () => {
    expect(await run(node('console.error("no model file"); process.exit(3)'))).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/ended with exit code 3: no model file/),
    });
  });

  it('is ended, with what it started, when it takes too long', async () => {
    const script = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
    const answer = await run(node(script), { limits: { ...limits, timeoutMs: 300 } });
    expect(answer).toMatchObject({ kind: 'failed', why: expect.stringMatching(/took longer than 300 ms/) });
  });

  it('is ended when it writes too much', async () => {
    const answer = await run(node('setInterval(() => process.stdout.write("x".repeat(5000)), 1)'));
    expect(answer).toMatchObject({ kind: 'failed', why: expect.stringMatching(/wrote more than 10000 bytes/) });
  });

  it('is ended when the review is stopped', async () => {
    const stop = new AbortController();
    const running = run(node('setInterval(() => {}, 1000)'), { signal: stop.signal });
    stop.abort();
    expect(await running).toMatchObject({ kind: 'failed', why: expect.stringMatching(/was stopped/) });
  });

  it('may end without reading its input', async () => {
    expect(await run(node('process.stdin.destroy(); console.log("{}")'))).toMatchObject({ kind: 'text' });
  });

  it('fails in words where the program does not exist, or the name is unknown', async () => {
    expect(await run({ command: ['./no-such-program'] })).toMatchObject({
      why: expect.stringMatching(/could not be started/),
    });
    const none = { scorers: new Map(), cwd: '.', environment: {} };
    expect(await openScorers(none).run('tone', {}, never)).toMatchObject({
      why: expect.stringMatching(/no scorer named tone/),
    });
  });

  it('is asked by POST where it has a URL', async () => {
    expect(await run({ url: await serve(200, '{"score": 1, "got": INPUT}') })).toEqual({
      kind: 'text',
      text: '{"score": 1, "got": {"reply":{"text":"Hi"}}}',
    });
  });

  it.each([
    [500, 'down', {}, /answered 500: down/],
    [200, 'x'.repeat(20_000), {}, /more than 10000 bytes/],
    [307, '', { location: 'http://127.0.0.1:1/' }, /could not be asked/],
  ])('fails where its service answers %d wrongly', async (status, body, headers, words) => {
    expect(await run({ url: await serve(status, body, headers) })).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(words),
    });
  });

  it('is never sent replies over plain http to another machine', async () => {
    expect(await run({ url: 'http://example.com/score' })).toMatchObject({
      why: expect.stringMatching(/must be https/),
    });
  });
});

describe('a scorer that serves', () => {
  const lines = (body: string) =>
    `require('readline').createInterface({ input: process.stdin }).on('line', (line) => { const asked = JSON.parse(line); ${body} })`;
  const reply = (answer: string) => lines(`console.log(JSON.stringify(${answer}))`);

  function open(script: string, more: { limits?: ScorerLimits; environment?: Record<string, string> } = {}) {
    const scorers = openScorers({
      scorers: new Map([['policy', { command: [process.execPath, '-e', script], serve: true }]]),
      cwd: process.cwd(),
      environment: { PATH: process.env['PATH'], ...more.environment },
      limits: more.limits ?? { ...limits, timeoutMs: 30_000 },
    });
    closing.push(scorers.close);
    return (text: string, signal = never) => scorers.run('policy', { reply: { text } }, signal);
  }
  const texts = async (asked: readonly Promise<unknown>[]) =>
    (await Promise.all(asked)).map((one) => JSON.parse(JSON.stringify(one)));

  it('is started once, and answers many replies in the order they were asked', async () => {
    const ask = open(reply('{ id: asked.id, score: 1, reason: asked.reply.text + " " + process.pid }'));
    const answers = await texts(['a', 'b', 'c', 'd'].map((text) => ask(text)));
    const reasons = answers.map(({ text }) => JSON.parse(text).reason.split(' '));
    expect(reasons.map(([text]) => text)).toEqual(['a', 'b', 'c', 'd']);
    expect(new Set(reasons.map(([, pid]) => pid)).size).toBe(1);
  });

  it('sees no keys in its environment', async () => {
    const ask = open(reply('{ score: 1, reason: Object.keys(process.env).join() }'), {
      environment: { OPENAI_API_KEY: 'sk-secret' },
    });
    expect(JSON.stringify(await ask('a'))).not.toContain('OPENAI_API_KEY');
  });

  it('may talk: only lines that are objects are answers', async () => {
    const ask = open(`console.log('loading the model …'); ${reply('{ score: 0.5 }')}`);
    expect(await ask('a')).toEqual({ kind: 'text', text: '{"score":0.5}' });
  });

  it('is started again where it crashed, and asked the same reply once more', async () => {
    const ask = open(
      lines(
        `if (asked.id === 2) { console.error('out of memory'); process.exit(9); } console.log(JSON.stringify({ score: asked.id }))`,
      ),
    );
    expect(await texts([ask('a'), ask('b')])).toMatchObject([{ text: '{"score":1}' }, { text: '{"score":3}' }]);
  });

  it('that crashes at a reply twice leaves it unscored in its own words, and scores the others', async () => {
    const ask = open(
      lines(
        `if (asked.reply.text === 'poison') { console.error('cannot read this'); process.exit(9); } console.log('{"score":1}')`,
      ),
    );
    expect(await texts([ask('a'), ask('poison'), ask('b')])).toMatchObject([
      { kind: 'text' },
      { kind: 'failed', why: expect.stringMatching(/ended with exit code 9 .*: cannot read this/) },
      { kind: 'text' },
    ]);
  });

  it('that keeps crashing is not started without end', async () => {
    const ask = open('console.error("no model file"); process.exit(3)');
    const answers = await texts(Array.from({ length: 6 }, () => ask('a')));
    expect(answers.at(-1)).toMatchObject({
      why: expect.stringMatching(/no model file; it broke 6 times and is not started again/),
    });
  });

  it('is ended, with what it started, where a reply takes too long, and the next is asked of a new one', async () => {
    const ask = open(lines(`if (asked.reply.text !== 'slow') console.log('{"score":1}')`), {
      limits: { ...limits, timeoutMs: 4000 },
    });
    expect(await texts([ask('slow'), ask('b')])).toMatchObject([
      { why: expect.stringMatching(/took longer than 4000 ms over a reply/) },
      { kind: 'text' },
    ]);
  });

  it('never has an answer taken for that of another reply', async () => {
    const twice = open(lines('console.log("{}\\n{}")'));
    await twice('a');
    expect(await twice('b')).toMatchObject({ why: expect.stringMatching(/answered more often than it was asked/) });
    const other = open(reply('{ id: 7, score: 1 }'));
    expect(await other('a')).toMatchObject({ why: expect.stringMatching(/answered 7 where 1 was asked/) });
  });

  it('is ended when the review is stopped or over', async () => {
    const stop = new AbortController();
    const ask = open(lines(''));
    const waiting = ask('a', stop.signal);
    stop.abort();
    expect(await waiting).toMatchObject({ why: expect.stringMatching(/was stopped/) });
    const pid = open(reply('{ score: 1, reason: process.pid }'));
    const answered = await pid('a');
    for (const close of closing.splice(0)) close();
    const id = answered.kind === 'text' ? JSON.parse(answered.text).reason : 0;
    await expect.poll(() => alive(id), { timeout: 20_000 }).toBe(false);
  });
});

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
