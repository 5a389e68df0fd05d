import type { Request } from '../../core/call.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import type { SaidTurn } from '../../core/design/messages-of.ts';
import { withHistory } from '../../core/design/with-history.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { canonicalJson } from '../../core/json.ts';
import type { Message } from '../../core/prompt.ts';
import type { Reply } from '../../core/reply.ts';
import type { Side } from '../../core/side.ts';
import type { Ask } from './answer-asking.ts';
import { callOfSide, type SideOfTrial } from './call-of-side.ts';

/** The messages of one side's prompt for a case, once the turns before it were said. */
export type MessagesAfter = (
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
    const messages = messagesAfter(cell, side, { ...golden, vars }, said);
    const call = callOfSide(asked, { ...request, messages }, undefined);
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
  return { ...request, messages: withHistory(messagesAfter(cell, side, golden, said), golden.history) };
}

/** A prompt that is one text is that text, a chat the list of its messages. */
function promptIn(messages: readonly Message[]): SaidTurn['prompt'] {
  const [only, ...others] = messages;
  if (only !== undefined && only.role === 'user' && others.length === 0) return only.content;
  return messages.map(({ role, content }) => ({ role, content }));
}
