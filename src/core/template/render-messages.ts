import type { JsonObject } from '../json.ts';
import type { Message, Prompt } from '../prompt.ts';
import { engines } from './engines.ts';

/** A prompt's messages with their templates filled from `vars`, else from the prompt's own defaults. */
export function renderMessages(
  prompt: Prompt,
  vars: JsonObject,
): { readonly messages: readonly Message[]; readonly unknown: readonly string[] } {
  const values = { ...prompt.defaults, ...vars };
  const { fill } = engines[prompt.engine];
  const filled = prompt.messages.map(({ role, content }) => ({ role, ...fill(content, values) }));
  return {
    messages: filled.map(({ role, text }) => ({ role, content: text })),
    unknown: [...new Set(filled.flatMap(({ unknown }) => unknown))],
  };
}
