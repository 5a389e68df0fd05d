import { describe, expect, it, vi } from 'vitest';
import { mostAtRisk } from '../../../src/app/ask/lane.ts';
import { type Call, callFor } from '../../../src/core/call.ts';
import { ProviderError } from '../../../src/core/ports.ts';
import type { Answer } from '../../../src/core/reply.ts';
import { openSqliteStore } from '../../../src/store/sqlite-store.ts';
import { answerOf, requestOf } from '../../support/model-answers.ts';
import { askingOf, callsOf, endsOf } from '../../support/model-asking.ts';
import { fastClock } from '../../support/model-fast-clock.ts';
import { fail, recordingProvider } from '../../support/model-provider.ts';

const all = (count: number, end = 'answered') => Array.from({ length: count }, () => end);

describe('asking', () => {
  it('answers every call in the order of the calls, without the text, which is in the store', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 20);
    const { asking, store } = askingOf(provider, { clock });
    const calls = callsOf(10);
    const replies = await Promise.all(calls.map(asking.ask));
    expect(replies.map(({ call }) => call)).toEqual(calls.map(({ id }) => id));
    expect(replies[3]).not.toHaveProperty('answer.text');
    expect(store.find(calls[3]?.id ?? '')?.text).toBe('reply to q3');
    expect(provider.mostAtOnce()).toBe(4);
    expect(asking.spent()).toMatchObject({ made: 10, kept: 0, failed: 0, retried: 0 });
    expect(asking.spent().unpriced).toEqual(new Map([['small', 10]]));
  });

  it('asks equal calls that are under way once', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 20);
    const { asking } = askingOf(provider, { clock });
    const call = callFor(requestOf('same'), 0, 'reply');
    const replies = await Promise.all([asking.ask(call), asking.ask(call), asking.ask({ ...call })]);
    expect(endsOf(replies)).toEqual(all(3));
    expect(provider.asked).toHaveLength(1);
    expect(asking.spent()).toMatchObject({ made: 1, shared: 2 });
  });

  it('takes kept answers over, but none that is too old or of another endpoint', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 1);
    const { asking, store } = askingOf(provider, { clock });
    const [kept, old, elsewhere] = callsOf(3);
    if (kept === undefined || old === undefined || elsewhere === undefined) throw new Error('three calls');
    await store.keep(kept, answerOf('kept', { at: 5, endpoint: 'https://one.example/v1' }));
    await store.keep(old, answerOf('old', { at: 5 }));
    await store.keep(elsewhere, answerOf('elsewhere', { at: 5, endpoint: 'https://two.example/v1' }));
    const asked = [kept, { ...old, notBefore: 6 }, elsewhere];
    expect(asked.map(asking.isKept)).toEqual([true, false, false]);
    const replies = await Promise.all(asked.map(asking.ask));
    expect(replies.map((reply) => reply.kind === 'answered' && reply.kept)).toEqual([true, false, false]);
    expect(store.find(old.id)?.text).toBe('reply to q1');
    expect(asking.spent()).toMatchObject({ made: 2, kept: 1 });
  });

  it('asks a judge anew whose kept answer cannot be read, once a run, and takes over one that can', async () => {
    const clock = fastClock(20);
    await clock.sleep(10);
    const provider = recordingProvider(clock, 1);
    const { asking, store } = askingOf(provider, { clock });
    const properties = { reason: { type: 'string' }, score: { type: 'integer', enum: [1, 2, 3] } };
    const params = { response_format: { type: 'json_schema', json_schema: { name: 'grade', schema: { properties } } } };
    const [good, bad] = ['good', 'bad'].map((text) => callFor({ ...requestOf(text), params }, 0, 'judge'));
    if (good === undefined || bad === undefined) throw new Error('two calls');
    await store.keep(good, answerOf('{"reason": "fine", "score": 2.5}', { at: 1 }));
    await store.keep(bad, answerOf('{"reason": "odd", "score": 9}', { at: 1 }));
    expect([good, bad].map(asking.isKept)).toEqual([true, false]);
    const ask = () => Promise.all([good, bad].map(asking.ask));
    expect((await ask()).map((reply) => reply.kind === 'answered' && reply.kept)).toEqual([true, false]);
    await ask();
    expect(provider.asked).toHaveLength(1);
  });

  it('goes on while the disk is slow, but only so far that a kill would lose little', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 1);
    const quick = openSqliteStore(':memory:', clock);
    const disk: (() => void)[] = [];
    const store = {
      ...quick,
      keep: async (call: Call, answer: Answer) => {
        await new Promise<void>((resolve) => disk.push(resolve));
        await quick.keep(call, answer);
      },
    };
    const { asking } = askingOf(provider, { clock, store });
    let counted = 0;
    const replies = callsOf(12).map((call) => asking.ask(call).finally(() => (counted += 1)));
    // Five calls, of which a width of four may be under way: one more than were under way at once.
    await vi.waitFor(() => expect(disk).toHaveLength(mostAtRisk(4)));
    await clock.sleep(1_000);
    expect(provider.asked).toHaveLength(mostAtRisk(4));
    expect(counted).toBe(0);
    disk.shift()?.();
    await vi.waitFor(() => expect(provider.asked).toHaveLength(mostAtRisk(4) + 1));
    const writing = setInterval(() => disk.shift()?.(), 1);
    expect(endsOf(await Promise.all(replies))).toEqual(all(12));
    clearInterval(writing);
  });

  it('is not held by a provider that never comes back, not even where its signal is aborted', async () => {
    const clock = fastClock(20);
    const deaf = { ...recordingProvider(clock, 1), ask: () => new Promise<never>(() => {}) };
    const { asking } = askingOf(deaf, { clock, limits: { attemptTimeoutMs: 100, attempts: 1 } });
    expect(endsOf(await Promise.all(callsOf(5).map(asking.ask)))).toEqual(all(5, 'timeout'));
  });

  it('sends questions about replies before new replies', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 20);
    const { asking } = askingOf(provider, { clock, limits: { concurrency: 1 } });
    const judge = callFor(requestOf('judge'), 0, 'judge');
    await Promise.all([...callsOf(3), judge].map(asking.ask));
    expect(provider.asked.map(({ text }) => text)).toEqual(['q0', 'judge', 'q1', 'q2']);
  });

  it('reports each end, by model', async () => {
    const clock = fastClock(20);
    const { asking, reported } = askingOf(recordingProvider(clock, 1), { clock });
    await Promise.all([...callsOf(2), ...callsOf(1, { model: 'large' })].map(asking.ask));
    expect(reported).toHaveLength(3);
    expect(reported.at(-1)).toMatchObject({ done: 3, planned: 3, failed: 0 });
    expect(reported.at(-1)?.byModel.get('small')).toEqual({ done: 2, planned: 2 });
  });

  it('counts tokens itself where the service does not, and says that it did', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 1, () => ({ usage: {}, text: 'four words of text' }));
    const { asking } = askingOf(provider, { clock });
    const [reply] = await Promise.all(callsOf(1).map(asking.ask));
    expect(reply).toMatchObject({ answer: { usage: { estimated: true, outputTokens: 4 } } });
  });

  it('rejects where the store cannot keep what was paid for, and leaves no call waiting', async () => {
    const clock = fastClock(20);
    const store = {
      find: () => undefined,
      keep: async () => Promise.reject(new Error('disk full')),
      share: async () => {},
      close: () => {},
    };
    const { asking } = askingOf(recordingProvider(clock, 1), { clock, store, limits: { concurrency: 1 } });
    const ended = await Promise.allSettled(callsOf(3).map(asking.ask));
    expect(ended.map(({ status }) => status)).toEqual(all(3, 'rejected'));
  });

  it('says that a provider is not known', async () => {
    const { asking } = askingOf(undefined);
    const [reply] = await Promise.all(callsOf(1, { provider: 'nobody' }).map(asking.ask));
    expect(reply).toMatchObject({
      kind: 'failed',
      reason: 'refused-request',
      message: expect.stringContaining('nobody'),
    });
  });
});

describe('trouble', () => {
  it('is tried again until it is over', async () => {
    const clock = fastClock(50);
    const provider = recordingProvider(clock, 1, ({ arrival }) => (arrival < 3 ? fail('server') : {}));
    const { asking } = askingOf(provider, { clock, limits: { concurrency: 1 } });
    expect(endsOf(await Promise.all(callsOf(2).map(asking.ask)))).toEqual(all(2));
    expect(asking.spent()).toMatchObject({ made: 2, retried: 3, failed: 0 });
  });

  it('of one call ends after its attempts, with the last reason', async () => {
    const clock = fastClock(200);
    const provider = recordingProvider(clock, 1, ({ text }) => (text === 'q0' ? fail('malformed') : {}));
    const { asking } = askingOf(provider, { clock, limits: { attempts: 4 } });
    const replies = await Promise.all(callsOf(5).map(asking.ask));
    expect(endsOf(replies)).toEqual(['malformed', ...all(4)]);
    expect(provider.asked.filter(({ text }) => text === 'q0')).toHaveLength(4);
    expect(replies[0]).toMatchObject({ message: expect.stringContaining('4 times') });
  });

  it('ends an attempt that takes too long, and tries again', async () => {
    const clock = fastClock(20);
    let first = true;
    const slow = recordingProvider(clock, 1_000_000);
    const quick = recordingProvider(clock, 1);
    const provider = {
      ask: (...args: Parameters<typeof slow.ask>) => {
        const asked = first ? slow : quick;
        first = false;
        return asked.ask(...args);
      },
    };
    const { asking } = askingOf(provider, { clock, limits: { attemptTimeoutMs: 500 } });
    expect(endsOf(await Promise.all(callsOf(1).map(asking.ask)))).toEqual(['answered']);
    expect(asking.spent().retried).toBe(1);
  });

  it.each(['key', 'quota'] as const)('with the %s stops the provider at once with one message', async (reason) => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 5, () => fail(reason, { stopsProvider: true }));
    const { asking } = askingOf(provider, { clock, limits: { concurrency: 2 } });
    const replies = await Promise.all(callsOf(50).map(asking.ask));
    expect(endsOf(replies)).toEqual(all(50, reason));
    expect(new Set(replies.map((reply) => reply.kind === 'failed' && reply.message))).toEqual(
      new Set([`it said ${reason}`]),
    );
    expect(provider.asked.length).toBeLessThanOrEqual(2);
    expect(asking.spent().stopped).toEqual([{ provider: 'default', message: `it said ${reason}` }]);
  });

  it('with an unknown model stops that model only', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 5, ({ text }) =>
      text === 'bad' ? fail('refused-request', { stopsModel: true }) : {},
    );
    const { asking } = askingOf(provider, { clock, limits: { concurrency: 1 } });
    const bad = Array.from({ length: 5 }, (_, trial) => callFor(requestOf('bad', { model: 'typo' }), trial, 'reply'));
    expect(endsOf(await Promise.all([...bad, ...callsOf(2)].map(asking.ask)))).toEqual([
      ...all(5, 'refused-request'),
      ...all(2),
    ]);
    expect(provider.asked.filter(({ text }) => text === 'bad')).toHaveLength(1);
  });

  it('with single requests refuses those only, until nothing but refusals comes', async () => {
    const clock = fastClock(20);
    const odd = recordingProvider(clock, 1, ({ text }) => (text === 'q1' ? fail('refused-request') : {}));
    const some = askingOf(odd, { clock, limits: { concurrency: 1 } });
    expect(endsOf(await Promise.all(callsOf(4).map(some.asking.ask)))).toEqual([
      'answered',
      'refused-request',
      'answered',
      'answered',
    ]);
    const never = recordingProvider(clock, 1, () => fail('refused-request'));
    const none = askingOf(never, { clock, limits: { concurrency: 1 } });
    expect(endsOf(await Promise.all(callsOf(40).map(none.asking.ask)))).toEqual(all(40, 'refused-request'));
    expect(never.asked).toHaveLength(3);
  });

  it('that never ends gives a provider up soon instead of trying every call', async () => {
    const clock = fastClock(200);
    const provider = recordingProvider(clock, 1, () => fail('connection'));
    const { asking } = askingOf(provider, { clock });
    const replies = await Promise.all(callsOf(200).map(asking.ask));
    expect(endsOf(replies)).toEqual(all(200, 'connection'));
    expect(provider.asked.length).toBeLessThan(30);
  });

  it('that limits the rate without end gives a provider up once a call was refused as often as one may be', async () => {
    const clock = fastClock(500);
    const provider = recordingProvider(clock, 1, () => fail('rate-limit'));
    const { asking } = askingOf(provider, { clock, limits: { timeoutMs: 1_000_000_000 } });
    expect(endsOf(await Promise.all(callsOf(200).map(asking.ask)))).toEqual(all(200, 'rate-limit'));
    expect(provider.asked.length).toBeLessThan(400);
    expect(asking.spent().stopped).toMatchObject([{ message: expect.stringMatching(/answered none of \d+ attempts/) }]);
  });

  it.each([
    ['without a hint', undefined],
    ['with a hint of a minute', 60_000],
  ])(
    'that limits the rate without end %s gives a provider up within some minutes, not by the timeout',
    async (_, retryAfterMs) => {
      const clock = fastClock(500);
      const provider = recordingProvider(clock, 1, () =>
        fail('rate-limit', retryAfterMs === undefined ? {} : { retryAfterMs }),
      );
      const { asking } = askingOf(provider, { clock, limits: { timeoutMs: 1_800_000, concurrency: 16 } });
      expect(endsOf(await Promise.all(callsOf(200).map(asking.ask)))).toEqual(all(200, 'rate-limit'));
      expect(clock.monotonic()).toBeLessThan(240_000);
      expect(asking.spent().stopped).toHaveLength(1);
    },
  );

  it('of one provider does not slow another', async () => {
    const clock = fastClock(20);
    const troubled = recordingProvider(clock, 1, () => fail('rate-limit', { retryAfterMs: 100_000 }));
    const sound = recordingProvider(clock, 1);
    const { asking } = askingOf(sound, {
      clock,
      limits: { timeoutMs: 50_000 },
      seats: { other: { provider: troubled, endpoint: 'https://two.example/v1' } },
    });
    const slow = callsOf(3, { provider: 'other' }).map(asking.ask);
    expect(endsOf(await Promise.all(callsOf(20).map(asking.ask)))).toEqual(all(20));
    expect(clock.monotonic()).toBeLessThan(20_000);
    expect(endsOf(await Promise.all(slow))).toEqual(all(3, 'deadline'));
  });

  it('that is a fault of ours is thrown, not swallowed', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 1, () => {
      throw new TypeError('a bug');
    });
    const { asking } = askingOf(provider, { clock });
    await expect(Promise.all(callsOf(1).map(asking.ask))).rejects.toThrow('a bug');
    expect(new ProviderError('x', { reason: 'server' }).retryable).toBe(false);
  });
});

describe('the pace', () => {
  it('waits as long as the service asks, for all calls', async () => {
    const clock = fastClock(100);
    const provider = recordingProvider(clock, 1, ({ arrival }) =>
      arrival === 0 ? fail('rate-limit', { retryAfterMs: 30_000 }) : {},
    );
    const { asking } = askingOf(provider, { clock, limits: { concurrency: 1 } });
    expect(endsOf(await Promise.all(callsOf(3).map(asking.ask)))).toEqual(all(3));
    const [first, second] = provider.asked;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(30_000);
  });

  it('does not wait for what comes after the deadline', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 1, () => fail('rate-limit', { retryAfterMs: 3_600_000 }));
    const { asking } = askingOf(provider, { clock, limits: { timeoutMs: 1_800_000 } });
    expect(endsOf(await Promise.all(callsOf(9).map(asking.ask)))).toEqual(all(9, 'deadline'));
    expect(clock.monotonic()).toBeLessThan(100_000);
  });

  it('keeps to the requests that the service says are left', async () => {
    const clock = fastClock(20);
    const window = 2_000;
    let opened = 0;
    let used = 0;
    let refused = 0;
    const provider = recordingProvider(clock, 10, ({ heed }) => {
      if (clock.monotonic() - opened >= window) {
        opened = clock.monotonic();
        used = 0;
      }
      used += 1;
      heed({ requests: { remaining: Math.max(0, 5 - used), resetMs: opened + window - clock.monotonic() } });
      if (used <= 5) return {};
      refused += 1;
      return fail('rate-limit');
    });
    const { asking } = askingOf(provider, { clock, limits: { concurrency: 3 } });
    expect(endsOf(await Promise.all(callsOf(20).map(asking.ask)))).toEqual(all(20));
    expect(refused).toBeLessThanOrEqual(3);
  });
});

describe('the deadline and cancelling', () => {
  it('start nothing new after the deadline and account for what is missing', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 400);
    const { asking } = askingOf(provider, { clock, limits: { concurrency: 2, timeoutMs: 1_000 } });
    const ends = endsOf(await Promise.all(callsOf(40).map(asking.ask)));
    const answered = ends.filter((end) => end === 'answered').length;
    expect(answered).toBe(provider.asked.length);
    expect(answered).toBeGreaterThan(0);
    expect(ends.filter((end) => end === 'deadline')).toHaveLength(40 - answered);
    expect(asking.mayAsk(1)).toBe('deadline');
  });

  it('do not mind when the time of day jumps', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 10, () => {
      clock.jump(-86_400_000);
      return {};
    });
    const { asking } = askingOf(provider, { clock });
    clock.jump(86_400_000);
    expect(endsOf(await Promise.all(callsOf(10).map(asking.ask)))).toEqual(all(10));
  });

  it('keep what was under way and start nothing new once cancelled', async () => {
    const clock = fastClock(1);
    const cancel = new AbortController();
    const provider = recordingProvider(clock, 60);
    const { asking, store } = askingOf(provider, { clock, cancel: cancel.signal, limits: { concurrency: 3 } });
    const calls = callsOf(12);
    const asked = Promise.all(calls.map(asking.ask));
    setTimeout(() => cancel.abort(), 20);
    const ends = endsOf(await asked);
    expect(ends.toSorted()).toEqual([...all(3), ...all(9, 'cancelled')]);
    expect(calls.filter(({ id }) => store.find(id) !== undefined)).toHaveLength(3);
    expect(provider.asked).toHaveLength(3);
    expect(asking.mayAsk(1)).toBe('cancelled');
  });

  it('give up what does not come back in time once cancelled', async () => {
    const clock = fastClock(10);
    const cancel = new AbortController();
    const { asking } = askingOf(recordingProvider(clock, 1_000_000), {
      clock,
      cancel: cancel.signal,
      limits: { cancelGraceMs: 200 },
    });
    const asked = Promise.all(callsOf(6).map(asking.ask));
    setTimeout(() => cancel.abort(), 10);
    expect(endsOf(await asked)).toEqual(all(6, 'cancelled'));
  });

  it('answer nothing but kept replies where the run was cancelled before it began', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 1);
    const { asking, store } = askingOf(provider, { clock, cancel: AbortSignal.abort() });
    const [kept, other] = callsOf(2);
    if (kept === undefined || other === undefined) throw new Error('two calls');
    await store.keep(kept, answerOf('kept'));
    expect(endsOf(await Promise.all([kept, other].map(asking.ask)))).toEqual(['answered', 'cancelled']);
    expect(provider.asked).toHaveLength(0);
  });
});
