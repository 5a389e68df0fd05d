import type { LogFields, LoggedCall, LoggedMessage, LoggedTexts } from '../../../core/logs/logged-call.ts';
import type { Position } from '../../../core/problem.ts';
import type { ToolCall } from '../../../core/reply.ts';
import { readMessages, readOutput, variablesOf } from '../read-messages.ts';
import { between, firstQuantity, firstText, textOf, tokensOf } from '../read-values.ts';
import type { Attributes, Span } from './read-spans.ts';
import { attributeOf, fieldOf, promptOf } from './span-fields.ts';

/** A model call by the conventions of OpenInference; undefined where the span is of another kind, such as a chain or a retriever. */
export function readInferenceCall(span: Span, at: Position, fields: LogFields): LoggedCall | undefined {
  const { attributes } = span;
  if (attributes.get('openinference.span.kind') !== 'LLM') return undefined;
  const count = (name: string) => attributes.get(`llm.token_count.${name}`);
  const field = fieldOf(span, fields);
  return {
    at,
    time: span.start,
    prompt: promptOf(
      field('prompt', 'llm.prompt_template.name', 'prompt.id', 'prompt.name'),
      field('version', 'llm.prompt_template.version'),
    ),
    segment: textOf(field('segment', 'segment') ?? attributeOf(span, 'metadata.segment')),
    user: textOf(field('user', 'user.id')),
    session: textOf(field('session', 'session.id')),
    asked: textOf(field('model', 'llm.request.model_name', 'llm.model_name')),
    served: textOf(field('served', 'llm.response.model_name', 'llm.model_name')),
    tokens: tokensOf(
      firstQuantity(count('prompt')),
      firstQuantity(count('completion')),
      firstQuantity(count('prompt_details.cache_read'), count('prompt_details.cache_input')),
      firstQuantity(count('completion_details.reasoning')),
    ),
    usd: firstQuantity(field('usd', 'llm.cost.total')),
    latencyMs: firstQuantity(attributeOf(span, fields.latencyMs)) ?? span.latencyMs,
    firstTokenMs:
      firstQuantity(attributeOf(span, fields.firstTokenMs)) ??
      between(span.start, span.events().find(({ name }) => name === 'First Token Stream Event')?.time),
    finishReason: textOf(field('finishReason', 'llm.finish_reason')),
    error: firstText(attributeOf(span, fields.error), span.error),
    output: () => readReply(span, fields),
    texts: () => readTexts(span, fields),
  };
}

function readTexts(span: Span, fields: LogFields): LoggedTexts {
  const { attributes } = span;
  const asked = attributeOf(span, fields.input);
  const variables = variablesOf(attributeOf(span, fields.variables) ?? attributes.get('llm.prompt_template.variables'));
  const input = asked === undefined ? numberedMessages(attributes, 'llm.input_messages') : readMessages(asked, 'user');
  return {
    input: input.length > 0 ? input : readMessages(attributes.get('input.value'), 'user'),
    output: readReply(span, fields),
    variables,
  };
}

function readReply(span: Span, fields: LogFields): LoggedTexts['output'] {
  const { attributes } = span;
  const answered = attributeOf(span, fields.output);
  const [first] = answered === undefined ? numberedMessages(attributes, 'llm.output_messages') : [];
  return first === undefined
    ? readOutput(answered ?? attributes.get('output.value'))
    : { text: first.content, toolCalls: first.toolCalls };
}

/** Messages whose parts are attributes of their own: `PREFIX.0.message.role`, `PREFIX.0.message.contents.0.message_content.text`. */
function numberedMessages(attributes: Attributes, prefix: string): readonly LoggedMessage[] {
  const messages: LoggedMessage[] = [];
  for (let at = 0; ; at += 1) {
    const own = `${prefix}.${at}.message`;
    const [role, content] = [textOf(attributes.get(`${own}.role`)), textOf(attributes.get(`${own}.content`))];
    const parts = numberedTexts(attributes, `${own}.contents`);
    const toolCalls = numberedCalls(attributes, `${own}.tool_calls`);
    if (role === undefined && content === undefined && parts.length === 0 && toolCalls.length === 0) return messages;
    messages.push({ role: role ?? 'user', content: content ?? parts.join(''), toolCalls });
  }
}

function numberedTexts(attributes: Attributes, prefix: string): readonly string[] {
  const texts: string[] = [];
  for (let at = 0; ; at += 1) {
    const own = `${prefix}.${at}.message_content`;
    const [kind, text] = [attributes.get(`${own}.type`), textOf(attributes.get(`${own}.text`))];
    if (kind === undefined && text === undefined) return texts;
    texts.push(text ?? `[${textOf(kind) ?? 'part'}]`);
  }
}

function numberedCalls(attributes: Attributes, prefix: string): readonly ToolCall[] {
  const calls: ToolCall[] = [];
  for (let at = 0; ; at += 1) {
    const own = `${prefix}.${at}.tool_call`;
    const name = textOf(attributes.get(`${own}.function.name`));
    if (name === undefined) return calls;
    const id = textOf(attributes.get(`${own}.id`));
    const args = textOf(attributes.get(`${own}.function.arguments`)) ?? '{}';
    calls.push({ name, arguments: args, ...(id === undefined ? {} : { id }) });
  }
}
