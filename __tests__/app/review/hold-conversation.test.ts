import { describe, expect, it } from 'vitest';
import { holdConversation } from '../../../src/app/review/hold-conversation.ts';
import type { Call } from '../../../src/core/call.ts';
import type { DesignCell } from '../../../src/core/design/design-review.ts';
import type { Answer, FailureReason } from '../../../src/core/reply.ts';
import type { Side } from '../../../src/core/side.ts';
import { aCase } from '../../support/golden-case.ts';

const scenario = { persona: 'Angry.', goal: 'A refund.', turns: 3 };
const request = (content: string) =>
  ({ kind: 'chat', provider: 'default', model: 'm', messages: [{ role: 'system', content }], params: {} }) as const;
const cell: DesignCell = {
  prompt: 'p',
  row: 'm',
  exam: { key: 'a', golden: aCase(), family: 'base', version: 'head', weight: 1 },
  old: request('OLD'),
  new: request('NEW'),
  scenario,
  identical: false,
  comparison: 'one',
  copy: 0,
};

/** Answers calls by rule, keeps them, and writes every call down. */
function desk(answer: (call: Call) => string | { readonly failed: FailureReason }) {
  const store = new Map<string, Answer>();
  const calls: Call[] = [];
  return {
    calls,
    hold: (side: Side, trial = 0, held: DesignCell = cell) =>
      holdConversation({ cell: held, side, trial, fresh: false }, held[side] ?? request(''), scenario, {
        ask: {
          reply: async (call) => {
            calls.push(call);
            const said = answer(call);
            if (typeof said !== 'string')
              return { kind: 'failed', call: call.id, reason: said.failed, message: 'It is down.' };
            const facts = {
              toolCalls: [],
              finishReason: 'stop',
              usage: { outputTokens: 5 },
              servedModel: 'm',
              servedBy: 'default',
              latencyMs: 10,
              at: 1,
            };
            store.set(call.id, { ...facts, text: said });
            return { kind: 'answered', call: call.id, answer: facts, kept: false };
          },
          kept: (call) => store.get(call),
          isKept: ({ id }) => store.has(id),
          runScorer: async () => ({ kind: 'failed', why: 'none here' }),
        },
        roles: { simulator: { provider: 'default', model: 'user', params: {} } },
        priceOf: () => 0.5,
      }),
  };
}

const move = (message: string, state = 'going') => JSON.stringify({ message, state });
const going = (call: Call) => (call.purpose === 'reply' ? 'No.' : move('Refund me!'));
const purposes = (calls: readonly Call[]) => calls.map(({ purpose }) => purpose).join(' ');

describe('a held conversation', () => {
  it('takes turns until none is left, and costs what all its replies cost', async () => {
    const { calls, hold } = desk(going);
    const held = await hold('new');
    expect(purposes(calls)).toBe('simulate reply simulate reply simulate reply');
    expect(held).toMatchObject({ text: 'No.\n\nNo.\n\nNo.', costUsd: 1.5, conversation: { end: 'turns' } });
    expect(held).toMatchObject({ reply: { kind: 'answered', answer: { usage: { outputTokens: 15 } } } });
  });

  it('meets both sides with the same opening, and no other case, trial or comparison', async () => {
    const opening = async (side: Side, trial = 0, held = cell) => {
      const { calls, hold } = desk(going);
      await hold(side, trial, held);
      return calls.map(({ id }) => id);
    };
    const [old, now] = [await opening('old'), await opening('new')];
    expect(now[0]).toBe(old[0]);
    expect(now[1]).not.toBe(old[1]);
    const others = [await opening('new', 1), await opening('new', 0, { ...cell, comparison: 'two' })];
    expect(new Set([...now, ...others.flat()]).size).toBe(18);
  });

  it('has the user say the same where both sides said the same, and go on alone where they part', async () => {
    const third = async (reply: string, side: Side) => {
      const { calls, hold } = desk((call) => (call.purpose === 'reply' ? reply : move('Refund me!')));
      await hold(side);
      return calls[2]?.id;
    };
    expect(await third('No.', 'old')).toBe(await third('No.', 'new'));
    expect(await third('No.', 'old')).not.toBe(await third('Yes.', 'new'));
  });

  it('asks an unreadable user again as another trial, and never as one of the next conversation', async () => {
    const { calls, hold } = desk((call) =>
      call.trial % 2 === 0 && call.purpose === 'simulate' ? 'What?' : going(call),
    );
    await hold('new', 0);
    await hold('new', 1);
    expect(new Set(calls.filter(({ purpose }) => purpose === 'simulate').map(({ trial }) => trial))).toEqual(
      new Set([0, 1, 2, 3]),
    );
    expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
  });

  it.each<[FailureReason, string]>([
    ['budget', 'reply'],
    ['server', 'simulate'],
  ])('that meets %s at a %s call is a failed reply with that reason', async (failed, purpose) => {
    const { calls, hold } = desk((call) => (call.purpose === purpose && calls.length > 3 ? { failed } : going(call)));
    expect(await hold('new')).toMatchObject({
      kind: 'failed',
      reason: failed,
      message: expect.stringContaining('It is down.'),
    });
  });

  it('never takes a turn that another comparison kept, and goes to one service with the other side', async () => {
    const { calls, hold } = desk(going);
    await hold('old');
    const replies = calls.filter(({ purpose }) => purpose === 'reply');
    expect(replies.map(({ baseline }) => baseline)).toEqual([undefined, undefined, undefined]);
    expect(new Set(replies.map(({ pair }) => pair))).toEqual(new Set(['one m 0']));
  });
});
