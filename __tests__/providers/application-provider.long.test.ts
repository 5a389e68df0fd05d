import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { ProviderError } from '../../src/core/ports.ts';
import { openApplication } from '../../src/hosts/scorer/open-application.ts';
import { createApplicationProvider } from '../../src/providers/application/create-application-provider.ts';
import { postToApplication } from '../../src/providers/application/post-to-application.ts';
import { quoteService } from '../../src/providers/quote-service.ts';
import { systemClock } from '../../src/providers/system-clock.ts';
import { requestOf } from '../support/model-answers.ts';

const key = 'shop-key-0123456789';
const folder = mkdtempSync(join(tmpdir(), 'promptgate-application-'));
const closing: (() => void)[] = [];
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const quote = (text: string): string => quoteService(text, key);
const subject = { prompt: { path: 'p.txt', text: 'Say {{it}}' }, case: 'one', vars: { it: 'hi' } };
const request = { ...requestOf('Say hi'), provider: 'app', model: 'app', subject };
const given = { name: 'app', endpoint: 'app', timeoutMs: 20_000, quote, clock: systemClock };

function byCommand(source: string, { serve = false, timeoutMs = 20_000 } = {}) {
  const file = join(folder, 'answer.mjs');
  writeFileSync(file, source);
  const environment = { PATH: process.env['PATH'], SHOP_KEY: key, OTHER_KEY: 'sk-other' };
  const opened = openApplication({
    command: [process.execPath, file],
    serve,
    concurrency: 2,
    cwd: folder,
    environment,
    named: ['SHOP_KEY', 'ABSENT'],
    answerBytes: 10_000,
  });
  closing.push(opened.close);
  return createApplicationProvider({ ...given, timeoutMs, run: opened.run, lines: serve });
}

async function byUrl(listener: RequestListener, { timeoutMs = 20_000, path = '/answer' } = {}) {
  const server = createServer(listener);
  closing.push(() => server.closeAllConnections());
  closing.push(() => server.close());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}${path}`;
  const run = postToApplication({ name: 'app', url, key, quote, clock: systemClock });
  return createApplicationProvider({ ...given, timeoutMs, run, lines: false });
}

type Provider = Awaited<ReturnType<typeof byUrl>>;
const ask = (provider: Provider, signal = new AbortController().signal) => provider.ask(request, signal);
async function fault(provider: Provider): Promise<ProviderError> {
  const error = await ask(provider).catch((reason: unknown) => reason);
  if (!(error instanceof ProviderError)) throw new Error(`no fault: ${JSON.stringify(error)}`);
  return error;
}
const read = `import { readFileSync } from 'node:fs'; const asked = JSON.parse(readFileSync(0, 'utf8'));`;
const say = (value: unknown): string => `${read} console.log(${JSON.stringify(JSON.stringify(value))});`;

describe('an application by command', () => {
  it('is told the prompt, the case, its vars and the side, and finds the variables that it names alone', async () => {
    const provider = byCommand(`${read} console.log(JSON.stringify({ asked, env: process.env }));`);
    const { text, servedModel, usage } = await provider.ask(request, new AbortController().signal, undefined, 'old');
    const { asked, env } = JSON.parse(text);
    expect(asked).toEqual({ ...subject, messages: request.messages, side: 'base', model: 'app', parameters: {} });
    expect([env.SHOP_KEY, env.OTHER_KEY, 'ABSENT' in env]).toEqual([key, undefined, false]);
    expect([servedModel, usage]).toEqual(['app', {}]);
  });

  it.each([
    ['a text', 'process.stdout.write(\'It is {"text": 1}\\n\')', { text: 'It is {"text": 1}', finishReason: 'stop' }],
    ['JSON that its prompt asks for', `console.log('{"intent": "refund"}')`, { text: '{"intent": "refund"}' }],
  ])('may write %s', async (_, source, expected) => {
    expect(await ask(byCommand(source))).toMatchObject(expected);
  });

  it('may say its tool calls, usage in the words of any service, model and trace', async () => {
    const answer = await ask(
      byCommand(
        say({
          toolCalls: [
            { name: 'find', arguments: { id: 1 } },
            { id: 'c', function: { name: 'go', arguments: '{}' } },
          ],
          usage: { prompt_tokens: 12, output_tokens: 3, usd: 0.5 },
          model: 'gpt-5.6-luna',
          trace: [{ step: 'retrieve', contexts: ['30 days'], k: 3 }],
        }),
      ),
    );
    expect(answer).toMatchObject({
      text: '',
      toolCalls: [
        { name: 'find', arguments: '{"id":1}' },
        { id: 'c', name: 'go', arguments: '{}' },
      ],
      finishReason: 'tool_calls',
      usage: { inputTokens: 12, outputTokens: 3 },
      billedUsd: 0.5,
      servedModel: 'gpt-5.6-luna',
      trace: [{ step: 'retrieve', contexts: ['30 days'], details: { k: 3 } }],
    });
  });

  it.each([
    ['says so', say({ error: `no key ${key}` }), 'failed: no key [key].'],
    ['crashes', `throw new TypeError('lost\\n' + process.env.SHOP_KEY)`, 'exit code 1: TypeError: lost'],
    ['misspells', say({ text: 'hi', tool_calls: [] }), '`tool_calls` is unknown (known: id, text, toolCalls'],
    ['calls its text otherwise', say({ reply: 'hi', usage: { prompt_tokens: 3 } }), 'has none of `text`'],
    ['answers a number as text', say({ text: 7 }), 'answered what is no reply: `text`'],
    ['writes without end', `process.stdout.write('x'.repeat(20_000))`, 'wrote more than 10000 bytes'],
  ])('is a failed reply in its words where it %s, tried three times', async (_, source, words) => {
    const provider = byCommand(source);
    const faults = [await fault(provider), await fault(provider), await fault(provider)];
    expect(faults[0]?.message).toContain(words);
    expect(faults[0]?.message).not.toContain(key);
    expect(faults.map(({ retryable, reason }) => [retryable, reason])).toEqual([
      [true, 'server'],
      [true, 'server'],
      [false, 'server'],
    ]);
  });

  it('is ended with what it started when its time is over, and given up where nothing else happens', async () => {
    const provider = byCommand('setInterval(() => {}, 1000)', { timeoutMs: 300 });
    const faults: ProviderError[] = [];
    for (let at = 0; at < 4; at++) faults.push(await fault(provider));
    expect(faults.map(({ stopsProvider }) => stopsProvider)).toEqual([false, false, false, true]);
    expect(faults[3]?.message).toBe(
      'The application `app` took longer than 0.3 s. It answered nothing at all, 8 times.',
    );
  });

  it('is ended at once when the run is cancelled', async () => {
    const stop = new AbortController();
    const asked = ask(byCommand('setInterval(() => {}, 1000)'), stop.signal);
    setTimeout(() => stop.abort(), 100);
    await expect(asked).rejects.toThrow('aborted');
  });

  it('that stays answers a line each, two at a time, and must write an answer', async () => {
    const provider = byCommand(
      `import { createInterface } from 'node:readline';
       console.log('ready');
       for await (const line of createInterface({ input: process.stdin })) {
         const { id, messages } = JSON.parse(line);
         console.log(JSON.stringify(messages[0].content === 'bad' ? { id } : { id, text: String(process.pid) }));
       }`,
      { serve: true },
    );
    const [one, two] = await Promise.all([ask(provider), ask(provider)]);
    expect(one.text).not.toBe(two.text);
    expect([one.text, two.text]).toContain((await ask(provider)).text);
    const bad = { ...request, messages: [{ role: 'user', content: 'bad' }] } as const;
    await expect(provider.ask(bad, new AbortController().signal)).rejects.toThrow(
      'none of `text`, `toolCalls` and `error`',
    );
  });
});

describe('an application by url', () => {
  it('gets its key and nothing else of this machine; plain text is the reply as it stands', async () => {
    const seen: unknown[] = [];
    const provider = await byUrl((asked, response) => {
      seen.push(Object.keys(asked.headers).sort(), asked.headers.authorization);
      response.setHeader('content-type', 'text/plain; charset=utf-8').end('{"text": "hi"}');
    });
    expect((await ask(provider)).text).toBe('{"text": "hi"}');
    expect(seen).toEqual([
      ['accept', 'authorization', 'connection', 'content-length', 'content-type', 'host', 'user-agent'],
      `Bearer ${key}`,
    ]);
  });

  it.each([
    [503, { reason: 'server', retryable: true, stopsProvider: false }],
    [429, { reason: 'rate-limit', retryable: true, stopsProvider: false, retryAfterMs: 2000 }],
    [400, { reason: 'server', retryable: false, stopsProvider: false }],
    [401, { reason: 'key', retryable: false, stopsProvider: true }],
  ])('that answers %i is waited out, refused or given up as a service is', async (status, expected) => {
    const provider = await byUrl((_, response) => {
      response.writeHead(status, { 'retry-after': '2' }).end(`no ${key}`);
    });
    const error = await fault(provider);
    expect(error).toMatchObject(expected);
    expect(error.message).toBe(`The application \`app\` answered ${status}: no [key].`);
  });

  it('that redirects is not followed', async () => {
    const provider = await byUrl((_, response) => response.writeHead(307, { location: '/other' }).end());
    expect(await fault(provider)).toMatchObject({
      stopsProvider: true,
      message: expect.stringContaining('not followed'),
    });
  });

  it('that hangs, breaks off or sends too much ends as a fault', async () => {
    const hanging = await byUrl(() => undefined, { timeoutMs: 200 });
    expect(await fault(hanging)).toMatchObject({ reason: 'timeout' });
    const cut = await byUrl((_, response) =>
      response.writeHead(200, { 'content-length': '50' }).end('{"te', () => response.destroy()),
    );
    expect(await fault(cut)).toMatchObject({ retryable: true });
    const large = await byUrl((_, response) => response.end('x'.repeat(9 * 2 ** 20)));
    expect((await fault(large)).message).toContain('larger than 8 MiB');
  });
});
