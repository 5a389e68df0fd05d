import { z } from 'zod';
import type { JsonObject } from '../../core/json.ts';
import type { Message, Part } from '../../core/prompt.ts';
import type { ModelScript } from './script.ts';

const part = z.looseObject({
  text: z.string().optional(),
  image_url: z.object({ url: z.string() }).optional(),
  input_audio: z.object({ data: z.string(), format: z.string() }).optional(),
  file: z.object({ filename: z.string(), file_data: z.string() }).optional(),
});
const called = z.looseObject({
  id: z.string().min(1),
  type: z.literal('function'),
  function: z.looseObject({ name: z.string(), arguments: z.string() }),
});
const message = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content: z.union([z.string(), z.array(part), z.null()]).optional(),
  tool_calls: z.array(called).min(1).optional(),
  tool_call_id: z.string().optional(),
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
  const { model, messages: sent, ...params } = read.data;
  const messages = sent.map(readMessage);
  const unpaired = findUnpaired(messages);
  if (unpaired !== undefined) return { kind: 'broken', why: unpaired };
  return {
    kind: 'chat',
    model,
    params,
    messages,
  };
}

function readMessage({ role, content, tool_calls: calls, tool_call_id: answers }: z.infer<typeof message>): Message {
  return {
    role,
    content: textOf(content),
    ...(Array.isArray(content) && { parts: content.map(readPart) }),
    ...(calls === undefined
      ? {}
      : {
          toolCalls: calls.map(({ id, function: { name, arguments: written } }) => ({ id, name, arguments: written })),
        }),
    ...(answers === undefined ? {} : { toolCallId: answers }),
  };
}

/** As the API refuses it: a call without a result right after it, or a result of no call. */
function findUnpaired(messages: readonly Message[]): string | undefined {
  let open = new Set<string>();
  for (const { role, toolCalls = [], toolCallId = '' } of messages) {
    if (role === 'tool') {
      if (!open.delete(toolCallId)) return `'tool_call_id' ${toolCallId} answers no call before it.`;
      continue;
    }
    if (open.size > 0) break;
    open = new Set(toolCalls.flatMap(({ id }) => id ?? []));
  }
  if (open.size === 0) return undefined;
  return `An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id': ${[...open].join(', ')}.`;
}

function textOf(content: string | readonly { readonly text?: string | undefined }[] | null | undefined): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map(({ text }) => text ?? '').join('');
}

/** Why a model that takes texts alone refuses a call. */
export function whyUnseen(
  { model, messages }: Extract<ReadCall, { kind: 'chat' }>,
  { textOnly = [] }: Pick<ModelScript, 'textOnly'>,
): string | undefined {
  const shows = messages.some(({ parts = [] }) => parts.some(({ kind }) => kind !== 'text'));
  if (!shows || !textOnly.includes(model)) return undefined;
  return 'Invalid content type. image_url is only supported by certain models.';
}

/** What a part shows, as the client sent it. */
function readPart({ text = '', image_url: image, input_audio: audio, file }: z.infer<typeof part>): Part {
  if (image !== undefined) return { kind: 'image', source: sourceOf(image.url) };
  if (audio !== undefined)
    return { kind: 'audio', source: { kind: 'data', mediaType: `audio/${audio.format}`, base64: audio.data } };
  if (file !== undefined) return { kind: 'file', source: sourceOf(file.file_data), name: file.filename };
  return { kind: 'text', text };
}

/** What an address or a data URL says. */
export function sourceOf(url: string): Exclude<Part, { kind: 'text' }>['source'] {
  const [, mediaType = '', base64 = ''] = /^data:([^;,]*);base64,(.*)$/su.exec(url) ?? [];
  return base64 === '' ? { kind: 'url', url } : { kind: 'data', mediaType, base64 };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
