import type { Json, JsonObject } from '../../core/json.ts';
import type { Message, Part } from '../../core/prompt.ts';
import {
  effortOf,
  type ParameterTable,
  readFormat,
  readToolChoice,
  readTools,
  stopsOf,
} from '../service/parameters.ts';
import { cannotShow, readArguments } from '../service/parts.ts';

const noPlace = 'the Messages API has no such parameter';

/** What the Messages API makes of chat parameters. */
export const anthropicParameters: ParameterTable = {
  max_tokens: { at: 'max_tokens' },
  max_completion_tokens: { at: 'max_tokens' },
  stop: { at: 'stop_sequences', write: stopsOf },
  reasoning_effort: { at: 'output_config.effort', write: effortOf },
  response_format: { at: 'output_config.format', write: writeFormat, told: 'a JSON schema; `json_object` is left out' },
  tools: { at: 'tools', write: writeTools },
  tool_choice: { at: 'tool_choice', write: writeChoice },
  parallel_tool_calls: {
    at: 'tool_choice',
    write: (value) => (value === false ? { disable_parallel_tool_use: true } : undefined),
    told: '`disable_parallel_tool_use`',
  },
  user: { at: 'metadata.user_id' },
  n: { none: noPlace },
  seed: { none: noPlace },
  logprobs: { none: noPlace },
  top_logprobs: { none: noPlace },
  logit_bias: { none: noPlace },
  presence_penalty: { none: noPlace },
  frequency_penalty: { none: noPlace },
  verbosity: { none: noPlace },
  prediction: { none: noPlace },
};

/** Most tokens of a reply where nobody says it: the API wants a number. */
const usualTokens = 8192;

/** A choice is an object with its type: what only forbids parallel calls leaves the choice to the model. */
export function finishBody(body: JsonObject): JsonObject {
  const choice = body['tool_choice'];
  const isOpen = typeof choice === 'object' && choice !== null && !('type' in choice);
  return { max_tokens: usualTokens, ...body, ...(isOpen ? { tool_choice: { type: 'auto', ...choice } } : {}) };
}

function writeFormat(value: Json): Json | undefined {
  const format = readFormat(value);
  return format?.type === 'json_schema'
    ? { type: 'json_schema', schema: format.json_schema.schema ?? { type: 'object' } }
    : undefined;
}

function writeTools(value: Json): Json {
  return readTools(value).map((tool) => {
    if ('native' in tool) return tool.native;
    const { name, description, parameters = { type: 'object', properties: {} }, strict } = tool.function;
    return {
      name,
      input_schema: parameters,
      ...(description === undefined ? {} : { description }),
      ...(strict === true ? { strict } : {}),
    };
  });
}

function writeChoice(value: Json): Json {
  const choice = readToolChoice(value);
  if (choice === undefined) return value;
  if (typeof choice === 'object') return { type: 'tool', name: choice.name };
  return { type: choice === 'required' ? 'any' : choice };
}

type Turn = { readonly role: 'user' | 'assistant'; readonly content: readonly Json[] };

/**
 * Messages as the API takes them: what `system` and `developer` say stands apart, results of calls made together are one turn.
 * @throws ProviderError where a part has no form, or a call's arguments are no JSON object
 */
export function writeTurns(messages: readonly Message[]): JsonObject {
  const isOfSystem = ({ role }: Message): boolean => role === 'system' || role === 'developer';
  const others = messages.filter((message) => !isOfSystem(message));
  const system = messages.filter((message) => isOfSystem(message) && others.length > 0).map(({ content }) => content);
  // The API wants a message: where there is none but the system's, that is it.
  const said = others.length > 0 ? others : messages;
  const turns: Turn[] = [];
  for (const message of said) {
    const role = message.role === 'assistant' ? 'assistant' : 'user';
    const last = turns.at(-1);
    if (message.role === 'tool' && last?.role === 'user') {
      turns[turns.length - 1] = { role, content: [...last.content, ...blocksOf(message)] };
    } else turns.push({ role, content: blocksOf(message) });
  }
  return { messages: turns, ...(system.length === 0 ? {} : { system: system.join('\n\n') }) };
}

function blocksOf(message: Message): readonly Json[] {
  const { role, content, parts, toolCalls = [], toolCallId, carried } = message;
  if (role === 'tool') return [{ type: 'tool_result', tool_use_id: toolCallId ?? 'call_0', content }];
  const shown =
    parts?.map(writePart) ?? (content === '' && toolCalls.length > 0 ? [] : [{ type: 'text', text: content }]);
  const calls = toolCalls.map(({ id, name, arguments: written }, index) => {
    return { type: 'tool_use', id: id ?? `call_${index}`, name, input: readArguments(name, written) };
  });
  return [...(Array.isArray(carried) ? carried : []), ...shown, ...calls];
}

function writePart(part: Part): Json {
  if (part.kind === 'text') return { type: 'text', text: part.text };
  const { kind, source, name } = part;
  if (kind === 'audio') throw cannotShow(part, 'takes no sound', 'Ask a model that listens, of another provider.');
  const title = name === undefined || kind === 'image' ? {} : { title: name };
  const type = kind === 'image' ? 'image' : 'document';
  if (source.kind === 'url') return { type, source: { type: 'url', url: source.url }, ...title };
  const { mediaType, base64 } = source;
  if (kind === 'image' || mediaType === 'application/pdf')
    return { type, source: { type: 'base64', media_type: mediaType, data: base64 }, ...title };
  if (!mediaType.startsWith('text/'))
    throw cannotShow(part, `does not take ${mediaType}`, 'Give it as PDF or plain text.');
  const data = Buffer.from(base64, 'base64').toString('utf8');
  return { type, source: { type: 'text', media_type: 'text/plain', data }, ...title };
}
