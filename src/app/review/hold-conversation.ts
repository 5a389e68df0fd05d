import { type Call, callFor, type Request } from '../../core/call.ts';
import type { Message } from '../../core/prompt.ts';
import type { Reply } from '../../core/reply.ts';
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
import { chatRequest, type Roles } from './answer-asking.ts';
import { answerInSteps, type Stepped, type StepsDeps } from './answer-in-steps.ts';
import type { SideOfTrial } from './call-of-side.ts';

export type ConversationDeps = StepsDeps & { readonly roles: Roles };

type Answered = Extract<Reply, { readonly kind: 'answered' }>;
type Failed = Extract<Reply, { readonly kind: 'failed' }>;

/** A conversation to be scored: its turns' answers as one reply, and the texts that checks read. */
export type Held = {
  readonly reply: Answered;
  /** What checks read: all the assistant said to a simulated user, or its last words. */
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
  const replies: Stepped[] = [];
  for (let last = ''; ; ) {
    const turn = nextTurn(conversation);
    if (turn.kind === 'done') {
      const held = join(turn, turns, replies);
      return (
        held ?? {
          kind: 'failed',
          call: last,
          reason: 'malformed',
          message: `The conversation broke off: ${turn.end.why}.`,
        }
      );
    }
    if (turn.kind === 'reply') {
      const stepped = await answerInSteps(asked, { ...request, messages: turn.messages }, deps);
      if ('kind' in stepped) return stepped;
      replies.push(stepped);
      turns.push(...stepped.turns);
      conversation = withReply(conversation, stepped.said, stepped.end === 'answered' ? undefined : stepped.end);
      last = stepped.reply.call;
      continue;
    }
    const call = callOf(asked, turn, deps.roles);
    const reply = await deps.ask.reply(call);
    if (reply.kind === 'failed') return { ...reply, message: `The simulated user failed: ${reply.message}` };
    const text = deps.ask.kept(call.id)?.text;
    if (text === undefined) return lost(call);
    const next: Conversation = withSimulated(conversation, text);
    // An answer of the simulator that ends the conversation, or cannot be read, says nothing.
    if (next.said.length > conversation.said.length) turns.push({ role: 'user', call: call.id });
    conversation = next;
    last = call.id;
  }
}

/** Has the prompt reply once, in steps with its tools. */
export async function holdSteps(asked: SideOfTrial, request: Request, deps: StepsDeps): Promise<Held | Failed> {
  const stepped = await answerInSteps(asked, request, deps);
  if ('kind' in stepped) return stepped;
  const { reply, turns, said, end, unanswered, costUsd } = stepped;
  return {
    reply,
    text: assistantText(said),
    transcript: said,
    conversation: { turns, end, ...(unanswered.length === 0 ? {} : { unanswered }) },
    ...(costUsd === undefined ? {} : { costUsd }),
  };
}

/** The simulator's calls are trials of their own, two a conversation for the second reading. */
function callOf(asked: SideOfTrial, turn: Extract<Turn, { readonly kind: 'question' }>, roles: Roles): Call {
  if (roles.simulator === undefined) throw new Error('a conversation without a simulator got past the needs');
  const trial = 2 * asked.trial + (turn.again ? 1 : 0);
  return callFor(chatRequest(turn.question, roles.simulator), trial, 'simulate', asked.cell.comparison);
}

function join(
  { transcript, end }: Extract<Turn, { readonly kind: 'done' }>,
  turns: readonly ConversationTurn[],
  replies: readonly Stepped[],
): Held | undefined {
  const [first, ...more] = replies;
  const last = replies.at(-1);
  if (end.kind === 'broken' || first === undefined || last === undefined) return undefined;
  const costs = replies.flatMap(({ costUsd }) => costUsd ?? []);
  const { unanswered } = last;
  return {
    reply: {
      kind: 'answered',
      call: last.reply.call,
      answer: joinAnswers([first.reply.answer, ...more.map(({ reply }) => reply.answer)]),
      kept: replies.every(({ reply }) => reply.kept),
    },
    text: assistantText(transcript),
    transcript,
    conversation: { turns, end: end.kind, ...(unanswered.length === 0 ? {} : { unanswered }) },
    ...(costs.length < replies.length ? {} : { costUsd: costs.reduce((sum, usd) => sum + usd, 0) }),
  };
}

function lost(call: Call): Failed {
  return { kind: 'failed', call: call.id, reason: 'malformed', message: 'A turn is not in the store any more.' };
}
