import type { Message } from '../prompt.ts';
import { readMove } from '../scoring/read-move.ts';
import type { ConversationTurn } from './held-conversation.ts';

/** What was said, turn by turn; undefined where a text is not to be had any more. */
export function readTranscript(
  turns: readonly ConversationTurn[],
  readText: (call: string) => string | undefined,
): readonly Message[] | undefined {
  const said = turns.map(({ role, call }) => {
    const text = readText(call);
    return { role, content: role === 'user' && text !== undefined ? readMove(text)?.message : text };
  });
  const whole = said.flatMap(({ role, content }) => (content === undefined ? [] : [{ role, content }]));
  return whole.length < said.length ? undefined : whole;
}
