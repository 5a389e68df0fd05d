import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { runScorer } from '../../../src/hosts/scorer/run-scorer.ts';
import type { ScorerLimits, ScorerSource } from '../../../src/hosts/scorer/scorer-command.ts';

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
  return runScorer(runs, 'policy', { reply: { text: 'Hi' } }, about.signal ?? never);
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
    expect(await runScorer(none, 'tone', {}, never)).toMatchObject({
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
