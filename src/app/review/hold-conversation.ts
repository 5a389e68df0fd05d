import { type Call, callFor, type Request } from '../../core/call.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import type { Message } from '../../core/prompt.ts';
import type { Answer, Reply } from '../../core/reply.ts';
import { joinAnswers } from '../../core/run/join-answers.ts';
import type { ConversationTurn, HeldConversation } from '../../core/run/trial-run.ts';
import type { Scenario } from '../../core/scenario.ts';
import {
  assistantText,
  type Conversation,
  nextTurn,
  startConversation,
  type Turn,
  withReply,
  withSimulated,
} from '../../core/scoring/conversation.ts';
import type { Side } from '../../core/side.ts';
import { type Ask, chatRequest, type Roles } from './answer-asking.ts';
import { callOfSide, type SideOfTrial } from './call-of-side.ts';

export type ConversationDeps = {
  readonly ask: Ask;
  readonly roles: Roles;
  readonly priceOf: (cell: DesignCell, side: Side, answer: Omit<Answer, 'text' | 'vectors'>) => number | undefined;
};

type Answered = Extract<Reply, { readonly kind: 'answered' }>;
type Failed = Extract<Reply, { readonly kind: 'failed' }>;

/** A conversation to be scored: its turns' answers as one reply, and the texts that checks read. */
export type Held = {
  readonly reply: Answered;
  /** All the assistant said. */
  readonly text: string;
  readonly transcript: readonly Message[];
  readonly conversation: HeldConversation;
  /** Of the assistant's turns; what the simulated user costs is the review's and not the prompt's. */
  readonly costUsd?: number;
};

/**
 * Holds one side's conversation of one trial: the simulated user writes, the prompt under test replies, until the goal
 * is met, given up or the turns are over. Every turn is a call of its own, so a run that was cut short goes on where it
 * was. Both sides meet the same user: where both were told the same in a trial (so at the opening), the user says the same.
 * A turn that fails for good is the failed reply of the whole: half a conversation has no score.
 */
export async function holdConversation(
  asked: SideOfTrial,
  request: Request,
  scenario: Scenario,
  deps: ConversationDeps,
): Promise<Held | Failed> {
  let conversation = startConversation(scenario, request.messages);
  const turns: ConversationTurn[] = [];
  const answered: Answered[] = [];
  for (let last = ''; ; ) {
    const turn = nextTurn(conversation);
    if (turn.kind === 'done') {
      const held = join(asked, turn, turns, answered, deps);
      return (
        held ?? {
          kind: 'failed',
          call: last,
          reason: 'malformed',
          message: `The conversation broke off: ${turn.end.why}.`,
        }
      );
    }
    const call = callOf(asked, request, turn, deps.roles);
    const reply = await deps.ask.reply(call);
    if (reply.kind === 'failed') return failedTurn(reply, turn);
    const text = deps.ask.kept(call.id)?.text;
    if (text === undefined) return lost(call);
    const next: Conversation =
      turn.kind === 'reply' ? withReply(conversation, text) : withSimulated(conversation, text);
    if (turn.kind === 'reply') answered.push(reply);
    // An answer of the simulator that ends the conversation, or cannot be read, says nothing.
    if (next.said.length > conversation.said.length) {
      turns.push({ role: turn.kind === 'reply' ? 'assistant' : 'user', call: call.id });
    }
    conversation = next;
    last = call.id;
  }
}

/**
 * The prompt's calls go with the other side's to one service and are never taken from another comparison: a kept first
 * turn would go on with new ones. The simulator's are trials of their own, two a conversation for the second reading.
 */
function callOf(
  asked: SideOfTrial,
  request: Request,
  turn: Exclude<Turn, { readonly kind: 'done' }>,
  roles: Roles,
): Call {
  if (turn.kind === 'reply') return callOfSide(asked, { ...request, messages: turn.messages }, undefined);
  if (roles.simulator === undefined) throw new Error('a conversation without a simulator got past the needs');
  const trial = 2 * asked.trial + (turn.again ? 1 : 0);
  return callFor(chatRequest(turn.question, roles.simulator), trial, 'simulate', asked.cell.comparison);
}

function join(
  { cell, side }: SideOfTrial,
  { transcript, end }: Extract<Turn, { readonly kind: 'done' }>,
  turns: readonly ConversationTurn[],
  answered: readonly Answered[],
  { priceOf }: ConversationDeps,
): Held | undefined {
  const [first, ...more] = answered;
  const last = answered.at(-1);
  if (end.kind === 'broken' || first === undefined || last === undefined) return undefined;
  const costs = answered.flatMap(({ answer }) => priceOf(cell, side, answer) ?? []);
  return {
    reply: {
      kind: 'answered',
      call: last.call,
      answer: joinAnswers([first.answer, ...more.map(({ answer }) => answer)]),
      kept: answered.every(({ kept }) => kept),
    },
    text: assistantText(transcript),
    transcript,
    conversation: { turns, end: end.kind },
    ...(costs.length < answered.length ? {} : { costUsd: costs.reduce((sum, usd) => sum + usd, 0) }),
  };
}

function failedTurn(reply: Failed, turn: Turn): Failed {
  return turn.kind === 'reply' ? reply : { ...reply, message: `The simulated user failed: ${reply.message}` };
}

function lost(call: Call): Failed {
  return { kind: 'failed', call: call.id, reason: 'malformed', message: 'A turn is not in the store any more.' };
}
