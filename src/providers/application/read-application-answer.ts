import { z } from 'zod';
import type { Json } from '../../core/json.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import type { Answer, ToolCall, TraceStep, Usage } from '../../core/reply.ts';

const count = z.number().nonnegative().nullish();
/** Counts in the spellings of the services, so that an application can hand on what it was told. */
const usage = z.looseObject({
  inputTokens: count,
  input_tokens: count,
  prompt_tokens: count,
  outputTokens: count,
  output_tokens: count,
  completion_tokens: count,
  cachedTokens: count,
  reasoningTokens: count,
  usd: count.describe('Dollars that the reply cost.'),
});

const called = z.union([z.string(), z.json()]).optional();
const toolCall = z.union([
  z.looseObject({ name: z.string().min(1), arguments: called, id: z.string().optional() }),
  z.looseObject({
    id: z.string().optional(),
    function: z.looseObject({ name: z.string().min(1), arguments: called }),
  }),
]);
const step = z.looseObject({
  step: z.string().min(1).max(200),
  contexts: z.array(z.string()).max(1000).optional(),
});

const shape = z.strictObject({
  /** Of a line to a program that stays. */
  id: z.number().optional(),
  text: z.string().nullish(),
  toolCalls: z.array(toolCall).nullish(),
  usage: usage.nullish(),
  model: z.string().min(1).max(200).nullish(),
  finishReason: z.string().min(1).max(100).nullish(),
  trace: z.array(step).max(1000).nullish(),
});

/** What an application wrote: a reply, that it failed in its own words, or what is neither with what is wrong about it. */
export type ApplicationAnswer =
  | {
      readonly kind: 'reply';
      readonly reply: Pick<Answer, 'text' | 'toolCalls' | 'finishReason' | 'usage' | 'billedUsd' | 'trace'>;
      /** The model that it says answered. */
      readonly model?: string;
    }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'malformed'; readonly why: string };

/** Of what is written without a word about the form: an object with one of these is meant as an answer. */
const telling = ['text', 'toolCalls', 'error'] as const;

/**
 * Reads what an application wrote. Text is the reply as it stands, JSON that a prompt asks for too; an object with `text`,
 * `toolCalls` or `error` is an answer with what it says about itself, and must be a whole one.
 * @param mustBeObject a line of a program that stays: nothing else can be told from what it prints beside
 */
export function readApplicationAnswer(written: string, mustBeObject: boolean): ApplicationAnswer {
  const value = parsed(written);
  if (!isObject(value) || !telling.some((key) => Object.hasOwn(value, key))) {
    // No prompt asks for JSON that counts tokens: what does is an answer whose text has another name.
    const isAnswer = isObject(value) && isObject(value['usage'] ?? null);
    if (!mustBeObject && !isAnswer) return replyOf(written.replace(/\r?\n$/u, ''));
    return { kind: 'malformed', why: 'it has none of `text`, `toolCalls` and `error`' };
  }
  const { error } = value;
  if (error !== undefined && error !== null)
    return { kind: 'failed', why: typeof error === 'string' ? error : JSON.stringify(error) };
  const { error: _, ...rest } = value;
  const read = shape.safeParse(rest);
  if (!read.success) return { kind: 'malformed', why: wordIssue(read.error) };
  const { text, toolCalls, usage: counted, model, finishReason, trace } = read.data;
  return {
    kind: 'reply',
    reply: {
      text: text ?? '',
      toolCalls: (toolCalls ?? []).map(toolCallOf),
      finishReason: finishReason ?? (toolCalls?.length ? 'tool_calls' : 'stop'),
      ...usageOf(counted ?? {}),
      ...(trace?.length ? { trace: trace.map(stepOf) } : {}),
    },
    ...(typeof model === 'string' ? { model } : {}),
  };
}

/** A text that is the whole reply. */
export function replyOf(text: string): Extract<ApplicationAnswer, { kind: 'reply' }> {
  return { kind: 'reply', reply: { text, toolCalls: [], finishReason: 'stop', usage: {} } };
}

function parsed(written: string): Json {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}

function wordIssue({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return 'it has another form';
  if (issue.code === 'unrecognized_keys')
    return `\`${issue.keys.join('`, `')}\` is unknown (known: ${Object.keys(shape.shape).join(', ')}); a reply that is such JSON itself is written as {"text": "…"}`;
  return `\`${issue.path.join('.')}\`: ${issue.message}`;
}

function toolCallOf(written: z.infer<typeof toolCall>): ToolCall {
  const { name, arguments: given = {} } = 'function' in written ? asCall(written.function) : asCall(written);
  const { id } = written;
  return {
    name,
    arguments: typeof given === 'string' ? given : JSON.stringify(given),
    ...(typeof id === 'string' && id !== '' ? { id } : {}),
  };
}

/** A call in either form, as far as it is read. */
function asCall(written: unknown): { readonly name: string; readonly arguments?: z.infer<typeof called> } {
  return z.object({ name: z.string(), arguments: called }).parse(written);
}

function usageOf(said: z.infer<typeof usage>): { usage: Usage; billedUsd?: number } {
  const input = said.inputTokens ?? said.input_tokens ?? said.prompt_tokens;
  const output = said.outputTokens ?? said.output_tokens ?? said.completion_tokens;
  return {
    usage: {
      ...(typeof input === 'number' ? { inputTokens: input } : {}),
      ...(typeof output === 'number' ? { outputTokens: output } : {}),
      ...(typeof said.cachedTokens === 'number' ? { cachedTokens: said.cachedTokens } : {}),
      ...(typeof said.reasoningTokens === 'number' ? { reasoningTokens: said.reasoningTokens } : {}),
    },
    ...(typeof said.usd === 'number' ? { billedUsd: said.usd } : {}),
  };
}

function stepOf({ step: name, contexts, ...rest }: z.infer<typeof step>): TraceStep {
  const details = z.record(z.string(), z.json()).parse(rest);
  return {
    step: name,
    ...(contexts === undefined ? {} : { contexts }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
  };
}
