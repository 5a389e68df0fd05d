import type { Json, JsonObject } from '../../core/json.ts';
import type { LoggedMessage, LoggedTexts } from '../../core/logs/logged-call.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import type { ToolCall } from '../../core/reply.ts';
import { isTooDeep, mapOf, parsedOf, shallowJson, textOf } from './read-values.ts';

/**
 * The messages of a conversation in any of the forms that services and their instrumentation write: a text, a list of messages,
 * a request that holds one, parts of OpenTelemetry, content blocks of Anthropic, contents of Gemini, items of the Responses API. What is nested deeper than any of them stays a text.
 * @param role of a text that stands alone
 */
export function readMessages(value: Json | undefined, role: string): readonly LoggedMessage[] {
  const held = parsedOf(value);
  if (held === undefined || held === null || held === '') return [];
  if (isTooDeep(held)) {
    return [{ role, content: typeof value === 'string' ? value : shallowJson(held), toolCalls: [] }];
  }
  if (isList(held)) return mergeLoose(held, role);
  if (!isObject(held)) return [{ role, content: `${held}`, toolCalls: [] }];
  return readMap(held, role);
}

/** The reply among the messages that came back. */
export function readOutput(value: Json | undefined): LoggedTexts['output'] {
  // Most replies are texts: what is done for each of millions is kept short.
  const held = parsedOf(value);
  if (typeof held === 'string') return held === '' ? undefined : { text: held, toolCalls: [] };
  const messages = readMessages(isTooDeep(held) ? value : held, 'assistant');
  if (messages.length === 0) return undefined;
  return {
    text: messages.map(({ content }) => content).join(''),
    toolCalls: messages.flatMap(({ toolCalls }) => toolCalls),
  };
}

/** What a template was filled with; nothing where it is nested too deep for any. */
export function variablesOf(value: Json | undefined): JsonObject | undefined {
  const held = mapOf(value);
  return isTooDeep(held) ? undefined : held;
}

function readMap(held: JsonObject, role: string): readonly LoggedMessage[] {
  const system = held['system'] ?? held['instructions'] ?? held['systemInstruction'] ?? held['system_instruction'];
  const before = system === undefined ? [] : readMessages(system, 'system');
  for (const key of ['messages', 'contents', 'input', 'candidates', 'choices', 'output'] as const) {
    const list = held[key];
    // A message has a role of its own; a request or an answer holds messages.
    if (list === undefined || list === null || held['role'] !== undefined) continue;
    if (isList(list)) {
      // Of several choices the first is what the application goes on with.
      const taken = key === 'choices' || key === 'candidates' ? list.slice(0, 1) : list;
      return [...before, ...readMessages(taken, key === 'messages' || key === 'contents' ? 'user' : role)];
    }
    if (typeof list === 'string' && key === 'input') return [...before, ...readMessages(list, 'user')];
  }
  return [...before, ...readMessage(held, role)];
}

/** Texts and parts that stand without a message are one message. */
function mergeLoose(list: readonly Json[], role: string): readonly LoggedMessage[] {
  const isPart = (one: Json) =>
    typeof one === 'string' || (isObject(one) && one['role'] === undefined && isLoosePart(one));
  if (list.length > 0 && list.every(isPart)) return [readParts(list, role)];
  return list.flatMap((one) => (isObject(one) ? readMessage(one, role) : readMessages(one, role)));
}

function isLoosePart(one: JsonObject): boolean {
  return typeof one['type'] === 'string' && one['type'] !== 'message' && one['message'] === undefined;
}

function readMessage(written: JsonObject, otherwise: string): readonly LoggedMessage[] {
  const inner = written['message'] ?? (isObject(written['content']) ? written['content'] : undefined);
  if (isObject(inner) && written['role'] === undefined) return readMessage(inner, otherwise);
  const role = textOf(written['role']) ?? otherwise;
  if (isLoosePart(written) && written['role'] === undefined) return [readParts([written], role)];
  const content = written['parts'] ?? written['content'] ?? written['contents'] ?? written['text'];
  const said = isList(content) ? readParts(content, role) : { role, content: plainText(content), toolCalls: [] };
  const calls = written['tool_calls'] ?? written['toolCalls'];
  const called = isList(calls) ? calls.flatMap((call) => (isObject(call) ? readToolCall(call) : [])) : [];
  if (content === undefined && called.length === 0 && written['role'] === undefined) {
    // A map that is no message is what was put in, or came out, as the application holds it.
    return [{ role, content: JSON.stringify(written), toolCalls: [] }];
  }
  return [called.length === 0 ? said : { ...said, toolCalls: [...said.toolCalls, ...called] }];
}

function plainText(content: Json | undefined): string {
  if (content === undefined || content === null) return '';
  return typeof content === 'string' ? content : JSON.stringify(content);
}

function readParts(parts: readonly Json[], role: string): LoggedMessage {
  const texts: string[] = [];
  const toolCalls: ToolCall[] = [];
  for (const part of parts) {
    if (typeof part === 'string') texts.push(part);
    if (!isObject(part)) continue;
    const kind = textOf(part['type']) ?? '';
    if (/reasoning|thinking/u.test(kind)) continue;
    if (/^(?:tool_?call|tool_use|function_call|functionCall)$/u.test(kind) || isObject(part['functionCall'])) {
      toolCalls.push(...readToolCall(isObject(part['functionCall']) ? part['functionCall'] : part));
      continue;
    }
    const text = part['text'] ?? part['content'] ?? part['response'] ?? part['result'] ?? part['output'];
    if (typeof text === 'string') texts.push(text);
    else if (isList(text)) texts.push(readParts(text, role).content);
    else if (isObject(text)) texts.push(plainText(text));
    else texts.push(`[${kind === '' ? 'part' : kind}]`);
  }
  return { role, content: texts.join(''), toolCalls };
}

function readToolCall(call: JsonObject): readonly ToolCall[] {
  const written = isObject(call['function']) ? call['function'] : call;
  const name = textOf(written['name']);
  if (name === undefined) return [];
  const given = written['arguments'] ?? written['args'] ?? written['input'] ?? {};
  const id = textOf(call['id'] ?? call['call_id']);
  const args = typeof given === 'string' ? given : JSON.stringify(given);
  return [{ name, arguments: args, ...(id === undefined ? {} : { id }) }];
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
