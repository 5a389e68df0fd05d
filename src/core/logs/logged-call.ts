import type { JsonObject } from '../json.ts';
import type { Position } from '../problem.ts';
import type { ToolCall } from '../reply.ts';

/**
 * A call of a model as an application's log has it, whatever wrote the log. What the log does not say is undefined, never 0.
 * All fields are always there, so that reading millions of them stays fast.
 */
export type LoggedCall = {
  /** The file, and the line on which its record begins. */
  readonly at: Position;
  /** When it was sent, milliseconds since 1970. */
  readonly time: number | undefined;
  readonly prompt: { readonly name: string; readonly version: string | undefined } | undefined;
  readonly segment: string | undefined;
  readonly user: string | undefined;
  readonly session: string | undefined;
  /** The model that was asked for, and the one that answered by the service's own word. */
  readonly asked: string | undefined;
  readonly served: string | undefined;
  readonly tokens: LoggedTokens;
  /** Dollars, as billed. */
  readonly usd: number | undefined;
  readonly latencyMs: number | undefined;
  readonly firstTokenMs: number | undefined;
  readonly finishReason: string | undefined;
  readonly error: string | undefined;
  /** What came back, read when asked for; undefined where the log has none of it. */
  readonly output: () => LoggedTexts['output'];
  /** All that was said, read when asked for: of millions of calls a few are looked at. */
  readonly texts: () => LoggedTexts;
};

/** Tokens as counted by the service; `cached` are part of `in`, `reasoning` of `out`. */
export type LoggedTokens = {
  readonly in: number | undefined;
  readonly out: number | undefined;
  readonly cached: number | undefined;
  readonly reasoning: number | undefined;
};

export type LoggedTexts = {
  /** The conversation as it was sent, instructions first. */
  readonly input: readonly LoggedMessage[];
  /** What came back; undefined where the log has none of it. */
  readonly output: { readonly text: string; readonly toolCalls: readonly ToolCall[] } | undefined;
  /** What the prompt's template was filled with, where the log says so. */
  readonly variables: JsonObject | undefined;
};

/** A message of a log: its role as written. */
export type LoggedMessage = {
  readonly role: string;
  readonly content: string;
  readonly toolCalls: readonly ToolCall[];
};

/** Where a log says what it has no fixed place for, by path (`metadata.plan`); those of `logFieldNames`. */
export type LogFields = { readonly [field in LogField]?: string };

export const logFieldNames = [
  'time',
  'prompt',
  'version',
  'segment',
  'user',
  'session',
  'model',
  'served',
  'input',
  'output',
  'variables',
  'usage',
  'tokensIn',
  'tokensOut',
  'tokensCached',
  'tokensReasoning',
  'usd',
  'latencyMs',
  'firstTokenMs',
  'finishReason',
  'error',
] as const;
export type LogField = (typeof logFieldNames)[number];
