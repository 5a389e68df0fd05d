import type { Json, JsonObject } from '../../core/json.ts';
import { ProviderError } from '../../core/ports.ts';
import type { Message, Part } from '../../core/prompt.ts';
import {
  effortOf,
  joinJson,
  type ParameterTable,
  readFormat,
  readToolChoice,
  readTools,
  stopsOf,
} from '../service/parameters.ts';
import { cannotShow, readArguments } from '../service/parts.ts';

const noPlace = 'Converse has no such parameter';

/** What Converse makes of chat parameters. */
export const converseParameters: ParameterTable = {
  max_tokens: { at: 'inferenceConfig.maxTokens' },
  max_completion_tokens: { at: 'inferenceConfig.maxTokens' },
  temperature: { at: 'inferenceConfig.temperature' },
  top_p: { at: 'inferenceConfig.topP' },
  top_k: { at: 'additionalModelRequestFields.top_k' },
  stop: { at: 'inferenceConfig.stopSequences', write: stopsOf },
  reasoning_effort: { at: 'outputConfig.effort', write: effortOf },
  response_format: {
    at: 'outputConfig.textFormat',
    write: writeFormat,
    told: 'a JSON schema; `json_object` is left out',
  },
  tools: { at: 'toolConfig.tools', write: writeTools },
  tool_choice: { at: 'toolConfig.toolChoice', write: writeChoice, told: '`none` is refused' },
  metadata: { at: 'requestMetadata' },
  parallel_tool_calls: { none: noPlace },
  n: { none: noPlace },
  seed: { none: noPlace },
  logprobs: { none: noPlace },
  top_logprobs: { none: noPlace },
  logit_bias: { none: noPlace },
  presence_penalty: { none: noPlace },
  frequency_penalty: { none: noPlace },
  user: { none: noPlace },
  verbosity: { none: noPlace },
  prediction: { none: noPlace },
};

/** Names that Converse has itself. */
const ownNames: ReadonlySet<string> = new Set([
  'additionalModelRequestFields',
  'additionalModelResponseFieldPaths',
  'guardrailConfig',
  'inferenceConfig',
  'outputConfig',
  'performanceConfig',
  'promptVariables',
  'requestMetadata',
  'serviceTier',
  'toolConfig',
]);

/** What Converse has no name for is the model's own (`thinking`, `top_k`), and stands in a place for that. */
export function finishBody(body: JsonObject): JsonObject {
  const entries = Object.entries(body);
  const own = Object.fromEntries(entries.filter(([name]) => ownNames.has(name)));
  const others = Object.fromEntries(entries.filter(([name]) => !ownNames.has(name)));
  return Object.keys(others).length === 0 ? own : joinJson(own, { additionalModelRequestFields: others });
}

function writeFormat(value: Json): Json | undefined {
  const format = readFormat(value);
  if (format?.type !== 'json_schema') return undefined;
  const { name, description, schema = { type: 'object' } } = format.json_schema;
  const named = {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
  };
  return { type: 'json_schema', structure: { jsonSchema: { schema: JSON.stringify(schema), ...named } } };
}

function writeTools(value: Json): Json {
  return readTools(value).map((tool) => {
    if ('native' in tool) return tool.native;
    const { name, description, parameters = { type: 'object', properties: {} }, strict } = tool.function;
    return {
      toolSpec: {
        name,
        inputSchema: { json: parameters },
        ...(description === undefined ? {} : { description }),
        ...(strict === true ? { strict } : {}),
      },
    };
  });
}

function writeChoice(value: Json): Json {
  const choice = readToolChoice(value);
  if (choice === undefined) return value;
  if (typeof choice === 'object') return { tool: { name: choice.name } };
  if (choice === 'none') {
    const message = 'was not asked: Converse cannot forbid the tools that it is given (`tool_choice: none`).';
    throw new ProviderError(message, { reason: 'refused-request', fix: 'Leave `tools` out.' });
  }
  return choice === 'required' ? { any: {} } : { auto: {} };
}

type Turn = { readonly role: 'user' | 'assistant'; readonly content: readonly Json[] };

/**
 * Messages as Converse takes them: what `system` and `developer` say stands apart, and user and assistant take turns, so that what
 * one of them says twice in a row is one turn.
 * @throws ProviderError where a part has no form, or a call's arguments are no JSON object
 */
export function writeConversation(messages: readonly Message[]): JsonObject {
  const isOfSystem = ({ role }: Message): boolean => role === 'system' || role === 'developer';
  const others = messages.filter((message) => !isOfSystem(message));
  const system = messages.filter(
    (message) => isOfSystem(message) && others.length > 0 && message.content.trim() !== '',
  );
  const turns: Turn[] = [];
  // The API wants a message: where there is none but the system's, that is it.
  for (const message of others.length > 0 ? others : messages) {
    const role = message.role === 'assistant' ? 'assistant' : 'user';
    const last = turns.at(-1);
    if (last?.role === role) turns[turns.length - 1] = { role, content: [...last.content, ...blocksOf(message)] };
    else turns.push({ role, content: blocksOf(message) });
  }
  return {
    messages: turns,
    ...(system.length === 0 ? {} : { system: system.map(({ content }) => ({ text: content })) }),
  };
}

function blocksOf({ role, content, parts, toolCalls = [], toolCallId, carried }: Message): readonly Json[] {
  if (role === 'tool') return [{ toolResult: { toolUseId: toolCallId ?? 'call_0', content: [{ text: content }] } }];
  // A text of nothing is refused beside calls.
  const shown = parts?.map(writePart) ?? (content === '' && toolCalls.length > 0 ? [] : [{ text: content }]);
  const calls = toolCalls.map(({ id, name, arguments: written }, index) => {
    return { toolUse: { toolUseId: id ?? `call_${index}`, name, input: readArguments(name, written) } };
  });
  return [...(Array.isArray(carried) ? carried : []), ...shown, ...calls];
}

const documents: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'pdf'],
  ['application/msword', 'doc'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.ms-excel', 'xls'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['text/csv', 'csv'],
  ['text/html', 'html'],
  ['text/markdown', 'md'],
  ['text/plain', 'txt'],
]);
const pictures: ReadonlyMap<string, string> = new Map(
  ['png', 'jpeg', 'gif', 'webp'].map((format) => [`image/${format}`, format]),
);
const sounds: ReadonlyMap<string, string> = new Map([
  ...['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'].map((type) => [type, 'wav'] as const),
  ...['audio/mpeg', 'audio/mp3'].map((type) => [type, 'mp3'] as const),
  ...['aac', 'flac', 'ogg', 'opus', 'webm'].map((format) => [`audio/${format}`, format] as const),
]);
const formats = { image: pictures, audio: sounds, file: documents } as const;

function writePart(part: Part): Json {
  if (part.kind === 'text') return { text: part.text };
  const { kind, source, name = 'file' } = part;
  if (source.kind === 'url') throw cannotShow(part, 'reads no address of it', 'Give the file itself.');
  const format = formats[kind].get(source.mediaType);
  if (format === undefined) {
    const fix = `It takes ${[...new Set(formats[kind].values())].join(', ')}.`;
    throw cannotShow(part, `does not take ${source.mediaType}`, fix);
  }
  const shown = { format, source: { bytes: source.base64 } };
  if (kind !== 'file') return { [kind]: shown };
  // Of a name it takes letters, digits, single spaces and a few signs.
  const plain = name.replaceAll(/[^A-Za-z0-9\s()[\]-]+/gu, '-').replaceAll(/\s+/gu, ' ');
  return { document: { ...shown, name: plain } };
}
