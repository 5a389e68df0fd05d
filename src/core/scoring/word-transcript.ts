import type { Message } from '../prompt.ts';

/**
 * Messages in words, one after the other, each under who says it. Lines after a message's first are set in: a reply
 * that writes the other's part itself does not look like it.
 */
export function wordTranscript(messages: readonly Message[]): string {
  return messages.map(({ role, content }) => `${role}: ${content.replaceAll('\n', '\n  ')}`).join('\n\n');
}
