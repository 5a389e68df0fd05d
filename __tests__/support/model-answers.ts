import type { Request } from '../../src/core/call.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { Answer } from '../../src/core/reply.ts';

/** A chat request that asks `text`. */
export function requestOf(
  text: string,
  about: { model?: string; provider?: string; params?: JsonObject } = {},
): Request {
  const { model = 'small', provider = 'default', params = {} } = about;
  return { kind: 'chat', provider, model, messages: [{ role: 'user', content: text }], params };
}

/** An answer that says `text`. */
export function answerOf(text: string, about: Partial<Answer> = {}): Answer {
  return {
    text,
    toolCalls: [],
    finishReason: 'stop',
    usage: { inputTokens: 10, outputTokens: 5 },
    servedModel: 'small',
    servedBy: 'default',
    latencyMs: 1,
    at: 1_000,
    ...about,
  };
}
