import type { Json } from '../../../core/json.ts';
import type { LogFields, LoggedCall, LoggedMessage, LoggedTexts } from '../../../core/logs/logged-call.ts';
import type { Position } from '../../../core/problem.ts';
import type { ToolCall } from '../../../core/reply.ts';
import { readMessages, readOutput, variablesOf } from '../read-messages.ts';
import { firstQuantity, firstText, secondsOf, textOf, tokensOf } from '../read-values.ts';
import type { Attributes, Span } from './read-spans.ts';
import { attributeOf, fieldOf, promptOf } from './span-fields.ts';

/**
 * A model call by the GenAI conventions of OpenTelemetry: names of today, of before `gen_ai.provider.name`, and those numbered
 * from 0 that came before messages were JSON. Undefined where the span is of something else, such as a tool or an agent, whose
 * calls have spans of their own.
 */
export function readGenAiCall(span: Span, at: Position, fields: LogFields): LoggedCall | undefined {
  const { attributes } = span;
  if (!isModelCall(attributes)) return undefined;
  const usage = (name: string) => attributes.get(`gen_ai.usage.${name}`);
  const field = fieldOf(span, fields);
  return {
    at,
    time: span.start,
    prompt: promptOf(field('prompt', 'gen_ai.prompt.name'), field('version', 'gen_ai.prompt.version')),
    segment: textOf(field('segment', 'segment')),
    user: textOf(field('user', 'user.id', 'enduser.id')),
    session: textOf(field('session', 'gen_ai.conversation.id', 'session.id')),
    asked: textOf(field('model', 'gen_ai.request.model')),
    served: textOf(field('served', 'gen_ai.response.model')),
    tokens: tokensOf(
      firstQuantity(usage('input_tokens'), usage('prompt_tokens')),
      firstQuantity(usage('output_tokens'), usage('completion_tokens')),
      firstQuantity(
        usage('cache_read.input_tokens'),
        usage('cache_read_input_tokens'),
        usage('input_tokens.cached'),
        usage('cached_input_tokens'),
      ),
      firstQuantity(usage('reasoning.output_tokens'), usage('reasoning_tokens'), usage('output_tokens.reasoning')),
    ),
    usd: firstQuantity(field('usd', 'gen_ai.usage.cost', 'gen_ai.cost.total_cost')),
    latencyMs: firstQuantity(attributeOf(span, fields.latencyMs)) ?? span.latencyMs,
    firstTokenMs:
      firstQuantity(attributeOf(span, fields.firstTokenMs)) ??
      secondsOf(
        attributes.get('gen_ai.response.time_to_first_chunk') ?? attributes.get('gen_ai.response.time_to_first_token'),
      ),
    finishReason: finishOf(attributes),
    error: firstText(attributeOf(span, fields.error), span.error, attributes.get('error.type')),
    output: () => readReply(span, fields, textsOf(span)),
    texts: () => readTexts(span, fields),
  };
}

function isModelCall(attributes: Attributes): boolean {
  const operation = attributes.get('gen_ai.operation.name');
  if (typeof operation === 'string') return modelOperations.has(operation);
  const kind = attributes.get('llm.request.type');
  if (typeof kind === 'string') return kind === 'chat' || kind === 'completion';
  return (
    (attributes.get('gen_ai.request.model') !== undefined || attributes.get('gen_ai.response.model') !== undefined) &&
    attributes.get('gen_ai.tool.name') === undefined &&
    attributes.get('gen_ai.agent.name') === undefined
  );
}

const modelOperations: ReadonlySet<string> = new Set(['chat', 'text_completion', 'generate_content', 'completion']);

function finishOf(attributes: Attributes): string | undefined {
  const reasons = attributes.get('gen_ai.response.finish_reasons');
  if (Array.isArray(reasons)) return textOf(reasons[0]);
  const written = textOf(reasons) ?? textOf(attributes.get('gen_ai.completion.0.finish_reason'));
  // Some exporters hold a list as its JSON, or as Python prints it.
  return written?.replaceAll(/^[[(]?["']?|["']?,?[\])]?$/gu, '').split(/["'],/u, 1)[0];
}

type Get = (attribute: string) => Json | undefined;

/** Attributes of a span, or of the event that some instrumentation writes texts to. */
function textsOf(span: Span): Get {
  const inEvent = span.events().find(({ name }) => name === 'gen_ai.client.inference.operation.details')?.attributes;
  return (name) => span.attributes.get(name) ?? inEvent?.get(name);
}

function readTexts(span: Span, fields: LogFields): LoggedTexts {
  const get = textsOf(span);
  const instructions = readMessages(get('gen_ai.system_instructions'), 'system');
  const input = readMessages(attributeOf(span, fields.input) ?? get('gen_ai.input.messages'), 'user');
  return {
    input: input.length > 0 ? [...instructions, ...input] : readOlderInput(span),
    output: readReply(span, fields, get),
    variables: variablesOf(attributeOf(span, fields.variables) ?? get('gen_ai.prompt.variables')),
  };
}

function readReply(span: Span, fields: LogFields, get: Get): LoggedTexts['output'] {
  return readOutput(attributeOf(span, fields.output) ?? get('gen_ai.output.messages')) ?? readOlderOutput(span);
}

/** Messages as attributes numbered from 0, as the texts of events, or as one event a message. */
function readOlderInput(span: Span): readonly LoggedMessage[] {
  const numbered = numberedMessages(span.attributes, 'gen_ai.prompt');
  const each = span.events().flatMap(({ name, attributes }) => {
    const role = /^gen_ai\.(system|user|assistant|tool)\.message$/u.exec(name)?.[1];
    return role === undefined
      ? []
      : readMessages(
          { role, content: attributes.get('content') ?? '', tool_calls: attributes.get('tool_calls') ?? [] },
          role,
        );
  });
  const whole = readMessages(eventText(span, 'gen_ai.content.prompt', 'gen_ai.prompt'), 'user');
  return [numbered, whole, each].find((one) => one.length > 0) ?? [];
}

function readOlderOutput(span: Span): LoggedTexts['output'] {
  const [replied] = numberedMessages(span.attributes, 'gen_ai.completion');
  if (replied !== undefined) return { text: replied.content, toolCalls: replied.toolCalls };
  const choice = span.events().find(({ name }) => name === 'gen_ai.choice')?.attributes;
  return (
    readOutput(eventText(span, 'gen_ai.content.completion', 'gen_ai.completion')) ??
    readOutput(choice?.get('message') ?? choice?.get('content'))
  );
}

function eventText(span: Span, event: string, attribute: string): Json | undefined {
  const found = span.events().find(({ name }) => name === event);
  return found?.attributes.get(attribute) ?? span.attributes.get(attribute);
}

/** Messages whose parts are attributes of their own: `PREFIX.0.role`, `PREFIX.0.content`, `PREFIX.0.tool_calls.0.name`. */
function numberedMessages(attributes: Attributes, prefix: string): readonly LoggedMessage[] {
  const messages: LoggedMessage[] = [];
  for (let at = 0; ; at += 1) {
    const [role, content] = [attributes.get(`${prefix}.${at}.role`), attributes.get(`${prefix}.${at}.content`)];
    const toolCalls: ToolCall[] = [];
    for (let call = 0; ; call += 1) {
      const name = textOf(attributes.get(`${prefix}.${at}.tool_calls.${call}.name`));
      if (name === undefined) break;
      const args = attributes.get(`${prefix}.${at}.tool_calls.${call}.arguments`);
      const id = textOf(attributes.get(`${prefix}.${at}.tool_calls.${call}.id`));
      toolCalls.push({ name, arguments: textOf(args) ?? '{}', ...(id === undefined ? {} : { id }) });
    }
    if (role === undefined && content === undefined && toolCalls.length === 0) return messages;
    const own = textOf(role) ?? 'user';
    messages.push({
      role: own,
      content: readMessages(content, own)
        .map((one) => one.content)
        .join(''),
      toolCalls,
    });
  }
}
