import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Request } from '../../src/core/call.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { type Allowance, ProviderError } from '../../src/core/ports.ts';
import type { Message } from '../../src/core/prompt.ts';
import type { Api } from '../../src/core/settings/provider-schema.ts';
import { faultKinds, type ModelScript } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { adapters, streamedApis } from '../../src/providers/adapters.ts';
import { requestOf } from '../support/model-answers.ts';
import { providerFor as openProvider, spokenApis } from '../support/spoken-apis.ts';

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

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  running.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/v1`;
}

async function errorOf(asked: Promise<unknown>): Promise<ProviderError> {
  const error: unknown = await asked.catch((caught: unknown) => caught);
  if (error instanceof ProviderError) return error;
  throw new Error(`no ProviderError: ${String(error)}`);
}

const tools = ['get_order', 'get_customer'].map((name) => ({
  type: 'function',
  function: {
    name,
    description: `Looks up by ${name}.`,
    parameters: { type: 'object', properties: { id: { type: 'string', pattern: '^[A-Z]\\d$' } }, required: ['id'] },
  },
}));

it('speaks every API that the config may name', () => {
  expect(Object.keys(adapters).toSorted()).toEqual([...spokenApis].toSorted());
});

/** Every API as ever, and streamed as far as it is: what it answers is the same. */
const forms = [
  ...spokenApis.map((api) => ({ api, stream: false })),
  ...streamedApis.map((api) => ({ api, stream: true })),
];

describe.each(forms)('a provider by api: $api (streamed: $stream)', ({ api, stream }) => {
  // Azure speaks as chat completions do.
  const isChat = api === 'chat' || api === 'azure';
  const providerFor = (of: Api, url: string, held?: string) =>
    openProvider(of, url, held, stream ? { stream: true } : {});
  const ask = async (url: string, request: Request, heed?: (told: Allowance) => void) =>
    (await providerFor(api, url, key)).ask(request, new AbortController().signal, heed);
  const talk = (messages: readonly Message[], params: JsonObject = {}): Request => {
    return { ...requestOf('', { params }), messages };
  };

  it('answers what the service said, with its tokens, who served it, and how it ended', async () => {
    const told = { inputTokens: 10, outputTokens: 6, cachedTokens: 4 };
    const usage = { ...told, reasoningTokens: 2 };
    const service = await start({ otherwise: { text: 'Hello, you.', usage, servedModel: 'small-2026-01-02' } });
    expect(await ask(service.url, requestOf('hi'))).toMatchObject({
      text: 'Hello, you.',
      toolCalls: [],
      finishReason: 'stop',
      // Converse tells neither what answered nor how much of it was reasoning.
      usage: api === 'bedrock' ? told : usage,
      servedModel: api === 'bedrock' ? 'small' : 'small-2026-01-02',
      servedBy: 'router',
      endpoint: service.url,
      responseId: expect.stringContaining('scripted'),
    });
    // Only chat completions tell a fingerprint.
    const { fingerprint } = await ask(service.url, requestOf('hi'));
    expect(fingerprint === undefined).toBe(!isChat);
  });

  it('sends the words of the system, of the user and of the assistant in their order', async () => {
    const service = await start({});
    const messages = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello' },
      { role: 'user', content: 'And now?' },
    ] as const;
    await ask(service.url, talk(messages));
    expect(service.requests()).toMatchObject([{ kind: 'chat', model: 'small', messages }]);
    // A prompt that is the system's words alone is asked as well.
    expect((await ask(service.url, talk([{ role: 'system', content: 'Say hello.' }]))).text).toBe('hello');
    expect(service.requests()[1]).toMatchObject({ messages: [{ content: 'Say hello.' }] });
  });

  it('offers tools, reads parallel calls with their ids, and sends calls and results back', async () => {
    const calls = [
      { name: 'get_order', arguments: '{"id":"A1"}' },
      { name: 'get_customer', arguments: '{"id":"B2"}' },
    ];
    const service = await start({
      rules: [
        { when: 'shipped', reply: 'It is on its way.' },
        {
          when: 'Where',
          reply: { text: '', toolCalls: calls, ...(isChat ? {} : { sealed: 'sealed-thought' }) },
        },
      ],
    });
    const question = { role: 'user', content: 'Where is A1?' } as const;
    const first = await ask(service.url, talk([question], { tools, tool_choice: 'auto' }));
    expect(first).toMatchObject({ toolCalls: calls, finishReason: 'tool_calls' });
    const ids = first.toolCalls.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    const results = ids.map((toolCallId, at): Message => {
      return {
        role: 'tool',
        content: at === 0 ? '{"status":"shipped"}' : 'Ann',
        ...(toolCallId === undefined ? {} : { toolCallId }),
      };
    });
    const { toolCalls, carried } = first;
    const called: Message = {
      role: 'assistant',
      content: '',
      toolCalls,
      ...(carried === undefined ? {} : { carried }),
    };
    const last = await ask(service.url, talk([question, called, ...results], { tools }));
    expect(last).toMatchObject({ text: 'It is on its way.', finishReason: 'stop' });
    const [offered, answered] = service.requests();
    for (const {
      function: { name, description, parameters },
    } of tools) {
      const told = JSON.stringify(offered);
      expect(told).toContain(JSON.stringify(name));
      expect(told).toContain(JSON.stringify(description));
      expect(told).toContain(JSON.stringify(parameters));
    }
    // What was sealed goes back as it came; chat completions have nothing of the kind.
    expect(JSON.stringify(answered).includes('sealed-thought')).toBe(!isChat);
    if (!isChat) {
      expect(answered).toMatchObject({ messages: [question, { role: 'assistant', toolCalls }, ...results] });
    }
  });

  it('asks for JSON by a schema, to the letter', async () => {
    const service = await start({ otherwise: '{"total":3}' });
    const schema = {
      type: 'object',
      properties: { total: { type: 'number', minimum: 0 } },
      additionalProperties: false,
    };
    const response_format = { type: 'json_schema', json_schema: { name: 'sum', schema, strict: true } };
    const answer = await ask(service.url, requestOf('sum', { params: { response_format, max_tokens: 64 } }));
    expect(answer).toMatchObject({ text: '{"total":3}' });
    expect(answer).not.toHaveProperty('adapted');
    const sent = JSON.stringify(service.requests());
    expect(sent).toContain(JSON.stringify(schema));
    expect(sent).toMatch(/"(?:max_tokens|max_output_tokens|maxOutputTokens|maxTokens)":64/u);
  });

  it('leaves a parameter out that is refused by name, once for the model, and says so', async () => {
    const called = api === 'gemini' || api === 'bedrock' ? 'topP' : 'top_p';
    const service = await start({ unsupported: { '*': { [called]: null } } });
    const provider = await providerFor(api, service.url, key);
    const request = requestOf('hi', { params: { top_p: 0.5, temperature: 0 } });
    for (const refused of [1, 1]) {
      expect(await provider.ask(request, new AbortController().signal)).toMatchObject({ adapted: { top_p: null } });
      expect(service.stats().refused).toBe(refused);
    }
    expect(service.requests()).toMatchObject([{ params: { temperature: 0 } }, { params: { temperature: 0 } }]);
  });

  it('says which parameters the API has no place for', async () => {
    const service = await start({});
    const { adapted } = await ask(
      service.url,
      requestOf('hi', { params: { seed: 1, logit_bias: { 5: 1 }, temperature: 0 } }),
    );
    const left = {
      chat: undefined,
      responses: { seed: null, logit_bias: null },
      anthropic: { seed: null, logit_bias: null },
      gemini: { logit_bias: null },
      bedrock: { seed: null, logit_bias: null },
      azure: undefined,
    };
    expect(adapted).toEqual(left[api]);
  });

  it.each([
    ['length', 'length'],
    ['content_filter', 'content_filter'],
  ])('tells a reply that was ended by %s', async (finishReason, told) => {
    const service = await start({ otherwise: { text: 'Once upon', finishReason } });
    expect(await ask(service.url, requestOf('hi'))).toMatchObject({ text: 'Once upon', finishReason: told });
  });

  it('heeds what the service still takes', async () => {
    const service = await start({ rate: { requests: 1, windowMs: 60_000 } });
    const told: Allowance[] = [];
    await ask(service.url, requestOf('hi'), (allowance) => told.push(allowance));
    const error = await errorOf(ask(service.url, requestOf('hi'), (allowance) => told.push(allowance)));
    expect(error).toMatchObject({ reason: 'rate-limit', retryable: true });
    expect(error.retryAfterMs).toBeGreaterThan(50_000);
    expect(told.map(({ requests }) => requests?.remaining)).toEqual(
      api === 'gemini' || api === 'bedrock' ? [] : [0, 0],
    );
    for (const { requests } of told) expect(requests?.resetMs).toBeGreaterThan(50_000);
  });

  const expected = {
    'rate-limit': { reason: 'rate-limit', retryable: true },
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
    unauthorized: { reason: 'key', stopsProvider: true },
    forbidden: { reason: 'key', stopsProvider: true },
    quota: { reason: 'quota', stopsProvider: true },
    refused: { reason: 'refused-request', retryable: false, stopsProvider: false },
  } as const;
  const isTimed = (kind: string): kind is 'hang' | 'drip' => kind === 'hang' || kind === 'drip';

  it.each(faultKinds.flatMap((kind) => (isTimed(kind) ? [] : [kind])))(
    'by the fault %s says what it means',
    async (kind) => {
      const service = await start({ faults: () => ({ kind }) });
      const error = await errorOf(ask(service.url, requestOf('hi')));
      expect(error).toMatchObject(expected[kind]);
      expect(error.message).toMatch(/^(?:router|The quota of router) /u);
      expect(error.message).not.toMatch(/\{"(?:error|type":"error)|undefined/u);
      // No attempt of a library's own.
      expect(service.stats().arrived).toBe(1);
    },
  );

  it('ends a call that hangs or drips by its signal', async () => {
    for (const kind of ['hang', 'drip'] as const) {
      const service = await start({ faults: () => ({ kind }) });
      const asked = (await providerFor(api, service.url)).ask(requestOf('hi'), AbortSignal.timeout(60));
      await expect(asked).rejects.toThrow();
    }
  });

  it('says of a model that is not known there its name and the address', async () => {
    const service = await start({ models: ['large'] });
    const error = await errorOf(ask(service.url, requestOf('hi')));
    expect(error).toMatchObject({ reason: 'refused-request', stopsModel: true });
    expect(error.message).toContain('`small`');
    expect(error.message).toContain(service.url);
  });

  it('names where the key comes from that is wrong, and repeats no key', async () => {
    const service = await start({ key: 'another' });
    expect((await errorOf(ask(service.url, requestOf('hi')))).message).toContain('ROUTER_KEY');
    const url = await listen((_, response) => {
      const body = { error: { code: 400, message: `bad ${key}\r\n::error::x‮`, status: 'INVALID_ARGUMENT' } };
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    const { message } = await errorOf(ask(url, requestOf('hi')));
    expect(message).toContain('bad [key] ::error::x');
    expect(message).not.toMatch(/[\r\n‮]/u);
  });

  it('takes nothing from the environment, sends no header but its own, and no key where there is none', async () => {
    const variables = {
      OPENAI: ['API_KEY', 'BASE_URL', 'ORG_ID', 'PROJECT_ID', 'ADMIN_KEY', 'CUSTOM_HEADERS', 'LOG'],
      ANTHROPIC: ['API_KEY', 'AUTH_TOKEN', 'BASE_URL', 'CUSTOM_HEADERS', 'LOG', 'PROFILE', 'WEBHOOK_SIGNING_KEY'],
      GOOGLE: ['API_KEY', 'GENERATIVE_AI_API_KEY', 'CLOUD_PROJECT', 'GEMINI_BASE_URL', 'GENAI_USE_VERTEXAI'],
      GEMINI: ['API_KEY', 'BASE_URL'],
      AWS: ['ACCESS_KEY_ID', 'SECRET_ACCESS_KEY', 'SESSION_TOKEN', 'BEARER_TOKEN_BEDROCK', 'REGION', 'ENDPOINT_URL'],
      AZURE: ['OPENAI_API_KEY', 'OPENAI_AD_TOKEN', 'OPENAI_ENDPOINT', 'CLIENT_ID', 'FEDERATED_TOKEN_FILE'],
    };
    for (const [vendor, names] of Object.entries(variables))
      for (const name of names) vi.stubEnv(`${vendor}_${name}`, 'x-leaked: leaked');
    const seen: IncomingHttpHeaders[] = [];
    const written: string[] = [];
    const service = await start({});
    const url = await listen(async (request, response) => {
      seen.push(request.headers);
      let body = '';
      for await (const chunk of request) body += String(chunk);
      written.push(request.url ?? '', body);
      const answer = await fetch(new URL(request.url ?? '', service.url), { method: 'POST', body });
      response.writeHead(200, { 'content-type': answer.headers.get('content-type') ?? '' }).end(await answer.text());
    });
    expect((await ask(url, requestOf('hi'))).text).toBe('hello');
    expect((await (await providerFor(api, url)).ask(requestOf('hi'), new AbortController().signal)).text).toBe('hello');
    expect(JSON.stringify([seen, written])).not.toContain('leaked');
    const own =
      /^(?:host|connection|content-(?:type|length)|accept|user-agent|authorization|x-api-key|x-goog-api-key|api-key|anthropic-version)$/u;
    expect(seen.flatMap((headers) => Object.keys(headers)).filter((name) => !own.test(name))).toEqual([]);
    expect(seen.map((headers) => JSON.stringify(headers).includes(key))).toEqual([true, false]);
    expect(JSON.stringify(seen[1])).not.toMatch(/authorization|api-key/u);
    expect(seen[0]?.['user-agent']).toBe('promptgate');
  });

  it('is sent to its API alone, whatever a prompt names as its model', async () => {
    const paths: string[] = [];
    const url = await listen((request, response) => {
      paths.push(request.url ?? '');
      response.end('{}');
    });
    for (const model of ['m/../../key/generate?a=', 'm#', '..', '.'])
      await errorOf(ask(url, { ...requestOf('hi'), model }));
    expect(paths.filter((path) => /\/key|\?a=|#|^\/(?:v1\/)?converse/u.test(path))).toEqual([]);
    expect(paths.filter((path) => !/^\/(?:v1|model|openai)/u.test(path))).toEqual([]);
  });

  it('sends no prompt to where it is redirected', async () => {
    let reached = 0;
    const elsewhere = await listen((_, response) => {
      reached += 1;
      response.end('{}');
    });
    const service = await start({ faults: () => ({ kind: 'redirect', location: `${elsewhere}/x` }) });
    expect((await errorOf(ask(service.url, requestOf('hi')))).message).toContain('redirects');
    expect(reached).toBe(0);
  });

  it('shows an image by its bytes and by its address, and says which sound it cannot send', async () => {
    const bodies: string[] = [];
    const service = await start({});
    const url = await listen(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      bodies.push(body);
      const answer = await fetch(new URL(request.url ?? '', service.url), { method: 'POST', body });
      response.writeHead(200, { 'content-type': answer.headers.get('content-type') ?? '' }).end(await answer.text());
    });
    const parts = [
      { kind: 'text', text: 'What is this?' },
      { kind: 'image', source: { kind: 'data', mediaType: 'image/png', base64: 'iVBORw0KGgo=' } },
      { kind: 'image', source: { kind: 'url', url: 'https://example.com/a.jpg' } },
    ] as const;
    const shown = (count: number) =>
      ask(url, talk([{ role: 'user', content: 'What is this?', parts: parts.slice(0, count) }]));
    if (api === 'bedrock') {
      expect(await errorOf(shown(3))).toMatchObject({ message: expect.stringContaining('reads no address') });
      await shown(2);
    } else {
      await shown(3);
      expect(bodies[0]).toContain('https://example.com/a.jpg');
    }
    expect(bodies[0]).toContain('iVBORw0KGgo=');
    const sound = {
      kind: 'audio',
      source: { kind: 'data', mediaType: 'audio/wav', base64: 'AAAA' },
      name: 'a.wav',
    } as const;
    const asked = ask(url, talk([{ role: 'user', content: '', parts: [sound] }]));
    if (isChat || api === 'gemini' || api === 'bedrock') expect((await asked).text).toBe('hello');
    else
      expect(await errorOf(asked)).toMatchObject({
        reason: 'refused-request',
        message: expect.stringContaining('a.wav'),
      });
  });

  it('gives vectors in the order of the texts, or says that it has none', async () => {
    const service = await start({});
    const provider = await providerFor(api, service.url, key);
    const embed = (texts: readonly string[]) =>
      provider.ask({ kind: 'embedding', provider: 'default', model: 'near', texts }, new AbortController().signal);
    if (api === 'anthropic' || api === 'bedrock') {
      expect(await errorOf(embed(['a']))).toMatchObject({ reason: 'refused-request', retryable: false });
      return;
    }
    const [both, second] = [await embed(['one', 'two']), await embed(['two'])];
    expect(both.vectors).toHaveLength(2);
    expect(both.vectors?.[1]).toEqual(second.vectors?.[0]);
  });
});

describe('chat completions that refuse a model’s tools with reasoning', () => {
  it('move the model to the Responses API, once, and say so', async () => {
    const said =
      'Function tools with reasoning_effort are not supported for small in /v1/chat/completions. Please use /v1/responses instead.';
    const service = await start({
      refusesChat: (params) =>
        params['tools'] !== undefined && params['reasoning_effort'] !== undefined ? said : undefined,
    });
    const provider = await openProvider('chat', service.url, key);
    const request = requestOf('hi', { params: { tools, reasoning_effort: 'low', seed: 1 } });
    const signal = new AbortController().signal;
    expect(await provider.ask(request, signal)).toMatchObject({
      text: 'hello',
      adapted: { api: 'responses', seed: null },
    });
    // What would be taken goes there as well: both sides are asked by one API.
    expect(await provider.ask(requestOf('hi'), signal)).toMatchObject({ adapted: { api: 'responses' } });
    expect(service.stats()).toMatchObject({ refused: 1, answered: 2 });
    expect(service.requests()[0]).toMatchObject({ params: { reasoning: { effort: 'low' } } });
    expect(await provider.ask(requestOf('hi', { model: 'other' }), signal)).not.toHaveProperty('adapted');
  });
});
