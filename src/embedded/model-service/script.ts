import type { JsonObject } from '../../core/json.ts';
import type { Message } from '../../core/prompt.ts';
import type { ToolCall, Usage } from '../../core/reply.ts';
import type { SigningKeys } from './check-signature.ts';

/** One chat call as a script sees it. */
export type ScriptedCall = {
  readonly model: string;
  readonly messages: readonly Message[];
  /** Content of the system and developer messages, one after the other. */
  readonly system: string;
  /** Content of the last user message. */
  readonly user: string;
  /** Contents of all messages, one a line. */
  readonly text: string;
  /** All of the body but model and messages. */
  readonly params: JsonObject;
  /** How often this very request was answered before. */
  readonly ordinal: number;
  /** Chance in [0, 1) from seed, request and ordinal: it does not depend on the order in which calls arrive. */
  readonly random: () => number;
};

/** What is said; everything but the text has a usual value. A plain text is a reply with nothing else set. */
export type ScriptedReply =
  | string
  | {
      readonly text: string;
      readonly toolCalls?: readonly ToolCall[];
      /** Usual: `stop`, or `tool_calls` where there are any. */
      readonly finishReason?: string;
      /** Usual: counted from the texts. `null`: the service does not say. */
      readonly usage?: Usage | null;
      /** Reasoning that the native APIs want back with the calls, sealed. */
      readonly sealed?: string;
      /** Dollars, as aggregators say them in `usage.cost`. */
      readonly costUsd?: number;
      /** Usual: the model that was asked for. */
      readonly servedModel?: string;
      /** Usual: that the service is scripted. */
      readonly fingerprint?: string;
      /** Log-probabilities of the first token, told where they are asked for. Usual: the service gives none. */
      readonly logprobs?: Readonly<Record<string, number>>;
      /** Milliseconds, over the script's latency. */
      readonly latencyMs?: number;
      /** Milliseconds until the first token where it is streamed, over the script's. */
      readonly firstTokenMs?: number;
    };

/** The first rule that fits a call answers it. A text in `when` is looked for in all messages, `model` is matched whole. */
export type ScriptedRule = {
  readonly model?: string | RegExp;
  readonly when?: string | RegExp | ((call: ScriptedCall) => boolean);
  readonly reply: ScriptedReply | ((call: ScriptedCall) => ScriptedReply);
};

export const faultKinds = [
  'rate-limit',
  'rate-limit-hint',
  'server-error',
  'unavailable-page',
  'reset',
  'hang',
  'drip',
  'cut-body',
  'cut-json',
  'empty-body',
  'empty-choices',
  'wrong-shape',
  'page',
  'error-in-200',
  'redirect',
  'unauthorized',
  'forbidden',
  'quota',
  'refused',
] as const;
/** A way for a call to go wrong: what the service does instead of answering. */
export type FaultKind = (typeof faultKinds)[number];
export type Fault = {
  readonly kind: FaultKind;
  /** Hint of `rate-limit-hint`, and of `unavailable-page` where set. Whole seconds go out as `retry-after`, others as `retry-after-ms`. */
  readonly retryAfterMs?: number;
  /** Where `redirect` points to. */
  readonly location?: string;
};

/** A call before it is answered: what decides about a fault. */
export type Attempt = Pick<ScriptedCall, 'model' | 'text' | 'random'> & {
  /** How often this very request arrived before. */
  readonly attempt: number;
  /** How many requests arrived before, whatever they asked. */
  readonly arrival: number;
};

/** What the service is told to do. */
export type ModelScript = {
  /** Of all chance. */
  readonly seed: string;
  readonly rules?: readonly ScriptedRule[];
  /** Where no rule fits. Usual: a 400 that quotes the call, so that a forgotten rule is seen. */
  readonly otherwise?: ScriptedReply | ((call: ScriptedCall) => ScriptedReply);
  /** Milliseconds until an answer, with up to `jitterMs` on top by chance; `firstTokenMs` of them until a streamed one begins (usual: all). */
  readonly latency?: { readonly ms: number; readonly jitterMs?: number; readonly firstTokenMs?: number };
  /** Why a call that asks for a stream is refused (400). Usual: chat completions, responses and messages are streamed. */
  readonly refusesStream?: string;
  readonly faults?: (attempt: Attempt) => Fault | undefined;
  /** Other models are unknown (404). Usual: every name is served. */
  readonly models?: readonly string[];
  /** By model: the day it ends, as the list of models says it. */
  readonly shutdowns?: { readonly [model: string]: string };
  /** Models that refuse whatever is no text (400). */
  readonly textOnly?: readonly string[];
  /** Calls without this key are refused (401). */
  readonly key?: string;
  /** Calls of Converse that are not signed with these are refused (403); the key does not count for them. */
  readonly aws?: SigningKeys;
  /** By model (`*`: any): parameters that are refused as unsupported, with the name to use instead where there is one. */
  readonly unsupported?: { readonly [model: string]: { readonly [param: string]: string | null } };
  /** Why chat completions refuse these parameters, which another API would take. */
  readonly refusesChat?: (params: JsonObject) => string | undefined;
  /** Most requests in each window; said in `x-ratelimit-*` headers, over it 429 with `retry-after-ms`. */
  readonly rate?: { readonly requests: number; readonly windowMs: number };
  /** Most requests under way; over it 429 without a hint. */
  readonly atOnce?: number;
  /** Keep each request for `requests()`. Usual: true; a bench turns it off. */
  readonly record?: boolean;
};
