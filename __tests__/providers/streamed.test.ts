import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { ProviderError } from '../../src/core/ports.ts';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { streamedApis } from '../../src/providers/adapters.ts';
import { requestOf } from '../support/model-answers.ts';
import { providerFor } from '../support/spoken-apis.ts';

const running: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const service of running.splice(0)) await service.close();
});

/** A service that streams the same events to everybody. */
async function streaming(events: readonly (object | string)[]): Promise<string> {
  const body = events.map((one) => `data: ${typeof one === 'string' ? one : JSON.stringify(one)}\n\n`).join('');
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).end(body);
  });
  running.push({ close: () => server.close() });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/v1`;
}

async function ask(api: (typeof streamedApis)[number], url: string) {
  const provider = await providerFor(api, url, 'key', { stream: true });
  return provider.ask(requestOf('hi'), new AbortController().signal);
}

async function errorOf(asked: Promise<unknown>): Promise<ProviderError> {
  const error: unknown = await asked.catch((caught: unknown) => caught);
  if (error instanceof ProviderError) return error;
  throw new Error(`no ProviderError: ${String(error)}`);
}

const chunk = (delta: object, finish_reason: string | null = null) => ({
  choices: [{ index: 0, delta, finish_reason }],
});
const delta = (text: string) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } });
const begun = [
  { type: 'message_start', message: { id: 'm', model: 'small', content: [], usage: { input_tokens: 3 } } },
  { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
];

describe.each(streamedApis)('a reply streamed by api: %s', (api) => {
  it('tells when its first token came, and not when the stream began', async () => {
    const service = await startModelService({
      seed: 's',
      otherwise: { text: 'Hello', firstTokenMs: 60, latencyMs: 700 },
    });
    running.push(service);
    const { firstTokenMs = 0, latencyMs } = await ask(api, service.url);
    expect(firstTokenMs).toBeGreaterThan(50);
    expect(latencyMs).toBeGreaterThan(firstTokenMs + 200);
  });

  it('is asked whole of a service that refuses to stream, once for the model', async () => {
    const service = await startModelService({
      seed: 's',
      otherwise: 'Hello',
      refusesStream: 'Your organization must be verified to stream this model.',
    });
    running.push(service);
    const provider = await providerFor(api, service.url, 'key', { stream: true });
    for (const answered of [1, 2]) {
      const answer = await provider.ask(requestOf('hi'), new AbortController().signal);
      expect(answer).toMatchObject({ text: 'Hello' });
      expect(answer).not.toHaveProperty('firstTokenMs');
      expect(service.stats()).toMatchObject({ refused: 1, answered });
    }
  });
});

describe('a stream that goes wrong', () => {
  const error = { message: 'Overloaded' };
  it.each([
    ['chat', 'an error', [chunk({ content: 'Hel' }), { error }], 'Overloaded'],
    [
      'responses',
      'an error',
      [
        { type: 'response.output_text.delta', delta: 'Hel' },
        { type: 'error', ...error },
      ],
      'Overloaded',
    ],
    ['anthropic', 'an error', [...begun, delta('Hel'), { type: 'error', error }], 'Overloaded'],
    ['chat', 'its end too soon', [chunk({ content: 'Hel' })], 'middle of its answer'],
    ['chat', 'its end before its usage', [chunk({ content: 'Hello' }), chunk({}, 'stop')], 'middle of its answer'],
    ['responses', 'its end too soon', [{ type: 'response.output_text.delta', delta: 'Hel' }], 'middle of its answer'],
    ['anthropic', 'its end too soon', [...begun, delta('Hel')], 'middle of its answer'],
    [
      'anthropic',
      'a call without its arguments',
      [
        begun[0] ?? {},
        { type: 'content_block_start', index: 0, content_block: { type: 'tool_use', id: 't', name: 'f', input: {} } },
        { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '{"a":' } },
        { type: 'message_stop' },
      ],
      'middle of its answer',
    ],
    ['chat', 'no event at all', [], 'middle of its answer'],
    ['chat', 'what is no JSON', ['hello', '[DONE]'], 'no whole JSON'],
    ['chat', 'no choice', ['[DONE]'], 'no chat completion'],
  ] as const)('by api: %s with %s is worth another attempt, and no reply', async (api, _, events, said) => {
    const fault = await errorOf(ask(api, await streaming(events)));
    expect(fault).toMatchObject({ reason: 'malformed', retryable: true });
    expect(fault.message).toContain(said);
  });
});

describe('a stream of chat completions', () => {
  it('joins calls in pieces, with and without an index, and reads a refusal and the tokens', async () => {
    const call = (id: string | undefined, written: string, index?: number) => ({
      tool_calls: [
        {
          ...(index === undefined ? {} : { index }),
          ...(id === undefined ? {} : { id }),
          function: id === undefined ? { arguments: written } : { name: `f_${id}`, arguments: written },
        },
      ],
    });
    const toolCalls = [
      { id: 'a', name: 'f_a', arguments: '{"x":1}' },
      { id: 'b', name: 'f_b', arguments: '{}' },
    ];
    for (const indexes of [
      [0, 0, 1],
      [undefined, undefined, undefined],
    ]) {
      const url = await streaming([
        chunk(call('a', '{"x"', indexes[0])),
        chunk(call(undefined, ':1}', indexes[1])),
        chunk(call('b', '{}', indexes[2])),
        chunk({}, 'tool_calls'),
        { choices: [], usage: { prompt_tokens: 7, completion_tokens: 2 } },
        '[DONE]',
      ]);
      expect(await ask('chat', url)).toMatchObject({
        toolCalls,
        finishReason: 'tool_calls',
        usage: { inputTokens: 7, outputTokens: 2 },
      });
    }
    const refused = await streaming([chunk({ refusal: 'I will ' }), chunk({ refusal: 'not.' }, 'stop'), '[DONE]']);
    expect(await ask('chat', refused)).toMatchObject({ text: 'I will not.', finishReason: 'stop' });
  });

  it('is whole with its usage where a service sends no mark of its end', async () => {
    const usage = { prompt_tokens: 7, completion_tokens: 2 };
    const url = await streaming([chunk({ content: 'Hello' }), chunk({}, 'stop'), { choices: [], usage }]);
    expect(await ask('chat', url)).toMatchObject({ text: 'Hello', usage: { inputTokens: 7, outputTokens: 2 } });
  });

  it('has said nothing while it reasons', async () => {
    const url = await streaming([chunk({ reasoning_content: 'Hm' }), chunk({}, 'length'), '[DONE]']);
    expect(await ask('chat', url)).toMatchObject({
      text: '',
      finishReason: 'length',
      firstTokenMs: expect.any(Number),
    });
  });
});

describe('a stream of responses', () => {
  it('takes the items as they ended where the last event does not repeat them', async () => {
    const item = { type: 'message', content: [{ type: 'output_text', text: 'Hello' }] };
    const url = await streaming([
      { type: 'response.output_item.done', item },
      { type: 'response.completed', response: { id: 'r', status: 'completed', output: [] } },
    ]);
    expect(await ask('responses', url)).toMatchObject({ text: 'Hello', finishReason: 'stop' });
  });
});
