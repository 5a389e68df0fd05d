import type { Json, JsonObject } from './json.ts';

/** Tokens as the service counted them; what it did not say is absent, never 0. */
export type Usage = {
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  /** Part of the input that was read from the service's cache. */
  readonly cachedTokens?: number;
  /** Part of the output that was spent on reasoning. */
  readonly reasoningTokens?: number;
  /** Counted here because the service did not say. */
  readonly estimated?: boolean;
};

export type ToolCall = {
  readonly name: string;
  /** JSON, as the model wrote it. */
  readonly arguments: string;
  /** The service's id, by which a result is sent back. Absent where the service gives none. */
  readonly id?: string;
};

/** What a service answered to one chat call. */
export type Answer = {
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  /** What the service wants back unread, in the assistant's message, where the conversation goes on: signed or sealed reasoning. */
  readonly carried?: Json;
  readonly finishReason: string;
  readonly usage: Usage;
  /** Dollars as the service billed them, where it says so. */
  readonly billedUsd?: number;
  /** Model that served it, by the service's own word. */
  readonly servedModel: string;
  readonly servedBy: string;
  /** Base URL it came from, and the API where that is not chat completions: a kept answer of another endpoint is no answer. */
  readonly endpoint?: string;
  readonly fingerprint?: string;
  /** The likeliest first tokens with their log-probabilities (nats), where they were asked for and the service gives them. */
  readonly topLogprobs?: readonly { readonly token: string; readonly logprob: number }[];
  /** The service's id of the response: a proxy that caches repeats it. */
  readonly responseId?: string;
  readonly latencyMs: number;
  /** Milliseconds until the first token of text, refusal or tool call, reasoning not counted; absent where it was not streamed. */
  readonly firstTokenMs?: number;
  /** Milliseconds since 1970 when it arrived. */
  readonly at: number;
  /** Kept from another comparison: it may open the gate, never close it. */
  readonly baseline?: true;
  /** Vectors, for embedding calls only. */
  readonly vectors?: readonly (readonly number[])[];
  /** Parameters the service refused and that were left out or renamed (PLATFORM: unsupported_parameter). */
  readonly adapted?: JsonObject;
  /** What an application says it did to come to its reply; never of a model service. */
  readonly trace?: readonly TraceStep[];
};

/** One step of an application: what it looked up, called or decided. */
export type TraceStep = {
  readonly step: string;
  /** Passages that it retrieved. */
  readonly contexts?: readonly string[];
  /** Whatever else it says of the step. */
  readonly details?: JsonObject;
};

export const failureReasons = [
  'connection',
  'timeout',
  'rate-limit',
  'server',
  'malformed',
  'refused-request',
  'key',
  'quota',
  'budget',
  'deadline',
  'cancelled',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/**
 * What came of a call. An answered reply carries all but the text, which stays in the store under `call`,
 * so that memory does not grow with the length of replies.
 */
export type Reply =
  | {
      readonly kind: 'answered';
      readonly call: string;
      readonly answer: Omit<Answer, 'text' | 'vectors'>;
      /** Taken from the store instead of asked. */
      readonly kept: boolean;
    }
  | { readonly kind: 'failed'; readonly call: string; readonly reason: FailureReason; readonly message: string };
