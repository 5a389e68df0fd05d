import type { Message } from '../prompt.ts';
import type { Scenario } from '../scenario.ts';
import type { ChatQuestion } from '../score.ts';
import { askSimulator } from './ask-simulator.ts';
import { readMove } from './read-move.ts';

/**
 * A simulated conversation so far: a value, so that it can be kept and resumed.
 * `opening`: the prompt's rendered messages. `said`: what followed them, ending with either side.
 */
export type Conversation = {
  readonly scenario: Scenario;
  readonly opening: readonly Message[];
  readonly said: readonly Message[];
  /** Unreadable answers of the simulator to the turn that is due. */
  readonly misread: number;
  /** Set when it is over. */
  readonly ended?: ConversationEnd;
};

/** Why a conversation is over; `broken` has no transcript to score. */
export type ConversationEnd = {
  readonly kind: 'met' | 'given-up' | 'turns' | 'broken';
  readonly why: string;
};

/** What a conversation needs next. Exactly one thing is under way at a time. */
export type Turn =
  /** The prompt under test is to reply to these messages. */
  | { readonly kind: 'reply'; readonly messages: readonly Message[] }
  /**
   * The simulator is to be asked. `again`: its first answer was not readable, so the call needs another trial than
   * the first asking had (of conversation t: 2t, and 2t + 1 again).
   */
  | { readonly kind: 'question'; readonly question: ChatQuestion; readonly again: boolean }
  | { readonly kind: 'done'; readonly transcript: readonly Message[]; readonly end: ConversationEnd };

/** A conversation in which nothing was said yet. */
export function startConversation(scenario: Scenario, opening: readonly Message[]): Conversation {
  return { scenario, opening, said: [], misread: 0 };
}

/** What comes next: the prompt's reply where the user spoke last, else the simulated user's message. */
export function nextTurn(conversation: Conversation): Turn {
  const { opening, said, ended, misread } = conversation;
  if (ended !== undefined) return { kind: 'done', transcript: said, end: ended };
  const last = said.at(-1) ?? opening.at(-1);
  if (last?.role === 'user') return { kind: 'reply', messages: [...opening, ...said] };
  return { kind: 'question', question: askSimulator(conversation), again: misread > 0 };
}

/** The conversation after the prompt under test replied. Over when the user has no message left. */
export function withReply(conversation: Conversation, text: string): Conversation {
  const said = [...conversation.said, { role: 'assistant', content: text } as const];
  const spent = said.filter(({ role }) => role === 'user').length >= conversation.scenario.turns;
  return {
    ...conversation,
    said,
    ...(spent && { ended: { kind: 'turns', why: `${conversation.scenario.turns} turns are over` } as const }),
  };
}

/** The conversation after the simulator answered. What cannot be read is asked once more, then it is broken. */
export function withSimulated(conversation: Conversation, text: string): Conversation {
  const move = readMove(text);
  const opens = conversation.said.length === 0;
  if (move === undefined || (move.message.trim() === '' && (opens || move.state === 'going'))) {
    return conversation.misread > 0
      ? { ...conversation, ended: { kind: 'broken', why: 'the simulated user’s answer was not readable, twice' } }
      : { ...conversation, misread: 1 };
  }
  if (move.state === 'going' || opens) {
    const said = [...conversation.said, { role: 'user', content: move.message } as const];
    return { ...conversation, said, misread: 0 };
  }
  const why = move.state === 'met' ? 'the user’s goal is met' : 'the user gave up';
  return { ...conversation, misread: 0, ended: { kind: move.state, why } };
}

/** The conversation after a call failed for good. */
export function withFailure(conversation: Conversation, why: string): Conversation {
  return { ...conversation, ended: { kind: 'broken', why } };
}

/** All the assistant says in a transcript: what checks read as the reply's text. */
export function assistantText(transcript: readonly Message[]): string {
  return transcript
    .filter(({ role }) => role === 'assistant')
    .map(({ content }) => content)
    .join('\n\n');
}

/**
 * Messages in words, one after the other, each under who says it. Lines after a message's first are set in: a reply
 * that writes the other's part itself does not look like it.
 */
export function wordTranscript(messages: readonly Message[]): string {
  return messages.map(({ role, content }) => `${role}: ${content.replaceAll('\n', '\n  ')}`).join('\n\n');
}
