import { describe, expect, it } from 'vitest';
import { askCanary } from '../../../src/app/drift/ask-canary.ts';
import type { Call } from '../../../src/core/call.ts';
import type { Answer } from '../../../src/core/reply.ts';

const asked = {
  model: { provider: 'default', model: 'strong', params: {} },
  name: 'strong',
  at: '2026-11-29T05:00:00.000Z',
  run: 'run-1',
  round: 'first',
  earlier: [],
  setup: 300,
};

/** A service that answers inputs as told, and how many calls it got. */
function serviceThat(answer: (input: string, trial: number) => Partial<Answer>) {
  const answers = new Map<string, Answer>();
  let calls = 0;
  const reply = async (call: Call) => {
    calls += 1;
    const input = call.request.kind === 'chat' ? (call.request.messages[0]?.content ?? '') : '';
    const whole: Answer = {
      ...{ text: 'A', toolCalls: [], finishReason: 'length', usage: {}, servedModel: 'strong', servedBy: 'default' },
      ...{ latencyMs: 1, at: 0 },
      ...answer(input, call.trial),
    };
    answers.set(call.id, whole);
    return { kind: 'answered', call: call.id, answer: whole, kept: false } as const;
  };
  const ask = {
    reply,
    kept: (call: string) => answers.get(call),
    isKept: () => false,
    runScorer: () => Promise.reject(new Error('no scorer')),
  };
  return { deps: { ask, mayAsk: () => 'complete' as const }, calls: () => calls };
}

describe('asking a canary', () => {
  it('reads log-probabilities where the service gives them', async () => {
    const { deps, calls } = serviceThat(() => ({ topLogprobs: [{ token: 'A', logprob: -0.12345 }] }));
    const { line } = await askCanary(asked, deps);
    expect([line?.method, calls()]).toEqual(['logprobs', 10]);
    expect(line?.inputs[0]?.replies[0]).toEqual({ tokens: ['A'], values: [-0.123] });
  });

  it('looks for inputs at the border else, once, and asks those from then on', async () => {
    const { deps, calls } = serviceThat((input, trial) => ({
      text: input.endsWith('a') && trial % 2 === 1 ? 'B' : 'A',
    }));
    const { line, search } = await askCanary({ ...asked, setup: 1_500 }, deps);
    expect(line?.method).toBe('border');
    expect(search?.found).toHaveLength(5);
    expect(search?.found.every((input) => input.endsWith('a'))).toBe(true);
    const before = calls();
    const next = await askCanary({ ...asked, run: 'run-2', earlier: [search, line].flatMap((one) => one ?? []) }, deps);
    expect([calls() - before, next.search, next.line?.probe]).toEqual([50, undefined, line?.probe]);
  });

  it('says that nothing can watch a model which gives neither', async () => {
    const { deps, calls } = serviceThat(() => ({ text: '' }));
    const { line, why } = await askCanary(asked, deps);
    expect([line, why?.kind]).toEqual([undefined, 'none']);
    expect(calls()).toBeLessThanOrEqual(310);
  });
});
