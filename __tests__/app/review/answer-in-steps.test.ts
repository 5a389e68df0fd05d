import { describe, expect, it } from 'vitest';
import { answerInSteps } from '../../../src/app/review/answer-in-steps.ts';
import { holdConversation, holdSteps } from '../../../src/app/review/hold-conversation.ts';
import type { Call } from '../../../src/core/call.ts';
import type { DesignCell } from '../../../src/core/design/design-review.ts';
import type { GoldenCase } from '../../../src/core/golden-case.ts';
import type { Answer, FailureReason, ToolCall } from '../../../src/core/reply.ts';
import { aCase } from '../../support/golden-case.ts';
import { answerOf, requestOf } from '../../support/model-answers.ts';

const tools = { look: [{ when: { id: 1 }, returns: { status: 'shipped' } }], greet: [{ returns: 'hi' }] };
const look = (id: number, own?: string): ToolCall => ({
  name: 'look',
  arguments: JSON.stringify({ id }),
  ...(own === undefined ? {} : { id: own }),
});
type Said = string | readonly ToolCall[] | { readonly failed: FailureReason };

/** Answers each step by what was said in it so far, and writes every call down. */
function desk(answer: (step: number, call: Call) => Said, golden: Partial<GoldenCase> = { tools }) {
  const store = new Map<string, Answer>();
  const calls: Call[] = [];
  const request = requestOf('Where is order 1?');
  const exam = { key: 'a', golden: aCase(golden), family: 'base', version: 'head', weight: 1 } as const;
  const cell: DesignCell = {
    ...{ prompt: 'p', row: 'm', exam, old: request, new: request, identical: false, comparison: 'one', copy: 0 },
  };
  const asked = { cell, side: 'new', trial: 0, fresh: false } as const;
  const deps = {
    ask: {
      reply: async (call: Call) => {
        calls.push(call);
        const said = answer(calls.length, call);
        if (typeof said === 'object' && 'failed' in said)
          return { kind: 'failed', call: call.id, reason: said.failed, message: 'It is down.' } as const;
        const made = typeof said === 'string' ? [] : said;
        const finishReason = made.length === 0 ? 'stop' : 'tool_calls';
        const about = { toolCalls: made, finishReason, latencyMs: 10, carried: ['sealed'] };
        const whole = answerOf(typeof said === 'string' ? said : '', about);
        store.set(call.id, whole);
        const { text: _, ...facts } = whole;
        return { kind: 'answered', call: call.id, answer: facts, kept: false } as const;
      },
      kept: (call: string) => store.get(call),
      isKept: ({ id }: Call) => store.has(id),
      runScorer: async () => ({ kind: 'failed', why: 'none here' }) as const,
    },
    roles: { simulator: { provider: 'default', model: 'user', params: {} } },
    priceOf: () => 0.5,
  };
  return { calls, asked, request, deps, messages: (at: number) => sent(calls[at]) };
}

function sent(call: Call | undefined) {
  return call?.request.kind === 'chat' ? call.request.messages : [];
}

describe('a reply in steps', () => {
  it('answers the calls of each, those made at once together, until the model says words', async () => {
    const { calls, asked, request, deps, messages } = desk((step) =>
      step === 1 ? [look(1, 'c1'), { name: 'greet', arguments: '', id: 'c2' }] : step === 2 ? [look(1)] : 'Shipped.',
    );
    const held = await holdSteps(asked, request, deps);
    expect(messages(1).slice(1)).toEqual([
      {
        role: 'assistant',
        content: '',
        toolCalls: [look(1, 'c1'), { name: 'greet', arguments: '', id: 'c2' }],
        carried: ['sealed'],
      },
      { role: 'tool', content: '{"status":"shipped"}', toolCallId: 'c1' },
      { role: 'tool', content: 'hi', toolCallId: 'c2' },
    ]);
    expect(messages(2).at(-1)).toMatchObject({ role: 'tool', toolCallId: expect.stringMatching(/^[0-9a-z]{9}$/) });
    expect(held).toMatchObject({ text: 'Shipped.', costUsd: 1.5, conversation: { end: 'answered' } });
    // Who waits for the answer waits for all of it, and its calls are no other end than words.
    expect(held).toMatchObject({
      reply: { answer: { latencyMs: 30, finishReason: 'stop', toolCalls: { length: 3 } } },
    });
    expect(new Set(calls.map(({ pair }) => pair)).size).toBe(1);
    expect(calls.some(({ baseline }) => baseline !== undefined)).toBe(false);
  });

  it('asks the same calls again each time, also where the service gives no ids, or one twice', async () => {
    const run = async () => {
      const { calls, asked, request, deps } = desk((step) =>
        step < 3 ? [look(1, ''), look(1, 'x'), look(1, 'x')] : 'Done.',
      );
      await answerInSteps(asked, request, deps);
      const ids = sent(calls.at(-1)).flatMap(({ toolCallId }) => toolCallId ?? []);
      expect(new Set(ids).size).toBe(6);
      return calls.map(({ id }) => id);
    };
    expect(await run()).toEqual(await run());
  });

  it('ends at a call that no result fits, with those named, and asks nothing more', async () => {
    const { calls, asked, request, deps } = desk(() => [look(1), look(2), { name: 'drop', arguments: '{}' }]);
    const held = await holdSteps(asked, request, deps);
    expect(calls).toHaveLength(1);
    expect(held).toMatchObject({
      conversation: { end: 'no-result', unanswered: [{ name: 'look', arguments: '{"id":2}' }, { name: 'drop' }] },
      reply: { answer: { finishReason: 'tool_calls' } },
    });
  });

  it('ends with the last step it has', async () => {
    const { calls, asked, request, deps } = desk(() => [look(1)], { tools, maxSteps: 3 });
    expect(await holdSteps(asked, request, deps)).toMatchObject({ conversation: { end: 'max-steps' } });
    expect(calls).toHaveLength(3);
    const usual = desk(() => [look(1)]);
    await holdSteps(usual.asked, usual.request, usual.deps);
    expect(usual.calls).toHaveLength(8);
  });

  it('is one failed reply where a step fails', async () => {
    const { asked, request, deps } = desk((step) => (step === 1 ? [look(1)] : { failed: 'budget' }));
    expect(await holdSteps(asked, request, deps)).toMatchObject({ kind: 'failed', reason: 'budget' });
  });

  it('is one call where the case has no results, whatever it calls', async () => {
    const { calls, asked, request, deps } = desk(() => [look(1)], {});
    expect(await answerInSteps(asked, request, deps)).toMatchObject({ end: 'answered', unanswered: [] });
    expect(calls).toHaveLength(1);
  });
});

describe('a simulated conversation with tools', () => {
  const scenario = { persona: 'Angry.', goal: 'A refund.', turns: 2 };
  const move = JSON.stringify({ message: 'And now?', state: 'going' });

  it('takes steps to each message, which its user does not see', async () => {
    let replies = 0;
    const { calls, asked, request, deps } = desk((_, call) => {
      if (call.purpose === 'simulate') return move;
      replies++;
      return replies % 2 === 1 ? [look(1)] : 'Shipped.';
    });
    const held = await holdConversation(asked, request, scenario, deps);
    expect(calls.map(({ purpose }) => purpose).join(' ')).toBe('reply reply simulate reply reply simulate reply reply');
    expect(held).toMatchObject({
      text: 'Shipped.\n\nShipped.\n\nShipped.',
      conversation: { end: 'turns' },
      costUsd: 3,
    });
    expect(held).toMatchObject({ reply: { answer: { latencyMs: 20 } } });
    const seen = sent(calls[2]).at(-1)?.content;
    expect(seen).toContain('ASSISTANT: Shipped.');
    expect(seen).not.toContain('look');
    expect(seen).not.toContain('shipped"');
  });

  it('ends where no result fits', async () => {
    const { asked, request, deps } = desk((step, call) =>
      call.purpose === 'simulate' ? move : step < 3 ? 'Yes?' : [look(2)],
    );
    expect(await holdConversation(asked, request, scenario, deps)).toMatchObject({
      conversation: { end: 'no-result', unanswered: [{ name: 'look' }] },
    });
  });
});
