import { z } from 'zod';
import type { JsonObject } from '../../core/json.ts';
import type { Message } from '../../core/prompt.ts';

const part = z.looseObject({ text: z.string().optional() });
const message = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content: z.union([z.string(), z.array(part), z.null()]).optional(),
});
const chat = z.object({ model: z.string(), messages: z.array(message).min(1) }).catchall(z.json());
const embedding = z.looseObject({ model: z.string(), input: z.union([z.string(), z.array(z.string()).min(1)]) });

/** A request body as it was understood, or why it was not. */
export type ReadCall =
  | {
      readonly kind: 'chat';
      readonly model: string;
      readonly messages: readonly Message[];
      readonly params: JsonObject;
    }
  | { readonly kind: 'embedding'; readonly model: string; readonly texts: readonly string[] }
  | { readonly kind: 'broken'; readonly why: string };

/** Reads the body of a chat-completions or embeddings request. */
export function readCall(path: 'chat' | 'embedding', body: string): ReadCall {
  const parsed = parseJson(body);
  if (path === 'embedding') {
    const read = embedding.safeParse(parsed);
    if (!read.success) return { kind: 'broken', why: z.prettifyError(read.error) };
    const { model, input } = read.data;
    return { kind: 'embedding', model, texts: typeof input === 'string' ? [input] : input };
  }
  const read = chat.safeParse(parsed);
  if (!read.success) return { kind: 'broken', why: z.prettifyError(read.error) };
  const { model, messages, ...params } = read.data;
  return {
    kind: 'chat',
    model,
    params,
    messages: messages.map(({ role, content }) => ({ role, content: textOf(content) })),
  };
}

function textOf(content: string | readonly { readonly text?: string | undefined }[] | null | undefined): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map(({ text }) => text ?? '').join('');
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
