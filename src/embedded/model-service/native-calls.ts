import { z } from 'zod';
import type { Json, JsonObject } from '../../core/json.ts';
import type { Message } from '../../core/prompt.ts';
import type { ToolCall } from '../../core/reply.ts';
import { type ReadCall, sourceOf } from './read-call.ts';

/** The APIs beside chat completions that the service speaks. */
export type NativeApi = 'responses' | 'anthropic' | 'gemini';

const json = z.json();
const text = z.looseObject({ text: z.string() });
const texts = (held: readonly unknown[]): string =>
  held.flatMap((one) => text.safeParse(one).data?.text ?? []).join('');
const content = z.union([z.string(), z.array(json)]);
const said = (held: string | readonly Json[]): string => (typeof held === 'string' ? held : texts(held));
const bytes = (mediaType: string, base64: string): string => `data:${mediaType};base64,${base64}`;
/** Where a picture is, in the form of each API. */
const picture = z.union([
  z.looseObject({ type: z.literal('input_image'), image_url: z.string() }).transform((one) => one.image_url),
  z
    .looseObject({ type: z.literal('image'), source: z.looseObject({ media_type: z.string(), data: z.string() }) })
    .transform(({ source }) => bytes(source.media_type, source.data)),
  z
    .looseObject({ inlineData: z.looseObject({ mimeType: z.string(), data: z.string() }) })
    .transform(({ inlineData: { mimeType, data } }) => bytes(mimeType, data)),
]);
/** The pictures of a message, without the texts beside them. */
function shownBy(held: string | readonly unknown[]): Pick<Message, 'parts'> {
  const urls = typeof held === 'string' ? [] : held.flatMap((one) => picture.safeParse(one).data ?? []);
  return urls.length === 0 ? {} : { parts: urls.map((url) => ({ kind: 'image', source: sourceOf(url) })) };
}

/** Names that stand in a body; another is refused, as the services do. */
const names: Readonly<Record<NativeApi, string>> = {
  responses:
    'model input store include max_output_tokens reasoning text tools tool_choice parallel_tool_calls temperature top_p top_logprobs metadata user stream',
  anthropic:
    'model messages system max_tokens stop_sequences temperature top_p top_k tools tool_choice thinking output_config metadata stream',
  gemini: 'contents systemInstruction generationConfig tools toolConfig safetySettings',
};

/** Reads the body of a request to one of the APIs as that API means it; a shape that it has not is broken. */
export function readNativeCall(api: NativeApi, written: string, model: string): ReadCall {
  let body: unknown;
  try {
    body = JSON.parse(written);
  } catch {
    return { kind: 'broken', why: 'The body is no JSON.' };
  }
  const read = z.record(z.string(), json).safeParse(body);
  if (!read.success) return { kind: 'broken', why: z.prettifyError(read.error) };
  const unknown = Object.keys(read.data).find((name) => !names[api].split(' ').includes(name));
  if (unknown !== undefined) return { kind: 'broken', why: `${unknown}: Extra inputs are not permitted` };
  try {
    return { kind: 'chat', ...readers[api](read.data, model) };
  } catch (error) {
    if (error instanceof z.ZodError) return { kind: 'broken', why: z.prettifyError(error) };
    throw error;
  }
}

type Read = { readonly model: string; readonly messages: readonly Message[]; readonly params: JsonObject };

const readers: Readonly<Record<NativeApi, (body: JsonObject, model: string) => Read>> = {
  responses: readResponses,
  anthropic: readAnthropic,
  gemini: readGemini,
};

const item = z.union([
  z.strictObject({ role: z.enum(['system', 'developer', 'user', 'assistant']), content }),
  z.strictObject({ type: z.literal('function_call'), call_id: z.string(), name: z.string(), arguments: z.string() }),
  z.strictObject({ type: z.literal('function_call_output'), call_id: z.string(), output: z.string() }),
  z.looseObject({ type: z.literal('reasoning'), encrypted_content: z.string() }),
]);
const responses = z.looseObject({
  model: z.string(),
  store: z.literal(false),
  input: z.array(item).min(1),
  tools: z.array(z.looseObject({ type: z.string(), name: z.string() })).optional(),
});

function readResponses(body: JsonObject): Read {
  const { model, input } = responses.parse(body);
  let sealed: readonly Json[] = [];
  const messages: Message[] = [];
  for (const one of input) {
    if (!('type' in one)) messages.push({ role: one.role, content: said(one.content), ...shownBy(one.content) });
    else if (one.type === 'function_call_output')
      messages.push({ role: 'tool', content: one.output, toolCallId: one.call_id });
    else if (one.type === 'reasoning') sealed = [...sealed, json.parse(one)];
    else {
      const call: ToolCall = { id: one.call_id, name: one.name, arguments: one.arguments };
      const last = messages.at(-1);
      const calling = last?.role === 'assistant' ? last : undefined;
      if (calling !== undefined) messages.pop();
      const toolCalls = [...(calling?.toolCalls ?? []), call];
      messages.push({ role: 'assistant', content: calling?.content ?? '', toolCalls, ...carried(sealed) });
    }
  }
  const { model: _, input: __, store: ___, ...params } = body;
  return { model, messages, params };
}

function carried(sealed: readonly Json[]): { readonly carried?: Json } {
  return sealed.length === 0 ? {} : { carried: sealed };
}

const block = z.union([
  z.strictObject({ type: z.literal('text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('tool_use'), id: z.string(), name: z.string(), input: z.record(z.string(), json) }),
  z.strictObject({ type: z.literal('tool_result'), tool_use_id: z.string(), content }),
  z.strictObject({
    type: z.enum(['image', 'document']),
    source: z.looseObject({ type: z.string() }),
    title: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('thinking'), thinking: z.string(), signature: z.string() }),
]);
const anthropic = z.looseObject({
  model: z.string(),
  max_tokens: z.int().min(1),
  system: content.optional(),
  messages: z.array(z.strictObject({ role: z.enum(['user', 'assistant']), content: z.array(block).min(1) })).min(1),
  tools: z
    .array(z.looseObject({ name: z.string(), input_schema: z.looseObject({ type: z.literal('object') }) }))
    .optional(),
  tool_choice: z.looseObject({ type: z.enum(['auto', 'any', 'tool', 'none']) }).optional(),
});

function readAnthropic(body: JsonObject): Read {
  const { model, system, messages } = anthropic.parse(body);
  const turns = messages.flatMap(({ role, content: blocks }): readonly Message[] => {
    const results = blocks.flatMap((one): readonly Message[] =>
      one.type === 'tool_result' ? [{ role: 'tool', content: said(one.content), toolCallId: one.tool_use_id }] : [],
    );
    const toolCalls = blocks.flatMap((one) =>
      one.type === 'tool_use' ? [{ id: one.id, name: one.name, arguments: JSON.stringify(one.input) }] : [],
    );
    const sealed = blocks.filter(({ type }) => type === 'thinking').map((one) => json.parse(one));
    const plain = blocks.filter(({ type }) => type !== 'tool_result');
    const calling = toolCalls.length === 0 ? {} : { toolCalls };
    const turn = { role, content: texts(blocks), ...shownBy(blocks), ...calling, ...carried(sealed) };
    return plain.length === 0 ? results : [...results, turn];
  });
  const { model: _, messages: __, system: ___, ...params } = body;
  return {
    model,
    params,
    messages: [...(system === undefined ? [] : [{ role: 'system' as const, content: said(system) }]), ...turns],
  };
}

const part = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({
    functionCall: z.strictObject({ id: z.string().optional(), name: z.string(), args: z.record(z.string(), json) }),
    thoughtSignature: z.string().optional(),
  }),
  z.strictObject({
    functionResponse: z.strictObject({
      id: z.string().optional(),
      name: z.string(),
      response: z.looseObject({ content: json }),
    }),
  }),
  z.strictObject({ inlineData: z.strictObject({ mimeType: z.string(), data: z.string() }) }),
  z.strictObject({ fileData: z.strictObject({ mimeType: z.string(), fileUri: z.string() }) }),
]);
const gemini = z.looseObject({
  contents: z.array(z.strictObject({ role: z.enum(['user', 'model']), parts: z.array(part).min(1) })).min(1),
  systemInstruction: z.strictObject({ parts: z.array(text) }).optional(),
  generationConfig: z.record(z.string(), json).optional(),
  tools: z
    .array(z.looseObject({ functionDeclarations: z.array(z.looseObject({ name: z.string() })).optional() }))
    .optional(),
});

function readGemini(body: JsonObject, model: string): Read {
  const { contents, systemInstruction, generationConfig = {} } = gemini.parse(body);
  const turns = contents.flatMap(({ role, parts }): readonly Message[] => {
    const results = parts.flatMap((one): readonly Message[] => {
      if (!('functionResponse' in one)) return [];
      const { id, response } = one.functionResponse;
      const held = typeof response.content === 'string' ? response.content : JSON.stringify(response.content);
      return [{ role: 'tool', content: held, ...(id === undefined ? {} : { toolCallId: id }) }];
    });
    const called = parts.flatMap((one) => ('functionCall' in one ? [one] : []));
    const toolCalls = called.map(({ functionCall: { id, name, args } }) => {
      return { name, arguments: JSON.stringify(args), ...(id === undefined ? {} : { id }) };
    });
    const sealed = called.flatMap(({ thoughtSignature }) => thoughtSignature ?? []);
    if (results.length === parts.length) return results;
    const turn: Message = {
      role: role === 'model' ? 'assistant' : 'user',
      content: texts(parts),
      ...shownBy(parts),
      ...(toolCalls.length === 0 ? {} : { toolCalls }),
      ...carried(sealed),
    };
    return [...results, turn];
  });
  const system =
    systemInstruction === undefined ? [] : [{ role: 'system' as const, content: texts(systemInstruction.parts) }];
  const { contents: _, systemInstruction: __, generationConfig: ___, ...rest } = body;
  return { model, params: { ...rest, ...generationConfig }, messages: [...system, ...turns] };
}

const embedded = z.looseObject({ content: z.looseObject({ parts: z.array(text).min(1) }) });
const embeddedTexts = z.union([z.looseObject({ requests: z.array(embedded).min(1) }), embedded]);

/** Reads the body of an embedContent or batchEmbedContents request. */
export function readGeminiTexts(body: string, model: string): ReadCall {
  const read = embeddedTexts.safeParse(JSON.parse(body));
  if (!read.success) return { kind: 'broken', why: z.prettifyError(read.error) };
  const requests = 'requests' in read.data ? z.array(embedded).parse(read.data.requests) : [embedded.parse(read.data)];
  return { kind: 'embedding', model, texts: requests.map(({ content: { parts } }) => texts(parts)) };
}
