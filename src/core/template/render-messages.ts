import type { JsonObject } from '../json.ts';
import type { Message, Prompt } from '../prompt.ts';
import { engines } from './engines.ts';
import { readFilledChat } from './read-filled-chat.ts';

/** A prompt's messages with their templates filled from `vars`, else from the prompt's own defaults. */
export function renderMessages(
  prompt: Prompt,
  vars: JsonObject,
): { readonly messages: readonly Message[]; readonly unknown: readonly string[] } {
  const values = { ...prompt.defaults, ...vars };
  const { fill } = engines[prompt.engine];
  const filled = prompt.messages.map(({ role, content }) => ({ role, ...fill(content, values) }));
  const [only, ...others] = filled;
  const chat =
    prompt.chatAfterFilling === true && only !== undefined && others.length === 0
      ? readFilledChat(only.text)
      : undefined;
  return {
    messages: chat ?? filled.map(({ role, text }) => ({ role, content: text })),
    unknown: [...new Set(filled.flatMap(({ unknown }) => unknown))],
  };
}
