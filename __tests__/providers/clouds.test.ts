import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/core/json.ts';
import { ProviderError } from '../../src/core/ports.ts';
import type { Message } from '../../src/core/prompt.ts';
import type { ModelScript } from '../../src/embedded/model-service/script.ts';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { adapters } from '../../src/providers/adapters.ts';
import type { ServiceSettings } from '../../src/providers/service/create-service-provider.ts';
import { systemClock } from '../../src/providers/system-clock.ts';
import { entra, startEntraService } from '../support/entra-service.ts';
import { requestOf } from '../support/model-answers.ts';

const running: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const service of running.splice(0)) await service.close();
});

type Seen = { readonly target: string; readonly headers: IncomingHttpHeaders; readonly body: string };

/** A service at its public paths, behind a listener that keeps what comes as it came. */
async function start(script: Partial<ModelScript>) {
  const service = await startModelService({ seed: 's', otherwise: 'hello', ...script });
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    seen.push({ target: request.url ?? '', headers: request.headers, body });
    response.end('{}');
  });
  running.push(service, {
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const place = { url: new URL(service.url).origin, tap: `http://127.0.0.1:${address.port}`, seen };
  return { ...place, requests: service.requests, stats: service.stats };
}

async function providerAt(api: 'bedrock' | 'azure', baseUrl: string, held: Partial<ServiceSettings>) {
  const create = await adapters[api]();
  return create({ name: 'cloud', baseUrl, keyFrom: 'the variable CLOUD_KEY', clock: systemClock, ...held });
}

const signal = new AbortController().signal;

async function errorOf(asked: Promise<unknown>): Promise<ProviderError> {
  const error: unknown = await asked.catch((caught: unknown) => caught);
  if (error instanceof ProviderError) return error;
  throw new Error(`no ProviderError: ${String(error)}`);
}

describe('Bedrock', () => {
  const region = 'eu-central-1';
  const lasting = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
  const temporary = { ...lasting, sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE//token==' };

  it.each([
    ['lasting', lasting],
    ['temporary', temporary],
  ])('is asked by requests signed with %s credentials, whatever the name of the model', async (_, credentials) => {
    const { url, stats, tap, seen } = await start({ aws: { ...credentials, region } });
    const provider = await providerAt('bedrock', url, { credentials, region });
    for (const model of [
      'anthropic.claude-opus-4-8-v1:0',
      'arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.some (model)!',
    ])
      expect(await provider.ask(requestOf('hi', { model }), signal)).toMatchObject({
        text: 'hello',
        servedModel: model,
      });
    expect(stats()).toMatchObject({ answered: 2, refused: 0 });
    await errorOf((await providerAt('bedrock', tap, { credentials, region })).ask(requestOf('hi'), signal));
    expect(JSON.stringify(seen)).not.toContain(lasting.secretAccessKey);
    expect(
      Object.keys(seen[0]?.headers ?? {})
        .filter((name) => name.startsWith('x-'))
        .toSorted(),
    ).toEqual('sessionToken' in credentials ? ['x-amz-date', 'x-amz-security-token'] : ['x-amz-date']);
  });

  it.each([
    ['another secret', { ...lasting, secretAccessKey: 'another' }, region],
    ['another key id', { ...lasting, accessKeyId: 'AKIDOTHER' }, region],
    ['no session', lasting, region],
    ['another region', temporary, 'us-east-1'],
  ])('refuses what is signed with %s, and the error names the variables and no secret', async (_, credentials, of) => {
    const { url, stats } = await start({ aws: { ...temporary, region } });
    const provider = await providerAt('bedrock', url, { credentials, region: of });
    const error = await errorOf(provider.ask(requestOf('hi'), signal));
    expect(error).toMatchObject({ reason: 'key', stopsProvider: true });
    expect(error.message).toContain('CLOUD_KEY');
    expect(stats()).toMatchObject({ arrived: 1, answered: 0 });
  });

  it('repeats no secret that a service says', async () => {
    const echo = createServer((_, response) => {
      const message = `bad ${temporary.secretAccessKey} of ${temporary.sessionToken}`;
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
    });
    running.push({ close: () => echo.close() });
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
    const address = echo.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const provider = await providerAt('bedrock', `http://127.0.0.1:${port}`, { credentials: temporary, region });
    expect((await errorOf(provider.ask(requestOf('hi'), signal))).message).toContain('bad [key] of [key]');
  });

  it('lets user and assistant take turns, and gives the model what Converse has no name for', async () => {
    const { url, requests } = await start({});
    const provider = await providerAt('bedrock', url, { key: 'bedrock-api-key' });
    const guardrailConfig = { guardrailIdentifier: 'g-1', guardrailVersion: '1' };
    const params: JsonObject = {
      thinking: { type: 'adaptive' },
      top_k: 5,
      max_tokens: 9,
      stop: 'END',
      guardrailConfig,
    };
    const messages: readonly Message[] = [
      { role: 'user', content: 'One.' },
      { role: 'user', content: 'Two.' },
    ];
    await provider.ask({ ...requestOf('', { params }), messages }, signal);
    expect(requests()).toMatchObject([
      {
        messages: [{ role: 'user', content: 'One.Two.' }],
        params: {
          additionalModelRequestFields: { thinking: { type: 'adaptive' }, top_k: 5 },
          maxTokens: 9,
          stopSequences: ['END'],
          guardrailConfig,
        },
      },
    ]);
  });

  it('shows a document by a name that Converse takes, and says which kinds it does not take', async () => {
    const { url, tap, seen } = await start({});
    const shown = (mediaType: string): Message => {
      const source = { kind: 'data', mediaType, base64: 'aGk=' } as const;
      const parts = [
        { kind: 'text', text: 'Read.' } as const,
        { kind: 'file', name: 'a_b.v2  (1).pdf', source } as const,
      ];
      return { role: 'user', content: 'Read.', parts };
    };
    const ask = async (at: string, mediaType: string) =>
      (await providerAt('bedrock', at, {})).ask({ ...requestOf(''), messages: [shown(mediaType)] }, signal);
    expect((await ask(url, 'application/pdf')).text).toBe('hello');
    await errorOf(ask(tap, 'application/pdf'));
    expect(seen[0]?.body).toContain('"name":"a-b-v2 (1)-pdf"');
    expect(await errorOf(ask(url, 'application/zip'))).toMatchObject({
      message: expect.stringContaining('application/zip'),
      fix: expect.stringContaining('pdf'),
    });
  });

  it('does not ask where tools are given and forbidden', async () => {
    const { url, stats } = await start({});
    const tools = [{ type: 'function', function: { name: 'look', parameters: { type: 'object', properties: {} } } }];
    const provider = await providerAt('bedrock', url, {});
    const asked = provider.ask(requestOf('hi', { params: { tools, tool_choice: 'none' } }), signal);
    expect(await errorOf(asked)).toMatchObject({ reason: 'refused-request', retryable: false });
    expect(stats().arrived).toBe(0);
  });
});

describe('Azure', () => {
  const deployment = 'our gpt';

  it.each([
    ['the v1 API', {}, '/openai/v1/chat/completions', '/openai/v1/embeddings'],
    [
      'the dated API',
      { apiVersion: '2024-10-21' },
      '/openai/deployments/our%20gpt/chat/completions?api-version=2024-10-21',
      '/openai/deployments/our%20gpt/embeddings?api-version=2024-10-21',
    ],
  ])('is asked by %s, its key in a header of its own', async (_, held, chat, embedding) => {
    const key = 'azure-key-0123456789';
    const { url, tap, seen, requests } = await start({ key });
    const provider = await providerAt('azure', url, { key, ...held });
    expect(await provider.ask(requestOf('hi', { model: deployment }), signal)).toMatchObject({ text: 'hello' });
    const embed = { kind: 'embedding', provider: 'default', model: deployment, texts: ['a'] } as const;
    expect((await provider.ask(embed, signal)).vectors).toHaveLength(1);
    expect(requests()).toMatchObject([{ model: deployment }, { model: deployment }]);
    // Written with the path of the API, the address is the same.
    const tapped = await providerAt('azure', `${tap}/openai/v1`, { key, ...held });
    await errorOf(tapped.ask(requestOf('hi', { model: deployment }), signal));
    await errorOf(tapped.ask(embed, signal));
    expect(seen.map(({ target }) => target)).toEqual([chat, embedding]);
    for (const { headers } of seen) {
      expect(headers['api-key']).toBe(key);
      expect(headers).not.toHaveProperty('authorization');
    }
  });

  it('is let in by a token of Entra ID, which is told apart from a key', async () => {
    const key = 'eyJ0eXAiOiJKV1QifQ.a-token';
    const { url, tap, seen } = await start({ key });
    expect((await (await providerAt('azure', url, { key, isToken: true })).ask(requestOf('hi'), signal)).text).toBe(
      'hello',
    );
    await errorOf((await providerAt('azure', tap, { key, isToken: true })).ask(requestOf('hi'), signal));
    expect(seen[0]?.headers.authorization).toBe(`Bearer ${key}`);
    expect(seen[0]?.headers).not.toHaveProperty('api-key');
  });

  it.each([
    ['v1', {}],
    ['dated', { apiVersion: '2025-04-01-preview' }],
  ])('moves what chat completions refuse to the Responses API (%s)', async (_, held) => {
    const { url, stats } = await start({ refusesChat: () => 'Please use /v1/responses instead.' });
    const provider = await providerAt('azure', url, { key: 'k', ...held });
    expect(await provider.ask(requestOf('hi'), signal)).toMatchObject({ text: 'hello', adapted: { api: 'responses' } });
    expect(stats()).toMatchObject({ refused: 1, answered: 1 });
  });
});

describe('a workload identity', () => {
  const token = 'header.access-token-of-the-run.signature';
  const { clientId, tenantId, requestToken, assertion } = entra;
  const open = async (of: 'file' | 'github', expiresIn?: number) => {
    const service = await startEntraService(token, expiresIn);
    const folder = mkdtempSync(join(tmpdir(), 'identity-'));
    const path = join(folder, 'token');
    writeFileSync(path, `${assertion}\n`);
    running.push(service, { close: () => rmSync(folder, { recursive: true }) });
    const proof =
      of === 'file'
        ? ({ kind: 'file', path } as const)
        : ({ kind: 'github', url: service.oidcUrl, token: requestToken } as const);
    return { service, path, identity: { authority: service.url, tenantId, clientId, assertion: proof } };
  };

  it.each(['file', 'github'] as const)('is exchanged once for a token that all calls use (%s)', async (of) => {
    const { service, identity } = await open(of);
    const { url, stats } = await start({ key: token });
    const hidden = new Set<string>();
    const provider = await providerAt('azure', url, { identity, hide: (secret) => hidden.add(secret) });
    await Promise.all([1, 2, 3].map((count) => provider.ask(requestOf(`hi ${count}`), signal)));
    expect((await provider.ask(requestOf('hi'), signal)).text).toBe('hello');
    expect(stats()).toMatchObject({ answered: 4, refused: 0 });
    expect(service.exchanges()).toBe(1);
    expect(hidden).toEqual(new Set([assertion, token]));
  });

  it('is exchanged anew before its token ends', async () => {
    const { service, identity } = await open('file', 3600);
    const { url } = await start({ key: token });
    let now = systemClock.now();
    const provider = await providerAt('azure', url, { identity, clock: { ...systemClock, now: () => now } });
    for (const minutes of [0, 50, 6, 1]) {
      now += minutes * 60_000;
      await provider.ask(requestOf('hi'), signal);
    }
    expect(service.exchanges()).toBe(2);
  });

  it('that is refused is told in the words of Entra ID, without what proves it, and asked anew', async () => {
    const { service, identity, path } = await open('file');
    const { url, stats } = await start({ key: token });
    const provider = await providerAt('azure', url, { identity });
    writeFileSync(path, 'header.another-assertion.signature');
    const error = await errorOf(provider.ask(requestOf('hi'), signal));
    expect(error).toMatchObject({
      reason: 'key',
      stopsProvider: true,
      fix: expect.stringContaining('AZURE_CLIENT_ID'),
    });
    expect(error.message).toContain('AADSTS700213: No matching federated identity for [key].');
    expect(stats().arrived).toBe(0);
    writeFileSync(path, assertion);
    expect((await provider.ask(requestOf('hi'), signal)).text).toBe('hello');
    expect(service.exchanges()).toBe(1);
    rmSync(path);
    expect(
      (await errorOf((await providerAt('azure', url, { identity })).ask(requestOf('hi'), signal))).message,
    ).toContain('AZURE_FEDERATED_TOKEN_FILE');
  });

  it('is shown to no address that is neither https nor on this machine', async () => {
    const { identity } = await open('file');
    const { url } = await start({});
    const provider = await providerAt('azure', url, { identity: { ...identity, authority: 'http://login.example' } });
    expect(await errorOf(provider.ask(requestOf('hi'), signal))).toMatchObject({ reason: 'key', stopsProvider: true });
  });
});
