import type { Message } from '../prompt.ts';

/**
 * Puts a case's earlier turns where they would stand in a conversation: before the prompt's last message where
 * that is the user's question, else after the prompt's messages.
 */
export function withHistory(messages: readonly Message[], history: readonly Message[]): readonly Message[] {
  if (history.length === 0) return messages;
  const last = messages.at(-1);
  if (last?.role !== 'user') return [...messages, ...history];
  return [...messages.slice(0, -1), ...history, last];
}
