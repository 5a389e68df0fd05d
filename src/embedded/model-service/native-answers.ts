import type { Message as AnthropicMessage } from '@anthropic-ai/sdk/resources/messages';
import type { Response as OpenAiResponse } from 'openai/resources/responses/responses';
import type { Usage } from '../../core/reply.ts';
import type { NativeApi } from './native-calls.ts';
import type { ScriptedCall, ScriptedReply } from './script.ts';
import { countUsage, embedText, scriptedMark } from './write-answer.ts';

type Whole = Exclude<ScriptedReply, string>;
type Written = {
  readonly reply: Whole;
  readonly calls: readonly { readonly id: string; readonly name: string; readonly arguments: string }[];
  readonly model: string;
  readonly usage: Usage;
  readonly end: string;
  readonly id: number;
  readonly seconds: number;
};

/** An answer as one of the native APIs writes it. `id` counts the service's answers. */
export function writeNativeAnswer(
  api: NativeApi | 'bedrock',
  call: ScriptedCall,
  scripted: ScriptedReply,
  id: number,
  seconds: number,
): object {
  const reply = typeof scripted === 'string' ? { text: scripted } : scripted;
  const calls = (reply.toolCalls ?? []).map(({ name, arguments: written }, index) => {
    return { id: `call_${id}_${index}`, name, arguments: written };
  });
  const end = reply.finishReason ?? (calls.length === 0 ? 'stop' : 'tool_calls');
  const usage = reply.usage ?? countUsage(call.text, reply.text);
  return writers[api]({ reply, calls, model: reply.servedModel ?? call.model, usage, end, id, seconds });
}

const writers: Readonly<Record<NativeApi | 'bedrock', (written: Written) => object>> = {
  responses: writeResponse,
  anthropic: writeMessage,
  gemini: writeGenerated,
  bedrock: writeConverse,
};

function writeResponse({ reply, calls, model, usage, end, id, seconds }: Written): OpenAiResponse {
  const why = end === 'length' ? 'max_output_tokens' : 'content_filter';
  const isCut = end === 'length' || end === 'content_filter';
  const { inputTokens = 0, outputTokens = 0, cachedTokens = 0, reasoningTokens = 0 } = usage;
  const output: OpenAiResponse['output'] = [];
  if (reply.sealed !== undefined)
    output.push({ id: `rs_${id}`, type: 'reasoning', summary: [], encrypted_content: reply.sealed });
  if (reply.text !== '') {
    output.push({
      id: `msg_${id}`,
      type: 'message',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text: reply.text, annotations: [] }],
    });
  }
  for (const { id: call, name, arguments: written } of calls)
    output.push({ type: 'function_call', call_id: call, name, arguments: written, status: 'completed' });
  return {
    id: `resp_scripted_${id}`,
    object: 'response',
    created_at: seconds,
    status: isCut ? 'incomplete' : 'completed',
    access_programs: null,
    error: null,
    incomplete_details: isCut ? { reason: why } : null,
    instructions: null,
    metadata: { made: scriptedMark },
    model,
    output,
    output_text: reply.text,
    parallel_tool_calls: true,
    temperature: null,
    tool_choice: 'auto',
    tools: [],
    top_p: null,
    usage: {
      input_tokens: inputTokens,
      input_tokens_details: { cached_tokens: cachedTokens, cache_write_tokens: 0 },
      output_tokens: outputTokens,
      output_tokens_details: { reasoning_tokens: reasoningTokens },
      total_tokens: inputTokens + outputTokens,
    },
  };
}

const stops = { stop: 'end_turn', tool_calls: 'tool_use', length: 'max_tokens', content_filter: 'refusal' } as const;

function writeMessage({ reply, calls, model, usage, end, id }: Written): AnthropicMessage {
  const { inputTokens = 0, outputTokens = 0, cachedTokens = 0, reasoningTokens } = usage;
  const isKnown = (name: string): name is keyof typeof stops => Object.hasOwn(stops, name);
  return {
    id: `msg_scripted_${id}`,
    type: 'message',
    role: 'assistant',
    model,
    container: null,
    content: [
      ...(reply.sealed === undefined ? [] : [{ type: 'thinking', thinking: '', signature: reply.sealed } as const]),
      ...(reply.text === '' ? [] : [{ type: 'text', text: reply.text, citations: null } as const]),
      ...calls.map(({ id: call, name, arguments: written }) => {
        return { type: 'tool_use', id: call, name, input: JSON.parse(written), caller: { type: 'direct' } } as const;
      }),
    ],
    stop_reason: isKnown(end) ? stops[end] : 'end_turn',
    stop_sequence: null,
    stop_details: null,
    diagnostics: null,
    usage: {
      input_tokens: inputTokens - cachedTokens,
      output_tokens: outputTokens,
      cache_creation: null,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: cachedTokens,
      inference_geo: null,
      output_tokens_details: reasoningTokens === undefined ? null : { thinking_tokens: reasoningTokens },
      server_tool_use: null,
      service_tier: 'standard',
      speed: null,
    },
  };
}

const finishes: Readonly<Record<string, string>> = { length: 'MAX_TOKENS', content_filter: 'SAFETY' };

function writeGenerated({ reply, calls, model, usage, end, id }: Written): object {
  const { inputTokens = 0, outputTokens = 0, cachedTokens, reasoningTokens } = usage;
  const signed = reply.sealed === undefined ? {} : { thoughtSignature: reply.sealed };
  const functions = calls.map(({ id: call, name, arguments: written }) => {
    return { functionCall: { id: call, name, args: JSON.parse(written) }, ...signed };
  });
  return {
    candidates: [
      {
        index: 0,
        finishReason: finishes[end] ?? 'STOP',
        content: { role: 'model', parts: [...(reply.text === '' ? [] : [{ text: reply.text }]), ...functions] },
      },
    ],
    modelVersion: model,
    responseId: `gen_scripted_${id}`,
    usageMetadata: {
      promptTokenCount: inputTokens,
      candidatesTokenCount: outputTokens - (reasoningTokens ?? 0),
      totalTokenCount: inputTokens + outputTokens,
      ...(cachedTokens === undefined ? {} : { cachedContentTokenCount: cachedTokens }),
      ...(reasoningTokens === undefined ? {} : { thoughtsTokenCount: reasoningTokens }),
    },
  };
}

const ends: Readonly<Record<string, string>> = {
  tool_calls: 'tool_use',
  length: 'max_tokens',
  content_filter: 'guardrail_intervened',
};

/** Names no model. */
function writeConverse({ reply, calls, usage, end }: Written): object {
  const { inputTokens = 0, outputTokens = 0, cachedTokens = 0 } = usage;
  const signed = { reasoningText: { text: 'A thought.', signature: reply.sealed } };
  const content = [
    ...(reply.sealed === undefined ? [] : [{ reasoningContent: signed }]),
    ...(reply.text === '' ? [] : [{ text: reply.text }]),
    ...calls.map(({ id: toolUseId, name, arguments: written }) => {
      return { toolUse: { toolUseId, name, input: JSON.parse(written) } };
    }),
  ];
  return {
    output: { message: { role: 'assistant', content } },
    stopReason: ends[end] ?? 'end_turn',
    usage: {
      inputTokens: inputTokens - cachedTokens,
      outputTokens,
      totalTokens: inputTokens + outputTokens,
      cacheReadInputTokens: cachedTokens,
      cacheWriteInputTokens: 0,
    },
    metrics: { latencyMs: 1 },
  };
}

/** Vectors as embedContent (of one text) and batchEmbedContents write them. */
export function writeGeminiVectors(texts: readonly string[]): object {
  const embeddings = texts.map((text) => ({ values: embedText(text) }));
  return texts.length === 1 ? { embedding: embeddings[0] } : { embeddings };
}
