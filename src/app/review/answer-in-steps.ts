import type { Request } from '../../core/call.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import { hash } from '../../core/hash.ts';
import type { Message } from '../../core/prompt.ts';
import type { Answer, Reply, ToolCall } from '../../core/reply.ts';
import { joinSteps } from '../../core/run/join-answers.ts';
import type { ConversationTurn } from '../../core/run/trial-run.ts';
import type { Side } from '../../core/side.ts';
import { cannedResult, usualSteps } from '../../core/tools/canned-results.ts';
import type { Ask } from './answer-asking.ts';
import { callOfSide, type SideOfTrial } from './call-of-side.ts';

export type StepsDeps = {
  readonly ask: Ask;
  readonly priceOf: (cell: DesignCell, side: Side, answer: Omit<Answer, 'text' | 'vectors'>) => number | undefined;
};

type Answered = Extract<Reply, { readonly kind: 'answered' }>;
type Failed = Extract<Reply, { readonly kind: 'failed' }>;

/** All that a model said to one message, the calls of tools among it. */
export type Stepped = {
  /** Its answers as one reply, under the call of the last. */
  readonly reply: Answered;
  readonly turns: readonly ConversationTurn[];
  /** The same as messages, with their texts. */
  readonly said: readonly Message[];
  readonly end: 'answered' | 'max-steps' | 'no-result';
  /** Calls of the last answer that no canned result fits. */
  readonly unanswered: readonly ToolCall[];
  /** Dollars, where the price of each step is known. */
  readonly costUsd?: number;
};

/**
 * Has the prompt under test reply to messages. Where its case has results for tools, calls are answered with them, those of one
 * answer together, and the model is asked again, until it calls none, has no step left, or makes a call that no result fits. Every
 * step is a call of its own, so a run that was cut short goes on where it was; never of another comparison, as a kept first step
 * would go on with new ones. A step that fails for good is the failed reply of the whole.
 */
export async function answerInSteps(
  asked: SideOfTrial,
  request: Request,
  { ask, priceOf }: StepsDeps,
): Promise<Stepped | Failed> {
  const { tools, maxSteps = usualSteps } = asked.cell.exam.golden;
  const turns: ConversationTurn[] = [];
  const said: Message[] = [];
  const answered: Answered[] = [];
  const used = new Set<string>();
  const done = (reply: Answered, end: Stepped['end'], unanswered: readonly ToolCall[] = []): Stepped => {
    const costs = answered.flatMap(({ answer }) => priceOf(asked.cell, asked.side, answer) ?? []);
    const [first = reply, ...more] = answered;
    return {
      reply: {
        ...reply,
        answer: joinSteps([first.answer, ...more.map(({ answer }) => answer)]),
        kept: answered.every(({ kept }) => kept),
      },
      ...{ turns, said, end, unanswered },
      ...(costs.length < answered.length ? {} : { costUsd: costs.reduce((sum, usd) => sum + usd, 0) }),
    };
  };
  for (let step = 1; ; step++) {
    const call = callOfSide(asked, { ...request, messages: [...request.messages, ...said] }, undefined);
    const reply = await ask.reply(call);
    if (reply.kind === 'failed') return reply;
    const answer = ask.kept(call.id);
    if (answer === undefined) {
      const message = 'A turn is not in the store any more.';
      return { kind: 'failed', call: call.id, reason: 'malformed', message };
    }
    answered.push(reply);
    const { text: content, toolCalls: made, carried } = answer;
    const calls = tools === undefined ? [] : withIds(made, said.length, used);
    const toolCalls = calls.length === 0 ? {} : { toolCalls: calls };
    turns.push({ role: 'assistant', call: call.id, ...toolCalls });
    const sealed = calls.length === 0 || carried === undefined ? {} : { carried };
    said.push({ role: 'assistant', content, ...toolCalls, ...sealed });
    if (tools === undefined || calls.length === 0) return done(reply, 'answered');
    const results = calls.map((one) => ({ call: one, content: cannedResult(tools, one) }));
    const unanswered = results.filter((one) => one.content === undefined).map((one) => one.call);
    if (unanswered.length > 0) return done(reply, 'no-result', unanswered);
    if (step >= maxSteps) return done(reply, 'max-steps');
    for (const { call: one, content: returned = '' } of results) {
      turns.push({ role: 'tool', name: one.name, content: returned, toolCallId: one.id });
      said.push({ role: 'tool', content: returned, toolCallId: one.id });
    }
  }
}

/**
 * Calls with ids by which their results can be sent back: the service's own, or, where it gives none or the same twice, ones that
 * are the same each time (nine letters and digits, which every service takes).
 * @param used ids of the conversation so far; grows
 */
function withIds(
  calls: readonly ToolCall[],
  place: number,
  used: Set<string>,
): readonly (ToolCall & { readonly id: string })[] {
  return calls.map(({ id, ...call }, index) => {
    const own = id === undefined || id === '' || used.has(id) ? hash([call, place, index]).slice(0, 9) : id;
    used.add(own);
    return { ...call, id: own };
  });
}
