import { describe, expect, it } from 'vitest';
import { callFor } from '../../../src/core/call.ts';
import { answerOf, requestOf } from '../../support/model-answers.ts';
import { askingOf, callsOf, endsOf } from '../../support/model-asking.ts';
import { fastClock } from '../../support/model-fast-clock.ts';
import { fail, recordingProvider } from '../../support/model-provider.ts';

const pairOf = (name: string) => {
  const [first, second] = ['old', 'new'].map((side) => ({
    ...callFor(requestOf(`${name} ${side}`), 0, 'reply'),
    pair: name,
  }));
  if (first === undefined || second === undefined) throw new Error('two sides');
  return [first, second] as const;
};

function withFallback(primaryFails: (arrival: number) => boolean, reason: 'server' | 'quota' | 'key' = 'server') {
  const clock = fastClock(50);
  const primary = recordingProvider(clock, 5, ({ arrival }) => {
    if (primaryFails(arrival)) fail(reason, { stopsProvider: reason !== 'server' });
    return { servedBy: 'default' };
  });
  const backup = recordingProvider(clock, 5, () => ({ servedBy: 'backup', endpoint: 'https://two.example/v1' }));
  const built = askingOf(undefined, {
    clock,
    seats: {
      default: { provider: primary, endpoint: 'https://one.example/v1', fallback: 'backup' },
      backup: { provider: backup, endpoint: 'https://two.example/v1' },
    },
  });
  return { ...built, primary, backup };
}

describe('a fallback', () => {
  it('takes over when its provider is down, and the report can say who served what', async () => {
    const { asking, primary, backup } = withFallback(() => true);
    const replies = await Promise.all(callsOf(40).map(asking.ask));
    expect(endsOf(replies)).toEqual(replies.map(() => 'answered'));
    expect(primary.asked.length).toBeLessThan(16);
    expect(backup.asked).toHaveLength(40);
    expect(asking.spent().servedBy).toEqual(new Map([['backup: small', 40]]));
    expect(asking.spent().stopped).toEqual([
      { provider: 'default', message: expect.any(String), takenOverBy: 'backup' },
    ]);
  });

  it('takes over when the quota is used up, but does not hide a wrong key', async () => {
    const empty = withFallback(() => true, 'quota');
    expect(endsOf(await Promise.all(callsOf(3).map(empty.asking.ask)))).toEqual(['answered', 'answered', 'answered']);
    const wrong = withFallback(() => true, 'key');
    expect(endsOf(await Promise.all(callsOf(3).map(wrong.asking.ask)))).toEqual(['key', 'key', 'key']);
    expect(wrong.backup.asked).toHaveLength(0);
  });

  it('that is down too ends in its own reason', async () => {
    const clock = fastClock(200);
    const down = () => recordingProvider(clock, 1, () => fail('connection'));
    const { asking } = askingOf(undefined, {
      clock,
      seats: {
        default: { provider: down(), endpoint: 'https://one.example/v1', fallback: 'backup' },
        backup: { provider: down(), endpoint: 'https://two.example/v1', fallback: 'default' },
      },
    });
    expect(new Set(endsOf(await Promise.all(callsOf(20).map(asking.ask))))).toEqual(new Set(['connection']));
    expect(asking.spent().stopped.map(({ takenOverBy }) => takenOverBy)).toEqual([undefined, undefined]);
  });

  it('never leaves a pair with one side of each provider', async () => {
    // The primary goes down in the middle of the pairs.
    const { asking, primary } = withFallback((arrival) => arrival > 20);
    const pairs = Array.from({ length: 30 }, (_, index) => pairOf(`p${index}`));
    const replies = await Promise.all(pairs.map((pair) => Promise.all(pair.map(asking.ask))));
    for (const pair of replies) {
      expect(endsOf(pair)).toEqual(['answered', 'answered']);
      expect(new Set(pair.map((reply) => reply.kind === 'answered' && reply.answer.servedBy)).size).toBe(1);
    }
    expect(primary.asked.length).toBeGreaterThan(20);
    const served = new Set(replies.flat().map((reply) => (reply.kind === 'answered' ? reply.answer.servedBy : '')));
    expect(served).toEqual(new Set(['default', 'backup']));
  });
});

describe('a pair', () => {
  it('served by two models is asked again until both are of one', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 5, ({ arrival }) => ({
      servedModel: arrival === 0 ? 'small-1' : 'small-2',
    }));
    const { asking } = askingOf(provider, { clock });
    const replies = await Promise.all(pairOf('p').map(asking.ask));
    expect(replies.map((reply) => reply.kind === 'answered' && reply.answer.servedModel)).toEqual([
      'small-2',
      'small-2',
    ]);
    expect(provider.asked).toHaveLength(4);
  });

  it('that is served by two models every time is accounted for on both sides', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 5, ({ arrival }) => ({ servedModel: `small-${arrival % 2}` }));
    const { asking } = askingOf(provider, { clock });
    const replies = await Promise.all(pairOf('p').map(asking.ask));
    expect(endsOf(replies)).toEqual(['server', 'server']);
    expect(replies[0]).toMatchObject({ message: expect.stringContaining('small-1') });
    expect(provider.asked).toHaveLength(6);
  });

  it('of which one side alone went on by another API is asked again by one', async () => {
    const clock = fastClock(20);
    const moved = { adapted: { api: 'responses' } };
    let refused = false;
    const provider = recordingProvider(clock, 5, ({ text }) => {
      refused ||= text === 'p new';
      return refused ? moved : {};
    });
    const { asking, store } = askingOf(provider, { clock });
    const [old, fresh] = pairOf('p');
    const replies = await Promise.all([old, fresh].map(asking.ask));
    expect(replies.map((reply) => reply.kind === 'answered' && reply.answer.adapted)).toEqual([
      moved.adapted,
      moved.adapted,
    ]);
    expect(store.find(old.id)?.adapted).toEqual(moved.adapted);
    expect(provider.asked).toHaveLength(4);
    // So is one whose old side was kept from before.
    const [kept, next] = pairOf('q');
    await store.keep(kept, answerOf('kept'));
    await Promise.all([kept, next].map(asking.ask));
    expect(store.find(kept.id)?.adapted).toEqual(moved.adapted);
  });

  it('with a kept side of another served model is asked afresh on both', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 5, () => ({ servedModel: 'small-2' }));
    const { asking, store } = askingOf(provider, { clock });
    const [old, fresh] = pairOf('p');
    await store.keep(old, answerOf('kept', { servedModel: 'small-1' }));
    const replies = await Promise.all([old, fresh].map(asking.ask));
    expect(replies.map((reply) => reply.kind === 'answered' && reply.kept)).toEqual([false, false]);
    expect(store.find(old.id)?.servedModel).toBe('small-2');
  });

  it('whose sides ask for different models may be served by different models', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 5);
    const { asking } = askingOf(provider, { clock });
    const sides = ['small', 'large'].map((model) => ({ ...callFor(requestOf('q', { model }), 0, 'reply'), pair: 'p' }));
    expect(endsOf(await Promise.all(sides.map(asking.ask)))).toEqual(['answered', 'answered']);
    expect(provider.asked).toHaveLength(2);
  });

  it('of which one side fails gives back the other side’s answer', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 5, ({ text }) => (text === 'p new' ? fail('refused-request') : {}));
    const { asking } = askingOf(provider, { clock });
    expect(endsOf(await Promise.all(pairOf('p').map(asking.ask)))).toEqual(['answered', 'refused-request']);
  });

  it('of two equal calls is asked once', async () => {
    const clock = fastClock(20);
    const provider = recordingProvider(clock, 5);
    const { asking } = askingOf(provider, { clock });
    const call = { ...callFor(requestOf('same'), 0, 'reply'), pair: 'p' };
    expect(endsOf(await Promise.all([asking.ask(call), asking.ask(call)]))).toEqual(['answered', 'answered']);
    expect(provider.asked).toHaveLength(1);
  });
});
