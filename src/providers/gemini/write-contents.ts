import type { LanguageModelV3Prompt } from '@ai-sdk/provider';
import { z } from 'zod';
import type { Json, JsonObject } from '../../core/json.ts';
import type { Message, Part } from '../../core/prompt.ts';
import type { ToolCall } from '../../core/reply.ts';
import { type ParameterTable, readFormat, readToolChoice, readTools, stopsOf } from '../service/parameters.ts';
import { readArguments } from '../service/parts.ts';

const noPlace = 'generateContent has no such parameter';

/** What generateContent makes of chat parameters. */
export const geminiParameters: ParameterTable = {
  max_tokens: { at: 'generationConfig.maxOutputTokens' },
  max_completion_tokens: { at: 'generationConfig.maxOutputTokens' },
  temperature: { at: 'generationConfig.temperature' },
  top_p: { at: 'generationConfig.topP' },
  top_k: { at: 'generationConfig.topK' },
  seed: { at: 'generationConfig.seed' },
  stop: { at: 'generationConfig.stopSequences', write: stopsOf },
  presence_penalty: { at: 'generationConfig.presencePenalty' },
  frequency_penalty: { at: 'generationConfig.frequencyPenalty' },
  logprobs: { at: 'generationConfig.responseLogprobs' },
  top_logprobs: { at: 'generationConfig.logprobs' },
  reasoning_effort: {
    at: 'generationConfig.thinkingConfig.thinkingLevel',
    write: (value) => (/^(?:minimal|low|medium|high)$/u.test(String(value)) ? String(value).toUpperCase() : undefined),
    told: '`minimal` to `high`',
  },
  response_format: {
    at: 'generationConfig',
    write: writeFormat,
    told: '`responseMimeType`, and a schema as `responseJsonSchema`',
  },
  tools: { at: 'tools', write: writeTools },
  tool_choice: { at: 'toolConfig.functionCallingConfig', write: writeChoice },
  parallel_tool_calls: { none: noPlace },
  n: { none: noPlace },
  logit_bias: { none: noPlace },
  user: { none: noPlace },
  metadata: { none: noPlace },
  verbosity: { none: noPlace },
  prediction: { none: noPlace },
};

function writeFormat(value: Json): Json | undefined {
  const format = readFormat(value);
  if (format === undefined) return undefined;
  if (format.type === 'text') return {};
  const schema = format.type === 'json_schema' ? format.json_schema.schema : undefined;
  return { responseMimeType: 'application/json', ...(schema === undefined ? {} : { responseJsonSchema: schema }) };
}

function writeTools(value: Json): Json {
  const tools = readTools(value);
  const declared = tools.flatMap((tool): readonly JsonObject[] => {
    if ('native' in tool) return [];
    const { name, description = '', parameters } = tool.function;
    return [{ name, description, ...(parameters === undefined ? {} : { parametersJsonSchema: parameters }) }];
  });
  const native = tools.flatMap((tool) => ('native' in tool ? [tool.native] : []));
  return [...(declared.length === 0 ? [] : [{ functionDeclarations: declared }]), ...native];
}

const modes = { auto: 'AUTO', none: 'NONE', required: 'ANY' } as const;

function writeChoice(value: Json): Json | undefined {
  const choice = readToolChoice(value);
  if (choice === undefined) return undefined;
  return typeof choice === 'object' ? { mode: 'ANY', allowedFunctionNames: [choice.name] } : { mode: modes[choice] };
}

/**
 * Messages as the library takes them: what `system` and `developer` say stands first, results of calls made together are one turn.
 * @throws ProviderError where a call's arguments are no JSON object
 */
export function writePrompt(messages: readonly Message[]): LanguageModelV3Prompt {
  const isOfSystem = ({ role }: Message): boolean => role === 'system' || role === 'developer';
  const others = messages.filter((message) => !isOfSystem(message));
  const called = new Map(
    messages.flatMap(({ toolCalls = [] }) => toolCalls.map((call, at) => [idOf(call, at), call.name])),
  );
  const prompt: LanguageModelV3Prompt = messages
    .filter((message) => isOfSystem(message) && others.length > 0)
    .map(({ content }) => ({ role: 'system', content }));
  // The API wants a message: where there is none but the system's, that is it.
  for (const message of others.length > 0 ? others : messages) {
    const { role, content, parts = [{ kind: 'text', text: content }], toolCallId = 'call_0' } = message;
    if (role === 'assistant') prompt.push({ role, content: saidOf(message) });
    else if (role !== 'tool') prompt.push({ role: 'user', content: parts.map(writePart) });
    else {
      const toolName = called.get(toolCallId) ?? 'tool';
      const result = { type: 'tool-result', toolCallId, toolName, output: outputOf(content) } as const;
      const last = prompt.at(-1);
      if (last?.role === 'tool') last.content.push(result);
      else prompt.push({ role, content: [result] });
    }
  }
  return prompt;
}

const signatures = z.record(z.string(), z.string());

type Said = Extract<LanguageModelV3Prompt[number], { role: 'assistant' }>['content'];

function saidOf({ content, toolCalls = [], carried }: Message): Said {
  const signed = signatures.safeParse(carried).data ?? {};
  const calls = toolCalls.map((call, at) => {
    const toolCallId = idOf(call, at);
    const thoughtSignature = signed[toolCallId];
    return {
      type: 'tool-call',
      toolCallId,
      toolName: call.name,
      input: readArguments(call.name, call.arguments),
      ...(thoughtSignature === undefined ? {} : { providerOptions: { google: { thoughtSignature } } }),
    } as const;
  });
  return content === '' && calls.length > 0 ? calls : [{ type: 'text', text: content }, ...calls];
}

function idOf({ id }: ToolCall, at: number): string {
  return id ?? `call_${at}`;
}

type Output = Extract<
  Extract<LanguageModelV3Prompt[number], { role: 'tool' }>['content'][number],
  { type: 'tool-result' }
>['output'];

function outputOf(content: string): Output {
  return { type: 'text', value: content };
}

type Shown = Extract<LanguageModelV3Prompt[number], { role: 'user' }>['content'][number];

/** What an address is read as where nothing says it. */
const usualTypes = { image: 'image/jpeg', audio: 'audio/mpeg', file: 'application/pdf' } as const;

function writePart(part: Part): Shown {
  if (part.kind === 'text') return { type: 'text', text: part.text };
  const { kind, source } = part;
  return source.kind === 'url'
    ? { type: 'file', data: new URL(source.url), mediaType: usualTypes[kind] }
    : { type: 'file', data: source.base64, mediaType: source.mediaType };
}
