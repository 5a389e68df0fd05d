import { describe, expect, test } from 'vitest';
import type { LoggedCall } from '../../../src/core/logs/logged-call.ts';
import { CallSample } from '../../../src/core/monitor/call-sample.ts';
import type { CountedCall } from '../../../src/core/monitor/call-sum.ts';
import { rateSample } from '../../../src/core/monitor/rate-sample.ts';
import { readLogText } from '../../support/logged-calls.ts';

const counted = (given: Partial<CountedCall> = {}): CountedCall => ({
  tokens: { in: undefined, out: undefined, cached: undefined, reasoning: undefined },
  cost: { kind: 'unknown' },
  latencyMs: undefined,
  served: undefined,
  promptCharacters: () => 0,
  replyCharacters: 10,
  isError: false,
  isRefusal: false,
  isTruncated: false,
  ...given,
});

function callOf(at: number, segment: string | undefined, given: object = {}): LoggedCall {
  const { calls } = readLogText(
    `${JSON.stringify({ input: `question ${at}`, output: 'x', model: 'm', segment, ...given })}\n`,
    'a',
  );
  const [read] = calls;
  if (read === undefined) throw new Error('no call');
  const { input, output, variables, ...call } = read;
  return { ...call, output: () => output, texts: () => ({ input, output, variables }) };
}

function sampled(count: number, segmentOf: (at: number) => string | undefined, seed = 1, wanted = 40) {
  const sample = new CallSample(wanted, seed);
  for (let at = 0; at < count; at++) sample.offer(callOf(at, segmentOf(at)), counted());
  return sample;
}

const inputsOf = (sample: CallSample) =>
  sample.strata.flatMap(({ taken }) => taken.map(({ call }) => call.texts().input[0]?.content));

describe('a sample of logged calls', () => {
  test('is the same for the same calls and seed, and another for another seed', () => {
    const segment = (at: number) => (at % 10 === 0 ? 'pro' : 'free');
    expect(inputsOf(sampled(300, segment))).toEqual(inputsOf(sampled(300, segment)));
    expect(inputsOf(sampled(300, segment))).not.toEqual(inputsOf(sampled(300, segment, 2)));
  });

  test('takes of every segment as many, whatever its share, and more where one has few', () => {
    const taken = sampled(400, (at) => (at < 5 ? 'tiny' : at % 20 === 0 ? 'pro' : 'free')).strata;
    expect(taken.map(({ segment, calls, taken: own }) => [segment, calls, own.length])).toEqual([
      ['tiny', 5, 5],
      ['free', 376, 18],
      ['pro', 19, 17],
    ]);
  });

  test('draws each call as often as another, wherever it stands in the logs', () => {
    const times = new Map<string | undefined, number>();
    for (let seed = 0; seed < 60; seed++) {
      for (const input of inputsOf(sampled(100, () => undefined, seed, 20)))
        times.set(input, (times.get(input) ?? 0) + 1);
    }
    const thirds = [0, 0, 0];
    for (const [input, count] of times) {
      const third = Math.min(2, Math.floor(Number(input?.slice(9)) / 34));
      thirds[third] = (thirds[third] ?? 0) + count;
    }
    // 1,200 draws: 408, 408 and 384 expected, 16 their standard deviation.
    for (const third of thirds) expect(Math.abs(third - 400)).toBeLessThan(65);
  });

  test('samples segments together where there are more than it has calls for, and holds little of what is offered', () => {
    const { strata } = sampled(1000, (at) => (at % 2 === 0 ? 'big' : `user-${at}`), 1, 50);
    expect(strata.map(({ isOthers }) => isOthers)).toEqual([false, false, false, false, true]);
    expect(strata.reduce((sum, { taken }) => sum + taken.length, 0)).toBe(50);
    expect(strata.map(({ calls }) => calls)).toEqual([500, 1, 1, 1, 497]);
  });

  test('samples each declared segment by itself, though hundreds of other names come before it', () => {
    const sample = new CallSample(60, 1, ['pro', 'team']);
    const segmentOf = (at: number) => (at > 600 && at % 10 === 0 ? ['pro', 'team'][(at / 10) % 2] : `user-${at % 500}`);
    for (let at = 0; at < 3000; at++) sample.offer(callOf(at, segmentOf(at)), counted());
    const own = (name: string) => sample.strata.find(({ segment }) => segment === name)?.taken.length;
    expect(Math.min(own('pro') ?? 0, own('team') ?? 0)).toBeGreaterThanOrEqual(10);
    expect(sample.strata.find(({ isOthers }) => isOthers)?.taken.length).toBeGreaterThanOrEqual(10);
    expect(sample.strata.reduce((sum, { taken }) => sum + taken.length, 0)).toBeLessThanOrEqual(60);
    // Of fewer calls the strata are the same.
    const fewer = sample.strataOf(30);
    expect(fewer.map(({ segment }) => segment)).toEqual(sample.strata.map(({ segment }) => segment));
    const whole = new Set(sample.strata.flatMap(({ taken }) => taken));
    expect(fewer.flatMap(({ taken }) => taken).every((call) => whole.has(call))).toBe(true);
  });

  test('draws each call of segments that are sampled together as often as another', () => {
    let late = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { strata } = sampled(400, (at) => (at < 200 ? 'a' : `b-${at % 7}`), seed, 20);
      const rest = strata.find(({ isOthers }) => isOthers);
      late += rest?.taken.filter(({ call }) => call.segment !== 'a').length ?? 0;
      expect(rest?.calls).toBe(200);
    }
    // Ten of each draw are of 'a', the rest of the seven others together.
    expect(late).toBe(600);
  });

  test('holds texts masked and cut, and nobody’s name', () => {
    const sample = new CallSample(10, 1);
    const call = callOf(0, 'free', {
      input: `Write to ana@example.com. ${'long '.repeat(8000)}`,
      output: 'Call +44 20 7946 0958.',
      user: 'ana',
      session: 's',
    });
    sample.offer(call, counted());
    const [held] = sample.strata[0]?.taken ?? [];
    expect(held?.call.user).toBeUndefined();
    expect(held?.call.session).toBeUndefined();
    expect(held?.call.texts().input[0]?.content).toMatch(/^Write to \[e-mail\]\. long/u);
    expect(held?.call.texts().input[0]?.content.length).toBe(20_000);
    expect(held?.call.texts().output?.text).toBe('Call [phone].');
  });

  test('takes calls with a reply, and failed ones apart', () => {
    const sample = new CallSample(10, 1);
    sample.offer(callOf(1, undefined), counted({ isError: true }));
    sample.offer(callOf(2, undefined), counted({ replyCharacters: undefined }));
    sample.offer(callOf(3, undefined), counted({ isRefusal: true }));
    expect(inputsOf(sample)).toEqual(['question 3']);
    expect(sample.failures.map(({ failing }) => failing).toSorted()).toEqual([['failed'], ['refused']]);
  });
});

describe('grades of a sample', () => {
  test('are told of all calls, of each segment, and by model and prompt; what has no grade is unknown', () => {
    const sample = sampled(400, (at) => (at % 4 === 0 ? 'pro' : 'free'));
    const { strata } = sample;
    const grades = new Map(
      strata.flatMap(({ segment, taken }) =>
        taken.slice(0, segment === 'pro' ? 10 : 20).map((call) => [call, segment === 'pro' ? 0.2 : 0.8] as const),
      ),
    );
    const rows = rateSample(strata, { metric: 'helpfulness', scale: [1, 10], isTone: false, grades });
    expect(rows.map(({ by, segment, model, n, unknown }) => [by.length, segment, model, n, unknown])).toEqual([
      [0, null, null, 30, 10],
      [1, 'pro', null, 10, 10],
      [1, 'free', null, 20, 0],
      [3, 'pro', 'm', 10, 10],
      [3, 'free', 'm', 20, 0],
    ]);
    // 100 calls of pro at 2.8 and 300 of free at 8.2.
    expect(rows[0]?.mean).toBeCloseTo(6.85, 10);
    expect(rows[1]?.mean).toBeCloseTo(2.8, 10);
    const [unrated] = rateSample(strata, { metric: 'sentiment', scale: [-1, 1], isTone: true, grades: new Map() });
    expect(unrated).toMatchObject({ n: 0, unknown: 40, mean: null, interval: null, covers: 0 });
  });
});
