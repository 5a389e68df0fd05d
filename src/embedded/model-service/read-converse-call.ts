import { z } from 'zod';
import type { Json } from '../../core/json.ts';
import type { Message, Part } from '../../core/prompt.ts';
import type { ReadCall } from './read-call.ts';

const json = z.json();
const text = z.strictObject({
  text: z.string().regex(/\S/u, { error: 'The text field in the ContentBlock is blank.' }),
});
const bytes = z.strictObject({ bytes: z.base64() });
const named = z.string().regex(/^(?:[A-Za-z0-9()[\]-]|\s(?!\s))+$/u);
const block = z.union([
  text,
  z.strictObject({
    toolUse: z.strictObject({ toolUseId: z.string(), name: z.string(), input: z.record(z.string(), json) }),
  }),
  z.strictObject({ toolResult: z.strictObject({ toolUseId: z.string(), content: z.array(text).min(1) }) }),
  z.strictObject({
    image: z.strictObject({ format: z.enum(['png', 'jpeg', 'gif', 'webp']), source: bytes }),
  }),
  z.strictObject({
    document: z.strictObject({ format: z.string(), name: named, source: bytes }),
  }),
  z.strictObject({ audio: z.strictObject({ format: z.string(), source: bytes }) }),
  z.strictObject({
    reasoningContent: z.strictObject({ reasoningText: z.strictObject({ text: z.string(), signature: z.string() }) }),
  }),
]);
const empty = z.strictObject({});
const body = z.strictObject({
  messages: z.array(z.strictObject({ role: z.enum(['user', 'assistant']), content: z.array(block).min(1) })).min(1),
  system: z.array(text).optional(),
  inferenceConfig: z
    .strictObject({
      maxTokens: z.int().min(1).optional(),
      temperature: z.number().optional(),
      topP: z.number().optional(),
      stopSequences: z.array(z.string()).optional(),
    })
    .optional(),
  toolConfig: z
    .strictObject({
      tools: z
        .array(
          z.strictObject({
            toolSpec: z.strictObject({
              name: z.string(),
              description: z.string().min(1).optional(),
              inputSchema: z.strictObject({ json: z.record(z.string(), json) }),
              strict: z.boolean().optional(),
            }),
          }),
        )
        .min(1),
      toolChoice: z
        .union([
          z.strictObject({ auto: empty }),
          z.strictObject({ any: empty }),
          z.strictObject({ tool: z.strictObject({ name: z.string() }) }),
        ])
        .optional(),
    })
    .optional(),
  outputConfig: z
    .strictObject({
      effort: z.enum(['low', 'medium', 'high', 'xhigh', 'max']).optional(),
      textFormat: z
        .strictObject({
          type: z.literal('json_schema'),
          structure: z.strictObject({
            jsonSchema: z.strictObject({
              // A text that holds JSON.
              schema: z.string().transform((written): Json => json.parse(JSON.parse(written))),
              name: z.string().optional(),
              description: z.string().optional(),
            }),
          }),
        })
        .optional(),
    })
    .optional(),
  additionalModelRequestFields: z.record(z.string(), json).optional(),
  additionalModelResponseFieldPaths: z.array(z.string()).optional(),
  guardrailConfig: z.looseObject({ guardrailIdentifier: z.string(), guardrailVersion: z.string() }).optional(),
  requestMetadata: z.record(z.string(), z.string()).optional(),
  performanceConfig: z.strictObject({ latency: z.enum(['standard', 'optimized']) }).optional(),
});

/** Reads the body of a Converse request; a name that the API has not is refused. */
export function readConverseCall(written: string, model: string): ReadCall {
  let parsed: unknown;
  try {
    parsed = JSON.parse(written);
  } catch {
    return { kind: 'broken', why: 'The body is no JSON.' };
  }
  const read = body.safeParse(parsed);
  if (!read.success) return { kind: 'broken', why: z.prettifyError(read.error) };
  const { messages, system = [], inferenceConfig = {}, ...rest } = read.data;
  if (messages.some(({ role }, at) => role !== (at % 2 === 0 ? 'user' : 'assistant')))
    return { kind: 'broken', why: 'A conversation must start with a user message and alternate between its roles.' };
  const turns = messages.flatMap(({ role, content }): readonly Message[] => {
    const results = content.flatMap((one): readonly Message[] => {
      if (!('toolResult' in one)) return [];
      const { toolUseId, content: said } = one.toolResult;
      return [{ role: 'tool', content: textOf(said), toolCallId: toolUseId }];
    });
    const toolCalls = content.flatMap((one) => {
      if (!('toolUse' in one)) return [];
      const { toolUseId, name, input } = one.toolUse;
      return [{ id: toolUseId, name, arguments: JSON.stringify(input) }];
    });
    // The pictures, without the texts beside them.
    const parts = content.flatMap((one): readonly Part[] => {
      if (!('image' in one)) return [];
      const { format, source } = one.image;
      return [{ kind: 'image', source: { kind: 'data', mediaType: `image/${format}`, base64: source.bytes } }];
    });
    const carried = content.filter((one) => 'reasoningContent' in one).map((one) => json.parse(one));
    if (results.length === content.length) return results;
    const turn: Message = {
      role,
      content: textOf(content),
      ...(parts.length === 0 ? {} : { parts }),
      ...(toolCalls.length === 0 ? {} : { toolCalls }),
      ...(carried.length === 0 ? {} : { carried }),
    };
    return [...results, turn];
  });
  const params = z.record(z.string(), json).parse(JSON.parse(JSON.stringify({ ...rest, ...inferenceConfig })));
  const said: readonly Message[] = system.length === 0 ? [] : [{ role: 'system', content: textOf(system) }];
  return { kind: 'chat', model, params, messages: [...said, ...turns] };
}

function textOf(blocks: readonly object[]): string {
  return blocks.flatMap((one) => text.safeParse(one).data?.text ?? []).join('');
}
