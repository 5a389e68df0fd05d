import type { JsonObject } from '../json.ts';
import type { Prompt, PromptMessage } from '../prompt.ts';

/** How the files end that hold rendered requests: a line of JSON a case. */
export const snapshotEnding = /\.rendered\.jsonl$/iu;

/** What an application would send for one case: nothing of it is a template any more. */
export type RenderedLine = {
  readonly messages: readonly PromptMessage[];
  /** Model that it would ask. */
  readonly model?: string;
  /** By the names of the chat-completions API, `tools` and `response_format` among them. */
  readonly params: JsonObject;
};

/** Requests by the ids of the cases that they are for, in the order of the file. */
export type RenderedLines = ReadonlyMap<string, RenderedLine>;

/** Whether a snapshot has no line for a case. A prompt that is rendered here has every case. */
export function lacksLine({ rendered }: Pick<Prompt, 'rendered'>, id: string): boolean {
  return rendered !== undefined && !rendered.has(id);
}

/** A prompt as it is asked in one case: of a snapshot that case's line; without messages where there is none. */
export function promptOfCase(prompt: Prompt, id: string): Prompt {
  if (prompt.rendered === undefined) return prompt;
  const { model: _, ...rest } = prompt;
  const { messages, params, model } = prompt.rendered.get(id) ?? { messages: [], params: {} };
  return { ...rest, messages, params, ...(model !== undefined && { model }) };
}
