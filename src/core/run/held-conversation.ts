/** One message of a conversation, by the call whose answer holds it: texts stay in the store. */
export type ConversationTurn = { readonly role: 'user' | 'assistant'; readonly call: string };

/** How a conversation that can be scored may end: the user's goal is met or given up, or the user has no turn left. */
export const conversationEnds = ['met', 'given-up', 'turns'] as const;

/** A conversation that was held to its end. */
export type HeldConversation = {
  /** What was said after the opening. */
  readonly turns: readonly ConversationTurn[];
  readonly end: (typeof conversationEnds)[number];
};
