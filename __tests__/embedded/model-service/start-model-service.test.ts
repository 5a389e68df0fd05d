import { afterEach, describe, expect, it } from 'vitest';
import { drawChance } from '../../../src/embedded/model-service/answer-request.ts';
import type { ModelScript } from '../../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../../src/embedded/model-service/start-model-service.ts';
import { embedText } from '../../../src/embedded/model-service/write-answer.ts';

const running: ModelService[] = [];
afterEach(async () => {
  for (const service of running.splice(0)) await service.close();
});

async function start(script: Partial<ModelScript> = {}): Promise<ModelService> {
  const service = await startModelService({ seed: 's', ...script });
  running.push(service);
  return service;
}

async function post(
  service: ModelService,
  body: object,
  path = '/chat/completions',
  headers: Record<string, string> = {},
) {
  const response = await fetch(service.url + path, { method: 'POST', body: JSON.stringify(body), headers });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}

const chat = (content: string, more: object = {}) => ({
  model: 'small',
  messages: [{ role: 'user', content }],
  ...more,
});

describe('the model service', () => {
  it('answers by the first rule that fits and says that it is scripted', async () => {
    const service = await start({
      rules: [
        { model: 'large', reply: 'large' },
        { when: 'refund', reply: ({ user, params }) => `${user} at ${params['temperature']}` },
        { when: /^ship/u, reply: { text: '', toolCalls: [{ name: 'track', arguments: '{}' }] } },
      ],
      otherwise: 'else',
    });
    const refund = await post(service, chat('refund?', { temperature: 0.5 }));
    expect(refund.body).toMatchObject({
      system_fingerprint: 'scripted-by-promptgate',
      choices: [{ message: { content: 'refund? at 0.5' }, finish_reason: 'stop' }],
    });
    expect(refund.headers.get('x-scripted')).toBe('scripted-by-promptgate');
    expect((await post(service, chat('ship'))).body.choices[0]).toMatchObject({
      message: { content: null, tool_calls: [{ function: { name: 'track' } }] },
      finish_reason: 'tool_calls',
    });
    expect((await post(service, chat('other'))).body.choices[0].message.content).toBe('else');
    expect((await post(service, { ...chat('refund'), model: 'large' })).body.choices[0].message.content).toBe('large');
  });

  it('draws chance from seed, request and how often it came, whatever came between', async () => {
    const script = { otherwise: ({ random }: { random: () => number }) => String(random()) };
    const say = async (service: ModelService, text: string) =>
      (await post(service, chat(text))).body.choices[0].message.content;
    const one = await start(script);
    const inOrder = [await say(one, 'a'), await say(one, 'a'), await say(one, 'b')];
    const two = await start(script);
    const mixed = [await say(two, 'b'), await say(two, 'a'), await say(two, 'a')];
    expect(mixed).toEqual([inOrder[2], inOrder[0], inOrder[1]]);
    expect(new Set(inOrder).size).toBe(3);
    expect(await say(await start({ ...script, seed: 'other' }), 'a')).not.toBe(inOrder[0]);
  });

  it('refuses what a service refuses: key, model, address, shape', async () => {
    const service = await start({ key: 'k', models: ['small'], otherwise: 'x' });
    const auth = { authorization: 'Bearer k' };
    expect((await post(service, chat('a'))).status).toBe(401);
    expect((await post(service, chat('a'), undefined, auth)).status).toBe(200);
    expect((await post(service, { ...chat('a'), model: 'typo' }, undefined, auth)).status).toBe(404);
    expect((await post(service, chat('a'), '/moderations', auth)).status).toBe(404);
    expect((await post(service, { model: 'small' }, undefined, auth)).status).toBe(400);
    expect(service.stats()).toMatchObject({ arrived: 5, answered: 1, refused: 4 });
  });

  it('says what no rule fits, so that a forgotten one is seen', async () => {
    const service = await start();
    const { status, body } = await post(service, chat('forgotten'));
    expect(status).toBe(400);
    expect(body.error.message).toContain('forgotten');
  });

  it('limits the rate with the headers that services send', async () => {
    const service = await start({ otherwise: 'x', rate: { requests: 2, windowMs: 60_000 } });
    const first = await post(service, chat('a'));
    expect(first.headers.get('x-ratelimit-remaining-requests')).toBe('1');
    await post(service, chat('a'));
    const over = await post(service, chat('a'));
    expect(over.status).toBe(429);
    expect(Number(over.headers.get('retry-after-ms'))).toBeGreaterThan(0);
  });

  it('limits how many are under way', async () => {
    const service = await start({ otherwise: 'x', latency: { ms: 100 }, atOnce: 1 });
    const statuses = await Promise.all([post(service, chat('a')), post(service, chat('b'))]);
    expect(statuses.map(({ status }) => status).toSorted()).toEqual([200, 429]);
  });

  it('gives texts vectors of length 1 that are near where words are shared', async () => {
    const service = await start();
    const { body } = await post(
      service,
      { model: 'e', input: ['a red rose', 'a red tulip', 'tax law'] },
      '/embeddings',
    );
    const [rose, tulip, tax]: number[][] = body.data.map((entry: { embedding: number[] }) => entry.embedding);
    const dot = (a: readonly number[] = [], b: readonly number[] = []) =>
      a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
    expect(dot(rose, rose)).toBeCloseTo(1, 9);
    expect(dot(rose, tulip)).toBeGreaterThan(dot(rose, tax));
    expect(Math.hypot(...embedText(''))).toBe(1);
  });

  it('keeps what it was asked, unless it is told not to', async () => {
    const kept = await start({ otherwise: 'x' });
    await post(kept, chat('a'));
    expect(kept.requests()).toMatchObject([
      { kind: 'chat', model: 'small', messages: [{ role: 'user', content: 'a' }] },
    ]);
    const not = await start({ otherwise: 'x', record: false });
    await post(not, chat('a'));
    expect(not.requests()).toEqual([]);
  });
});

it('chance is the same for the same words, within [0, 1), and spread over it', () => {
  const draws = Array.from({ length: 2000 }, (_, index) => drawChance('seed', index)());
  expect(drawChance('seed', 5)()).toBe(draws[5]);
  expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
  const tenths = Array.from(
    { length: 10 },
    (_, tenth) => draws.filter((draw) => Math.floor(draw * 10) === tenth).length,
  );
  expect(Math.min(...tenths)).toBeGreaterThan(140);
  expect(Math.max(...tenths)).toBeLessThan(260);
});
