import type { Request } from '../../core/call.ts';
import type { CheckKinds } from '../../core/check-kind.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import { type SaidTurn, varsOf, withHistory } from '../../core/design/messages-of.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { hash } from '../../core/hash.ts';
import { canonicalJson, type JsonObject } from '../../core/json.ts';
import type { Sandbox } from '../../core/ports.ts';
import type { Message } from '../../core/prompt.ts';
import type { Answer, Reply } from '../../core/reply.ts';
import type { ConversationEnd, SideRun } from '../../core/run/trial-run.ts';
import type { Score } from '../../core/score.ts';
import { scoreReply } from '../../core/scoring/score-reply.ts';
import type { Side } from '../../core/side.ts';
import { findRefusal } from '../../scorers/index.ts';
import { type Ask, askUntilDone } from './answer-asking.ts';
import { callOfSide, type SideOfTrial } from './call-of-side.ts';
import { type ConversationDeps, type Held, holdConversation, holdSteps } from './hold-conversation.ts';

export type RunSideDeps = ConversationDeps & {
  readonly kinds: CheckKinds;
  /** Where scripts of checks are run. */
  readonly sandbox: Sandbox;
  readonly messagesAfter: MessagesAfter;
  /** Judgements of one reply where a check does not say. */
  readonly votes: number;
  /** How old a kept reply of the old side may be (milliseconds since 1970); absent: none is used. */
  readonly notBefore?: number;
};

/** Asks one side of one trial and scores what comes back. A side that a cell does not have is a fault of ours. */
export async function runSide(asked: SideOfTrial, deps: RunSideDeps): Promise<SideRun> {
  const { cell, side } = asked;
  const request = cell[side];
  if (request === undefined) throw new Error(`${cell.prompt} has no ${side} side to ask`);
  if (cell.scenario !== undefined) {
    return runHeld(asked, request, await holdConversation(asked, request, cell.scenario, deps), deps);
  }
  if (cell.exam.golden.tools !== undefined) {
    return runHeld(asked, request, await holdSteps(asked, request, deps), deps);
  }
  const alone = cell.exam.golden.earlier === undefined;
  const turn = alone ? request : await askInTurn(asked, request, deps);
  if (turn.kind === 'failed') return failed(turn);
  const reply = await deps.ask.reply(callOfSide(asked, turn, alone ? deps.notBefore : undefined));
  if (reply.kind === 'failed') return failed(reply);
  const costUsd = deps.priceOf(cell, side, reply.answer);
  const cost = costUsd === undefined ? {} : { costUsd };
  const kept = deps.ask.kept(reply.call);
  if (kept === undefined) return { reply, score: unscored('the reply is not in the store any more'), ...cost };
  const { text } = kept;
  const retrieved = passagesOf(kept);
  const score = await scoreWith(asked, turn, { reply, text, retrieved, ...cost }, deps);
  return { reply, score, said: saidBy(reply, text), ...cost, ...measureSaid(reply, text), ...emptiness(reply, text) };
}

/** What an application says it made a reply from. */
export function passagesOf({ trace = [] }: Pick<Answer, 'trace'>): readonly string[] {
  return trace.flatMap(({ contexts = [] }) => contexts);
}

async function runHeld(
  asked: SideOfTrial,
  request: Request,
  held: Held | Extract<Reply, { readonly kind: 'failed' }>,
  deps: RunSideDeps,
): Promise<SideRun> {
  if ('kind' in held) return failed(held);
  const { reply, text, transcript, conversation, ...cost } = held;
  const score = await scoreWith(asked, request, { reply, text, transcript, ...cost }, deps);
  const said = saidBy(reply, transcript);
  const measured = { ...measureSaid(reply, text), ...emptiness(reply, text, conversation.end) };
  return { reply, score, conversation, said, ...cost, ...measured };
}

/** Ids of calls are made anew each time: they are no part of what was said. */
export function saidBy({ answer }: Replied['reply'], said: string | NonNullable<Replied['transcript']>): string {
  const messages = typeof said === 'string' ? said : said.map(({ role, content }) => ({ role, content }));
  const calls = answer.toolCalls.map(({ id: _, ...call }) => call);
  return hash([messages, calls]).slice(0, 16);
}

/** How long it is, and whether it declines: what a model that takes another's place may do otherwise. */
export function measureSaid({ answer }: Replied['reply'], text: string): Pick<SideRun, 'characters' | 'refused'> {
  const called = answer.toolCalls.reduce((sum, call) => sum + call.name.length + call.arguments.length, 0);
  return { characters: text.length + called, ...(findRefusal(text) === undefined ? {} : { refused: true }) };
}

/** @param end of the conversation, where one was held: after steps with tools words are due */
export function emptiness({ answer }: Replied['reply'], text: string, end?: ConversationEnd): Pick<SideRun, 'empty'> {
  const isDone = answer.toolCalls.length === 0 || end === 'answered';
  return text.trim() === '' && isDone ? { empty: true } : {};
}

export function failed(reply: Extract<Reply, { readonly kind: 'failed' }>): SideRun {
  return { reply, score: unscored(reply.message) };
}

function unscored(why: string): Score {
  return { kind: 'unscored', why, checks: [] };
}

export type Replied = {
  readonly reply: Extract<Reply, { readonly kind: 'answered' }>;
  readonly text: string;
  readonly transcript?: readonly Message[];
  /** Passages that an application says it retrieved for this reply. */
  readonly retrieved?: readonly string[];
  readonly costUsd?: number;
};

/** Scores a reply or a conversation, asking what the checks want to know. */
export async function scoreWith(
  { cell, side }: SideOfTrial,
  { messages, params }: Request,
  { reply, retrieved = [], ...replied }: Replied,
  deps: RunSideDeps,
): Promise<Score> {
  const written = cell.exam.golden;
  // What a case gives itself is its exam; else a reply is held to what it was made from.
  const golden = written.context.length > 0 || retrieved.length === 0 ? written : { ...written, context: retrieved };
  const { kinds, votes, sandbox } = deps;
  return askUntilDone((answers) => {
    const skill = cell.skills?.[side];
    const about = { golden, kinds, messages, params, votes, sandbox, ...(skill === undefined ? {} : { skill }) };
    const scoring = scoreReply({ ...about, ...replied, answer: reply.answer, answers });
    return scoring.kind === 'score' ? { kind: 'done', result: scoring.score } : scoring;
  }, deps);
}

/** The messages of one side's prompt for a case, once the turns before it were said. */
type MessagesAfter = (
  cell: DesignCell,
  side: Side,
  golden: GoldenCase,
  said: readonly SaidTurn[],
) => readonly Message[];

/**
 * Asks the turns that come before a case in its conversation, one after the other, and gives its own request with what
 * was said in them. Each case holds a conversation of its own: replies that cases shared would not be independent. A turn
 * that fails is the failed reply of the whole.
 */
export async function askInTurn(
  asked: SideOfTrial,
  request: Request,
  { ask, messagesAfter }: { readonly ask: Ask; readonly messagesAfter: MessagesAfter },
): Promise<Request | Extract<Reply, { readonly kind: 'failed' }>> {
  const { cell, side } = asked;
  const { golden } = cell.exam;
  // A side's prompt that does not take in what was said needs none of it.
  const alone = withHistory(messagesAfter(cell, side, golden, []), golden.history);
  if (canonicalJson(alone) === canonicalJson(request.messages)) return request;
  const said: SaidTurn[] = [];
  for (const [index, vars] of (golden.earlier ?? []).entries()) {
    const turn = { ...golden, vars };
    const messages = messagesAfter(cell, side, turn, said);
    const call = callOfSide(asked, { ...request, ...withVars(request, varsOf(turn, said)), messages }, undefined);
    const reply = await ask.reply(call);
    if (reply.kind === 'failed')
      return { ...reply, message: `Turn ${index + 1} of its conversation: ${reply.message}` };
    const output = ask.kept(call.id)?.text;
    if (output === undefined) {
      const message = 'an earlier turn of its conversation is not in the store any more';
      return { kind: 'failed', call: call.id, reason: 'malformed', message };
    }
    said.push({ prompt: promptIn(messages), input: messages.at(-1)?.content ?? '', output });
  }
  const messages = withHistory(messagesAfter(cell, side, golden, said), golden.history);
  return { ...request, ...withVars(request, varsOf(golden, said)), messages };
}

/** What an application is told of a turn. */
function withVars({ subject }: Request, vars: JsonObject): Pick<Request, 'subject'> {
  return subject === undefined ? {} : { subject: { ...subject, vars } };
}

/** A prompt that is one text is that text, a chat the list of its messages. */
function promptIn(messages: readonly Message[]): SaidTurn['prompt'] {
  const [only, ...others] = messages;
  if (only !== undefined && only.role === 'user' && others.length === 0) return only.content;
  return messages.map(({ role, content }) => ({ role, content }));
}
