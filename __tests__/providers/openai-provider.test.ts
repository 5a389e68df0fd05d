import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EmbeddingRequest, Request } from '../../src/core/call.ts';
import { type Allowance, ProviderError } from '../../src/core/ports.ts';
import { faultKinds, type ModelScript } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { createOpenAiProvider } from '../../src/providers/openai/create-openai-provider.ts';
import { systemClock } from '../../src/providers/system-clock.ts';
import { requestOf } from '../support/model-answers.ts';

const key = 'sk-very-secret-key';
const running: { close: () => unknown }[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const service of running.splice(0)) await service.close();
});

async function start(script: Partial<ModelScript>): Promise<ModelService> {
  const service = await startModelService({ seed: 's', otherwise: 'hello', ...script });
  running.push(service);
  return service;
}

function startServer(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  running.push({ close: () => server.closeAllConnections() });
  return listen(server);
}

async function listen(server: TcpServer): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  running.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/v1`;
}

function providerAt(baseUrl: string, about: { key?: string } = { key }) {
  return createOpenAiProvider({
    name: 'router',
    baseUrl,
    keyFrom: 'the variable ROUTER_KEY',
    clock: systemClock,
    ...about,
  });
}

function ask(baseUrl: string, request: Request | EmbeddingRequest = requestOf('hi'), heed?: (told: Allowance) => void) {
  return providerAt(baseUrl).ask(request, new AbortController().signal, heed);
}

async function errorOf(asked: Promise<unknown>): Promise<ProviderError> {
  const error: unknown = await asked.catch((caught: unknown) => caught);
  if (error instanceof ProviderError) return error;
  throw new Error(`no ProviderError: ${String(error)}`);
}

describe('an answered call', () => {
  it('carries what the service said of the reply, and by whom it was served', async () => {
    const service = await start({
      otherwise: {
        text: 'hello',
        toolCalls: [{ name: 'look_up', arguments: '{"id":1}' }],
        usage: { inputTokens: 12, outputTokens: 7, cachedTokens: 4, reasoningTokens: 3 },
        costUsd: 0.0012,
        servedModel: 'small-2026-11-01',
      },
    });
    const answer = await ask(service.url);
    expect(answer).toMatchObject({
      text: 'hello',
      toolCalls: [{ name: 'look_up', arguments: '{"id":1}', id: expect.any(String) }],
      finishReason: 'tool_calls',
      usage: { inputTokens: 12, outputTokens: 7, cachedTokens: 4, reasoningTokens: 3 },
      billedUsd: 0.0012,
      servedModel: 'small-2026-11-01',
      servedBy: 'router',
      endpoint: service.url,
      fingerprint: 'scripted-by-promptgate',
    });
    expect(answer.latencyMs).toBeGreaterThan(0);
    expect(answer).not.toHaveProperty('adapted');
  });

  it('leaves out of the usage what the service did not count', async () => {
    const service = await start({ otherwise: { text: 'hello', usage: null } });
    const answer = await ask(service.url);
    expect(answer.usage).toEqual({});
    expect(answer).not.toHaveProperty('billedUsd');
  });

  it('was asked with the parameters that were set and with nothing else', async () => {
    let sent: unknown;
    let headers: NodeJS.Dict<string | string[]> = {};
    const url = await startServer((request, response) => {
      headers = request.headers;
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        sent = JSON.parse(body);
        response.end(JSON.stringify({ choices: [{ message: { content: 'x' } }] }));
      });
    });
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-leak: 1');
    vi.stubEnv('OPENAI_ORG_ID', 'org');
    vi.stubEnv('OPENAI_PROJECT_ID', 'project');
    vi.stubEnv('OPENAI_BASE_URL', 'https://elsewhere.example/v1');
    vi.stubEnv('OPENAI_API_KEY', 'sk-other');
    const answer = await ask(url, requestOf('hi', { params: { temperature: 0.5, seed: 7 } }));
    expect(sent).toEqual({ model: 'small', messages: [{ role: 'user', content: 'hi' }], temperature: 0.5, seed: 7 });
    expect(headers['authorization']).toBe(`Bearer ${key}`);
    const known =
      /^(?:host|connection|accept|accept-language|accept-encoding|sec-fetch-mode|user-agent|content-type|content-length|authorization)$/u;
    expect(Object.keys(headers).filter((name) => !known.test(name))).toEqual([]);
    expect(answer.finishReason).toBe('unknown');
  });

  it('sends no authorization where there is no key', async () => {
    let authorization: string | undefined = 'unset';
    const url = await startServer((request, response) => {
      authorization = request.headers.authorization;
      response.end(JSON.stringify({ choices: [{ message: { content: 'x' } }] }));
    });
    await providerAt(url, {}).ask(requestOf('hi'), new AbortController().signal);
    expect(authorization).toBeUndefined();
  });

  it('is read behind a byte order mark', async () => {
    const url = await startServer((_, response) =>
      response.end(`\u{feff}${JSON.stringify({ choices: [{ message: { content: 'x' } }] })}`),
    );
    expect((await ask(url)).text).toBe('x');
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['deflate', deflateRawSync],
    ['Identity', (text: string) => Buffer.from(text)],
    ['zstd', zstdCompressSync],
  ])('is read where the service packs it, though nobody asked for that (%s)', async (encoding, pack) => {
    const url = await startServer((_, response) => {
      const body = JSON.stringify({ choices: [{ message: { content: 'naïve 🙂' } }] });
      response.writeHead(200, { 'content-encoding': encoding }).end(pack(body));
    });
    expect((await ask(url)).text).toBe('naïve 🙂');
  });

  it('takes a refusal in its own field for what was said, and parts for one text', async () => {
    const messages = [
      { content: null, refusal: 'I will not.' },
      {
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b' },
        ],
      },
    ];
    const url = await startServer((_, response) =>
      response.end(JSON.stringify({ choices: [{ message: messages.shift() }] })),
    );
    expect((await ask(url)).text).toBe('I will not.');
    expect((await ask(url)).text).toBe('ab');
  });

  it('brings vectors in the order of the texts', async () => {
    const url = await startServer((_, response) =>
      response.end(
        JSON.stringify({
          data: [
            { index: 1, embedding: [0, 1] },
            { index: 0, embedding: [1, 0] },
          ],
          usage: { prompt_tokens: 3 },
        }),
      ),
    );
    const request: EmbeddingRequest = { kind: 'embedding', provider: 'router', model: 'e', texts: ['a', 'b'] };
    expect(await ask(url, request)).toMatchObject({
      vectors: [
        [1, 0],
        [0, 1],
      ],
      usage: { inputTokens: 3 },
    });
    const three = { ...request, texts: ['a', 'b', 'c'] };
    expect(await errorOf(ask(url, three))).toMatchObject({ reason: 'malformed', retryable: true });
  });
});

describe('a message', () => {
  const sent = async (messages: Request['messages']): Promise<unknown> => {
    let body = '';
    const url = await startServer(async (request, response) => {
      for await (const chunk of request) body += String(chunk);
      response.end(JSON.stringify({ choices: [{ message: { content: 'x' } }] }));
    });
    await ask(url, { ...requestOf(''), messages });
    return JSON.parse(body).messages;
  };

  it('is sent with its parts as the API names them', async () => {
    const bytes = { kind: 'data', base64: 'AAAA' } as const;
    const parts = [
      { kind: 'text', text: 'Look:' },
      { kind: 'image', source: { kind: 'url', url: 'https://example.com/a.png' } },
      { kind: 'image', source: { ...bytes, mediaType: 'image/png' } },
      { kind: 'audio', source: { ...bytes, mediaType: 'audio/mpeg' } },
      { kind: 'file', source: { ...bytes, mediaType: 'application/pdf' }, name: 'bill.pdf' },
    ] as const;
    expect(await sent([{ role: 'user', content: 'Look:', parts }])).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Look:' },
          { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
          { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } },
          { type: 'input_audio', input_audio: { data: 'AAAA', format: 'mp3' } },
          { type: 'file', file: { filename: 'bill.pdf', file_data: 'data:application/pdf;base64,AAAA' } },
        ],
      },
    ]);
  });

  it('is sent with the tools that were called, and their results by the id of the call', async () => {
    const toolCalls = [{ id: 'call_7', name: 'get_order', arguments: '{"id":"A1"}' }];
    expect(
      await sent([
        { role: 'assistant', content: '', toolCalls },
        { role: 'tool', content: '{"status":"shipped"}', toolCallId: 'call_7' },
      ]),
    ).toEqual([
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'call_7', type: 'function', function: { name: 'get_order', arguments: '{"id":"A1"}' } }],
      },
      { role: 'tool', content: '{"status":"shipped"}', tool_call_id: 'call_7' },
    ]);
  });

  it('is not sent with a part that the API has no form for', async () => {
    const service = await start({});
    const sound = { kind: 'audio', source: { kind: 'url', url: 'https://example.com/a.mp3' }, name: 'a.mp3' } as const;
    const request = { ...requestOf(''), messages: [{ role: 'user' as const, content: '', parts: [sound] }] };
    const error = await errorOf(ask(service.url, request));
    expect(error).toMatchObject({ reason: 'refused-request', retryable: false, fix: 'Give the file itself.' });
    expect(error.message).toContain('a sound (a.mp3)');
    expect(service.stats().arrived).toBe(0);
  });
});

describe('a refused parameter', () => {
  const unsupported = { '*': { max_tokens: 'max_completion_tokens', temperature: null } };

  it('is renamed or left out once, remembered for the model, and said', async () => {
    const service = await start({ unsupported });
    const provider = providerAt(service.url);
    const request = requestOf('hi', { params: { max_tokens: 9, temperature: 0, seed: 1 } });
    const signal = new AbortController().signal;
    const adapted = { max_tokens: 'max_completion_tokens', temperature: null };
    expect(await provider.ask(request, signal)).toMatchObject({ text: 'hello', adapted });
    expect(service.stats()).toMatchObject({ refused: 2, answered: 1 });
    expect(await provider.ask(request, signal)).toMatchObject({ adapted });
    expect(service.stats()).toMatchObject({ refused: 2, answered: 2 });
    expect(service.requests()[0]).toMatchObject({ params: { max_completion_tokens: 9, seed: 1 } });
    expect(service.requests()[0]).not.toHaveProperty('params.temperature');
    // A call that sets none of them was not adapted.
    expect(await provider.ask(requestOf('hi'), signal)).not.toHaveProperty('adapted');
  });

  it('is left out where its other name is refused too', async () => {
    const service = await start({ unsupported: { '*': { max_tokens: null, max_completion_tokens: null } } });
    const answer = await ask(service.url, requestOf('hi', { params: { max_tokens: 9 } }));
    expect(answer.adapted).toEqual({ max_tokens: null });
  });

  it('is learnt once by calls that meet the refusal together', async () => {
    const service = await start({ unsupported, latency: { ms: 5 } });
    const provider = providerAt(service.url);
    const request = requestOf('hi', { params: { max_tokens: 9 } });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => provider.ask(request, new AbortController().signal)),
    );
    expect(answers.map(({ adapted }) => adapted)).toEqual(answers.map(() => ({ max_tokens: 'max_completion_tokens' })));
    expect(service.stats().refused).toBeLessThanOrEqual(8);
  });

  it('is not left out where the reply would answer another question', async () => {
    const service = await start({ unsupported: { '*': { tools: null } } });
    const error = await errorOf(ask(service.url, requestOf('hi', { params: { tools: [] } })));
    expect(error).toMatchObject({ reason: 'refused-request', retryable: false });
    expect(error.message).toContain("Unsupported parameter: 'tools'");
  });

  it('is found by its name where the service says it in words only', async () => {
    const url = await startServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        if (body.includes('logit_bias')) {
          response.statusCode = 422;
          response.end(JSON.stringify({ error: { message: 'model does not support parameters: logit_bias' } }));
        } else response.end(JSON.stringify({ choices: [{ message: { content: 'x' } }] }));
      });
    });
    const answer = await ask(url, requestOf('hi', { params: { bias: 1, logit_bias: {} } }));
    expect(answer.adapted).toEqual({ logit_bias: null });
  });
});

describe('a failed call', () => {
  const expected = {
    'rate-limit': { reason: 'rate-limit', retryable: true, retryAfterMs: undefined },
    'rate-limit-hint': { reason: 'rate-limit', retryable: true, retryAfterMs: 20 },
    'server-error': { reason: 'server', retryable: true },
    'unavailable-page': { reason: 'server', retryable: true },
    reset: { reason: 'connection', retryable: true },
    'cut-body': { reason: 'malformed', retryable: true },
    'cut-json': { reason: 'malformed', retryable: true },
    'empty-body': { reason: 'malformed', retryable: true },
    'empty-choices': { reason: 'malformed', retryable: true },
    'wrong-shape': { reason: 'malformed', retryable: true },
    page: { reason: 'malformed', retryable: true },
    'error-in-200': { reason: 'malformed', retryable: true },
    redirect: { reason: 'malformed', retryable: true },
    unauthorized: { reason: 'key', retryable: false, stopsProvider: true },
    forbidden: { reason: 'key', retryable: false, stopsProvider: true },
    quota: { reason: 'quota', retryable: false, stopsProvider: true },
    refused: { reason: 'refused-request', retryable: false, stopsProvider: false },
  } as const;

  it.each(faultKinds.filter((kind) => kind !== 'hang' && kind !== 'drip'))('by %s says what it means', async (kind) => {
    const service = await start({ faults: () => ({ kind }) });
    const error = await errorOf(ask(service.url));
    expect(error).toMatchObject(expected[kind as keyof typeof expected]);
    expect(error.message).toMatch(/^(?:router|The quota of router) /u);
    expect(error.message).not.toContain(key);
  });

  it('that hangs or drips ends with its signal', async () => {
    for (const kind of ['hang', 'drip'] as const) {
      const service = await start({ faults: () => ({ kind }) });
      const controller = new AbortController();
      const asked = providerAt(service.url).ask(requestOf('hi'), controller.signal);
      setTimeout(() => controller.abort(), 60);
      await expect(asked).rejects.toThrow();
    }
  });

  it('by a wrong key names where the key comes from', async () => {
    const service = await start({ key: 'another' });
    expect((await errorOf(ask(service.url))).message).toContain('ROUTER_KEY');
  });

  it('by an unknown model names model and endpoint, and stops that model', async () => {
    const service = await start({ models: ['large'] });
    const error = await errorOf(ask(service.url));
    expect(error).toMatchObject({ reason: 'refused-request', stopsModel: true });
    expect(error.message).toContain('`small`');
    expect(error.message).toContain(service.url);
  });

  it('by an address where nothing listens names the address and the fault', async () => {
    const service = await start({});
    await service.close();
    const error = await errorOf(ask(service.url));
    expect(error).toMatchObject({ reason: 'connection', retryable: true });
    expect(error.message).toContain(service.url);
    expect(error.message).toContain('ECONNREFUSED');
  });

  it.each([
    ['in a packing that nobody knows', { 'content-encoding': 'zstd-2' }, 'x', 'no whole JSON'],
    ['damaged in its packing', { 'content-encoding': 'gzip' }, 'no gzip', 'in the middle of its answer'],
  ])('by an answer %s is malformed, and worth another attempt', async (_, headers, body, said) => {
    const url = await startServer((_request, response) => response.writeHead(200, headers).end(body));
    const error = await errorOf(ask(url));
    expect(error).toMatchObject({ reason: 'malformed', retryable: true });
    expect(error.message).toContain(said);
  });

  it('by an answer without an end is malformed, and not read to its end', async () => {
    let sent = 0;
    const url = await startServer((_, response) => {
      const more = (): void => {
        if (response.destroyed) return;
        sent += 2 ** 20;
        response.write(Buffer.alloc(2 ** 20, 32), () => setImmediate(more));
      };
      more();
    });
    const error = await errorOf(ask(url));
    expect(error).toMatchObject({ reason: 'malformed', retryable: true });
    expect(error.message).toContain('larger than 8 MiB');
    expect(sent).toBeLessThan(200 * 2 ** 20);
  });

  it('by a switch to another protocol ends at once', async () => {
    const url = await listen(
      createTcpServer((socket) => {
        socket.once('data', () =>
          socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n'),
        );
        socket.on('error', () => {});
      }),
    );
    expect(await errorOf(ask(url))).toMatchObject({ reason: 'malformed', retryable: true });
  });

  it('by what is no HTTP is malformed', async () => {
    const url = await listen(
      createTcpServer((socket) => {
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nbad name: 1\r\ncontent-length: 2\r\n\r\n{}'));
        socket.on('error', () => {});
      }),
    );
    const error = await errorOf(ask(url));
    expect(error).toMatchObject({ reason: 'malformed', retryable: true });
    expect(error.message).toContain('no HTTP answer');
  });

  it('on a connection that was closed meanwhile is no failure: it is sent anew at once', async () => {
    let answered = 0;
    const body = JSON.stringify({ choices: [{ message: { content: 'x' } }] });
    const url = await listen(
      createTcpServer((socket) => {
        let heard = '';
        socket.on('error', () => {});
        socket.on('data', (chunk) => {
          heard += String(chunk);
          if (!heard.endsWith('}')) return;
          // A second request on a connection is dropped, as by a service that closes idle ones.
          if (heard.split('POST ').length > 2) socket.resetAndDestroy();
          else {
            answered += 1;
            socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
          }
        });
      }),
    );
    const provider = providerAt(url);
    for (let at = 0; at < 6; at += 1) {
      expect((await provider.ask(requestOf(`q${at}`), new AbortController().signal)).text).toBe('x');
    }
    expect(answered).toBe(6);
  });

  it('by a status that HTTP does not know is malformed', async () => {
    const url = await startServer((_, response) => response.writeHead(799).end('{}'));
    expect(await errorOf(ask(url))).toMatchObject({ reason: 'malformed', retryable: true });
  });

  it('by a redirect never sends the prompt to the other address', async () => {
    let reached = 0;
    const elsewhere = await startServer((_, response) => {
      reached += 1;
      response.end('{}');
    });
    const service = await start({ faults: () => ({ kind: 'redirect', location: `${elsewhere}/chat/completions` }) });
    expect((await errorOf(ask(service.url))).message).toContain('redirects');
    expect(reached).toBe(0);
  });

  it('keeps the key, control characters and length of the service’s words out of the message', async () => {
    const url = await startServer((_, response) => {
      response.statusCode = 400;
      response.end(JSON.stringify({ error: { message: `bad ${key}\r\n::error::x\u202e ${'long '.repeat(500)}` } }));
    });
    const { message } = await errorOf(ask(url));
    expect(message).toContain('bad [key] ::error::x');
    expect(message).not.toMatch(/[\r\n\u202e]/u);
    expect(message.length).toBeLessThan(400);
  });

  it.each([
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': '86400' }, 86_400_000],
    [{ 'retry-after-ms': '1500', 'retry-after': '9' }, 1_500],
    [{ 'retry-after': 'soon' }, undefined],
  ])('reads the hint %j at any length', async (headers, ms) => {
    const url = await startServer((_, response) => response.writeHead(429, headers).end('{}'));
    expect((await errorOf(ask(url))).retryAfterMs).toBe(ms);
  });

  it('reads a hint that is a date', async () => {
    const url = await startServer((_, response) =>
      response.writeHead(503, { 'retry-after': new Date(Date.now() + 90_000).toUTCString() }).end(''),
    );
    const { retryAfterMs = 0 } = await errorOf(ask(url));
    expect(Math.abs(retryAfterMs - 90_000)).toBeLessThan(5_000);
  });
});

describe('the allowance', () => {
  it('is told from the headers of answers and of refusals', async () => {
    const service = await start({ rate: { requests: 1, windowMs: 60_000 } });
    const told: Allowance[] = [];
    await ask(service.url, requestOf('hi'), (allowance) => told.push(allowance));
    await errorOf(ask(service.url, requestOf('hi'), (allowance) => told.push(allowance)));
    expect(told.map(({ requests }) => requests?.remaining)).toEqual([0, 0]);
    expect(told[0]?.requests?.resetMs).toBeGreaterThan(50_000);
  });
});

it.each(['http://example.com/v1', 'ftp://127.0.0.1/v1', 'https://user:pw@example.com', 'nonsense'])(
  'a provider at %s is refused before anything is sent',
  (url) => {
    expect(() => providerAt(url)).toThrow(ProviderError);
  },
);
