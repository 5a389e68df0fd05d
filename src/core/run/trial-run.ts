import type { DesignCell, PromptDesign } from '../design/design-review.ts';
import type { CellHistory } from '../outcome.ts';
import type { Message } from '../prompt.ts';
import type { Reply, ToolCall } from '../reply.ts';
import type { Score } from '../score.ts';
import type { PairScore } from '../scoring/compare-pair.ts';
import { readMove } from '../scoring/conversation.ts';

/** A prompt under review with all that was asked of it. */
export type PromptRun = { readonly design: PromptDesign; readonly cells: readonly CellRun[] };

/** Why asking ended: the sampling came to its own end, or something cut it short at a whole round. */
export type Ending = 'complete' | 'budget' | 'deadline' | 'cancelled';

/** One side of one trial: what came back and what the checks made of it. */
export type SideRun = {
  readonly reply: Reply;
  readonly score: Score;
  /** Dollars of the reply (of all turns and steps of a conversation), where every price is known. */
  readonly costUsd?: number;
  /** What was said and called, as a hash: equal where two replies are byte for byte the same. */
  readonly said?: string;
  /** A saved report, which the reply is of, holds a part of what an application did. */
  readonly traceCut?: true;
  /** Characters of what was said and called, whatever tokenizer counts them; absent where only a part of it is known. */
  readonly characters?: number;
  /** It declines to serve the request, as far as its opening words tell. */
  readonly refused?: true;
  /** Nothing was said and no tool called. */
  readonly empty?: true;
  /** The conversation after the opening, where a user was simulated or tools answered. */
  readonly conversation?: HeldConversation;
};

/** One trial of a cell. A cell that is identical on both sides has its one reply under `new`. */
export type TrialRun = {
  readonly round: number;
  readonly uniform: boolean;
  /** Asked once the verdict stood, to name a case that fell: no test sees it. */
  readonly diagnosis?: true;
  /** Counted from 0 through all rounds. */
  readonly trial: number;
  readonly old?: SideRun;
  /** The old reply was kept from another comparison and not asked for this one: it may open the gate, never close it. */
  readonly oldKept?: true;
  readonly new: SideRun;
  /** What the case's pair checks made of the two replies, where they were asked. */
  readonly pairs?: readonly PairScore[];
};

/** A cell with all its trials so far, in order of asking. */
export type CellRun = {
  readonly cell: DesignCell;
  readonly trials: readonly TrialRun[];
  /** What its replies in other comparisons tell of how steady it is, where enough are kept. */
  readonly history?: CellHistory;
};

/** What was said, turn by turn; undefined where a text is not to be had any more. */
export function readTranscript(
  turns: readonly ConversationTurn[],
  readText: (call: string) => string | undefined,
): readonly Message[] | undefined {
  const whole = turns.flatMap((turn): readonly Message[] => {
    if (turn.role === 'tool') return [{ role: 'tool', content: turn.content, toolCallId: turn.toolCallId }];
    const { role, call, toolCalls } = turn;
    const text = readText(call);
    const content = role === 'user' && text !== undefined ? readMove(text)?.message : text;
    return content === undefined ? [] : [{ role, content, ...(toolCalls === undefined ? {} : { toolCalls }) }];
  });
  return whole.length < turns.length ? undefined : whole;
}

/**
 * One message of a conversation, by the call whose answer holds it: texts stay in the store. What a tool answers stands in its case.
 * `toolCalls`: those that were to be answered.
 */
export type ConversationTurn =
  | { readonly role: 'user' | 'assistant'; readonly call: string; readonly toolCalls?: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly name: string; readonly content: string; readonly toolCallId: string };

/**
 * How a conversation that can be scored may end: the user's goal is met or given up, or the user has no turn left; of steps with
 * tools: the model answered in words, it called tools in the last step it had, or it made a call that no canned result fits.
 */
export const conversationEnds = ['met', 'given-up', 'turns', 'answered', 'max-steps', 'no-result'] as const;
export type ConversationEnd = (typeof conversationEnds)[number];

/** A conversation that was held to its end. */
export type HeldConversation = {
  /** What was said after the opening. */
  readonly turns: readonly ConversationTurn[];
  readonly end: ConversationEnd;
  /** Calls of its last reply that no canned result fits. */
  readonly unanswered?: readonly ToolCall[];
};
