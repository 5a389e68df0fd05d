import type { GoldenCase } from '../golden-case.ts';
import type { Json } from '../json.ts';
import type { Message, Prompt } from '../prompt.ts';
import type { RenderPrompt } from './design-review.ts';
import { turnOf } from './turn-of.ts';
import { varsOf } from './vars-of.ts';
import { wrapPrompt } from './wrap-prompt.ts';

/** What was asked and said in a turn of a conversation, as promptfoo's templates find it in `_conversation`. */
export type SaidTurn = { readonly prompt: Json; readonly input: string; readonly output: string };

/** The messages that a case asks of a prompt. @param said turns before it; absent: something in their place. */
export function messagesOf(
  prompt: Prompt,
  golden: GoldenCase,
  render: RenderPrompt,
  said?: readonly SaidTurn[],
): readonly Message[] {
  const { messages } = render(wrapPrompt(prompt, golden), varsOf(golden, said));
  const turn = turnOf(golden, prompt);
  return turn === undefined ? messages : [...messages, turn];
}
