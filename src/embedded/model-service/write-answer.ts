import { createHash } from 'node:crypto';
import { estimateTokenCount } from 'tokenx';
import type { Usage } from '../../core/reply.ts';
import type { ScriptedCall, ScriptedReply } from './script.ts';

/** Said in `system_fingerprint` and in the header `x-scripted` of every answer, so that nobody takes it for a model's. */
export const scriptedMark = 'scripted-by-promptgate';

/** A chat completion as the API writes it. `id` counts the service's answers. */
export function writeChatAnswer(call: ScriptedCall, scripted: ScriptedReply, id: number, seconds: number): object {
  const reply = typeof scripted === 'string' ? { text: scripted } : scripted;
  const tools = (reply.toolCalls ?? []).map(({ name, arguments: written }, index) => ({
    id: `call_${id}_${index}`,
    type: 'function',
    function: { name, arguments: written },
  }));
  const usage = reply.usage === undefined ? countUsage(call.text, reply.text) : reply.usage;
  return {
    id: `chatcmpl-scripted-${id}`,
    object: 'chat.completion',
    created: seconds,
    model: reply.servedModel ?? call.model,
    system_fingerprint: reply.fingerprint ?? scriptedMark,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: tools.length > 0 && reply.text === '' ? null : reply.text,
          ...(tools.length === 0 ? {} : { tool_calls: tools }),
        },
        logprobs: writeLogprobs(call, reply.logprobs),
        finish_reason: reply.finishReason ?? (tools.length === 0 ? 'stop' : 'tool_calls'),
      },
    ],
    ...(usage === null ? {} : { usage: writeUsage(usage, reply.costUsd) }),
  };
}

function writeLogprobs({ params }: ScriptedCall, logprobs: Readonly<Record<string, number>> | undefined) {
  if (logprobs === undefined || params['logprobs'] !== true) return null;
  const most = params['top_logprobs'];
  const top = Object.entries(logprobs)
    .map(([token, logprob]) => ({ token, logprob, bytes: null }))
    .toSorted((a, b) => b.logprob - a.logprob)
    .slice(0, typeof most === 'number' ? most : 0);
  const [first = { token: '', logprob: 0, bytes: null }] = top;
  return { content: [{ ...first, top_logprobs: top }], refusal: null };
}

/** An embeddings answer as the API writes it. */
export function writeEmbeddingAnswer(model: string, texts: readonly string[]): object {
  const tokens = texts.reduce((sum, text) => sum + estimateTokenCount(text), 0);
  return {
    object: 'list',
    model,
    data: texts.map((text, index) => ({ object: 'embedding', index, embedding: embedText(text) })),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
}

/** Tokens counted from the texts. */
export function countUsage(asked: string, said: string): Usage {
  return { inputTokens: estimateTokenCount(asked), outputTokens: estimateTokenCount(said) };
}

function writeUsage(usage: Usage, costUsd: number | undefined): object {
  const { inputTokens, outputTokens, cachedTokens, reasoningTokens } = usage;
  return {
    ...(inputTokens === undefined ? {} : { prompt_tokens: inputTokens }),
    ...(outputTokens === undefined ? {} : { completion_tokens: outputTokens }),
    ...(inputTokens === undefined || outputTokens === undefined ? {} : { total_tokens: inputTokens + outputTokens }),
    ...(cachedTokens === undefined ? {} : { prompt_tokens_details: { cached_tokens: cachedTokens } }),
    ...(reasoningTokens === undefined ? {} : { completion_tokens_details: { reasoning_tokens: reasoningTokens } }),
    ...(costUsd === undefined ? {} : { cost: costUsd }),
  };
}

const dimensions = 64;

/** A vector of length 1 for a text, from its words alone: texts that share words are near each other. Scripted, not learnt. */
export function embedText(text: string): readonly number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const digest = createHash('sha256').update(word).digest();
    const at = digest.readUInt16BE(0) % dimensions;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  if (length === 0) return vector.with(0, 1);
  return vector.map((value) => value / length);
}
