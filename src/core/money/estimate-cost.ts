import { estimateTokenCount } from 'tokenx';
import type { AnyRequest } from '../call.ts';
import type { Json, JsonObject } from '../json.ts';
import type { ShownPart } from '../parts/part-value.ts';
import type { Message } from '../prompt.ts';
import { isObject } from '../prompt-file/is-object.ts';
import type { CostOf } from './prices.ts';

/** What calls will cost before they are asked. Dollars are of the calls whose price is known only. */
export type CostEstimate = {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** With replies of usual length. */
  readonly usualUsd: number;
  /** With replies as long as they may be. */
  readonly mostUsd: number;
  /** What of it each model with a known price comes to. */
  readonly models: ReadonlyMap<string, ModelEstimate>;
  /** Models without a known price, with how many of the calls are theirs. */
  readonly unpriced: ReadonlyMap<string, number>;
  /** Models whose price is that of a vendor's list, with its name: the endpoint may bill another sum. */
  readonly byName: ReadonlyMap<string, string>;
};

export type ModelEstimate = Pick<CostEstimate, 'calls' | 'usualUsd' | 'mostUsd'>;

/** A forecast asks how large each request is once for every length that the review may have. */
const sizes = new WeakMap<AnyRequest, RequestSize>();

/** `sizeOfRequest`, counted once for each request. */
export function knownSize(request: AnyRequest): RequestSize {
  const size = sizes.get(request) ?? sizeOfRequest(request);
  sizes.set(request, size);
  return size;
}

/** Estimates calls: each request with how many times it will be asked. */
export function estimateCost(
  asked: Iterable<{ readonly request: AnyRequest; readonly times: number }>,
  costOf: CostOf,
): CostEstimate {
  let calls = 0;
  let inputTokens = 0;
  let outputTokens = 0;
  let usualUsd = 0;
  let mostUsd = 0;
  const models = new Map<string, ModelEstimate>();
  const unpriced = new Map<string, number>();
  const byName = new Map<string, string>();
  for (const { request, times } of asked) {
    const size = knownSize(request);
    const { provider, model } = request;
    calls += times;
    inputTokens += size.input * times;
    outputTokens += size.usualOutput * times;
    const usual = costOf(provider, model, { inputTokens: size.input, outputTokens: size.usualOutput });
    const most = costOf(provider, model, { inputTokens: size.input, outputTokens: size.mostOutput });
    if (usual === undefined || most === undefined) unpriced.set(model, (unpriced.get(model) ?? 0) + times);
    else {
      const list = costOf.listOf?.(provider, model);
      if (list !== undefined) byName.set(model, list);
      addTo(models, model, { calls: times, usualUsd: usual * times, mostUsd: most * times });
      usualUsd += usual * times;
      mostUsd += most * times;
    }
  }
  return { calls, inputTokens, outputTokens, usualUsd, mostUsd, models, unpriced, byName };
}

/** What calls of several estimates cost together. */
export function addEstimates(all: readonly CostEstimate[]): CostEstimate {
  const [total, models, unpriced] = [{ ...nothing }, new Map<string, ModelEstimate>(), new Map<string, number>()];
  for (const one of all) {
    for (const key of amounts) total[key] += one[key];
    for (const [model, more] of one.models) addTo(models, model, more);
    for (const [model, calls] of one.unpriced) unpriced.set(model, (unpriced.get(model) ?? 0) + calls);
  }
  return { ...total, models, unpriced, byName: new Map(all.flatMap(({ byName }) => [...byName])) };
}

function addTo(models: Map<string, ModelEstimate>, model: string, more: ModelEstimate): void {
  const { calls, usualUsd, mostUsd } = models.get(model) ?? nothing;
  models.set(model, {
    calls: calls + more.calls,
    usualUsd: usualUsd + more.usualUsd,
    mostUsd: mostUsd + more.mostUsd,
  });
}

const amounts = ['calls', 'inputTokens', 'outputTokens', 'usualUsd', 'mostUsd'] as const;
const nothing = { calls: 0, inputTokens: 0, outputTokens: 0, usualUsd: 0, mostUsd: 0 };

/** What calls cost that stop at a budget: as large a share of each as it allows, at replies of usual length. */
export function capEstimate(
  estimate: CostEstimate,
  {
    calls = Number.POSITIVE_INFINITY,
    usd = Number.POSITIVE_INFINITY,
  }: { readonly calls?: number; readonly usd?: number },
): CostEstimate {
  const share = Math.min(1, calls / estimate.calls, estimate.usualUsd > 0 ? usd / estimate.usualUsd : 1);
  // Of nothing there is nothing to cap.
  if (!(share < 1)) return estimate;
  const { inputTokens, outputTokens } = estimate;
  const cap = (one: ModelEstimate): ModelEstimate => ({
    calls: one.calls * share,
    usualUsd: one.usualUsd * share,
    mostUsd: Math.min(one.mostUsd * share, usd),
  });
  return {
    ...cap(estimate),
    inputTokens: inputTokens * share,
    outputTokens: outputTokens * share,
    models: new Map([...estimate.models].map(([model, one]) => [model, cap(one)])),
    unpriced: new Map([...estimate.unpriced].map(([model, count]) => [model, count * share])),
    byName: estimate.byName,
  };
}

/** Whether the price of any of the calls is known: of none, nothing can be said of dollars. */
export function isPriced({ calls, unpriced }: CostEstimate): boolean {
  const unknown = [...unpriced.values()].reduce((sum, count) => sum + count, 0);
  return unpriced.size === 0 || unknown < calls;
}

/** Tokens each message costs beside its content. */
const PER_MESSAGE = 4;
/** Output tokens of a reply where nothing limits it and nothing was seen yet. */
const USUAL_OUTPUT = 400;
/** Output tokens that nothing but a limit in the request makes impossible to exceed; generous for a chat reply. */
const MOST_OUTPUT = 4000;

/** What thinking is worth in output tokens, where the request says how hard: usually, and at most. Generous at both. */
const efforts: Readonly<Record<string, { readonly usual: number; readonly most: number }>> = {
  low: { usual: 1000, most: 8000 },
  medium: { usual: 2000, most: 16_000 },
  high: { usual: 6000, most: 32_000 },
  xhigh: { usual: 12_000, most: 64_000 },
};

/** Tokens of a request, counted by rule of thumb (tokenx: a few per cent off for English), and of its reply, guessed. */
type RequestSize = {
  readonly input: number;
  readonly usualOutput: number;
  readonly mostOutput: number;
  /** Whether the request itself says how long the reply may be. */
  readonly limited: boolean;
};

/** How large a request is and its reply may be, in tokens, before it is asked. */
export function sizeOfRequest(request: AnyRequest): RequestSize {
  if (request.kind === 'embedding') {
    return {
      input: sum(request.texts.map((text) => estimateTokenCount(text))),
      usualOutput: 0,
      mostOutput: 0,
      limited: true,
    };
  }
  const { messages, params } = request;
  const tools = params['tools'] === undefined ? 0 : estimateTokenCount(JSON.stringify(params['tools']));
  const input =
    sum(messages.map((message) => PER_MESSAGE + countTokens(saidIn(message)) + sizeOfParts(message.parts))) + tools;
  const limit = params['max_completion_tokens'] ?? params['max_tokens'];
  const thinking = thinkingOf(params);
  const limited = typeof limit === 'number' && limit > 0;
  const mostOutput = limited ? limit : MOST_OUTPUT + (thinking?.most ?? 0);
  return { input, usualOutput: Math.min(USUAL_OUTPUT + (thinking?.usual ?? 0), mostOutput), mostOutput, limited };
}

/** A message's text with the calls it makes. */
function saidIn({ content, toolCalls = [] }: Message): string {
  return `${content}${toolCalls.map((call) => call.name + call.arguments).join('')}`;
}

/**
 * Input tokens of what is shown, rather too many: the bytes do not tell how many there will be, and the usage that a service counts
 * is what is paid. An image: what the largest takes (OpenAI, "Images and vision": 85 and 8 tiles of 170 make 1,445; Anthropic,
 * "Vision": about 1,600). Sound: 32 tokens a second (Gemini, "Audio understanding"; OpenAI counts 10), at 4 kB a second of MP3 and
 * 16 kB of WAV. A page of PDF: 3,000 of text and 1,600 of its image (Anthropic, "PDF support"), at 50 kB a page. A text: 3 bytes a token.
 */
const tokensOfBytes: ReadonlyMap<string, (bytes: number) => number> = new Map([
  ['audio/mpeg', (bytes) => Math.ceil(bytes / 4_000) * 32],
  ['audio/wav', (bytes) => Math.ceil(bytes / 16_000) * 32],
  ['application/pdf', (bytes) => Math.ceil(bytes / 50_000) * 4_600],
  ['text/plain', (bytes) => Math.ceil(bytes / 3)],
]);
const IMAGE = 1_600;
/** Bytes behind an address, of which nothing is known. */
const unseenBytes = 500_000;

function sizeOfParts(parts: Message['parts'] = []): number {
  return sum(parts.map((part) => (part.kind === 'text' ? 0 : sizeOfPart(part))));
}

function sizeOfPart({ kind, source }: ShownPart): number {
  const unseen = kind === 'audio' ? 'audio/mpeg' : 'application/pdf';
  const { mediaType, bytes } = source.kind === 'url' ? { mediaType: unseen, bytes: unseenBytes } : source;
  const count = kind === 'image' ? undefined : (tokensOfBytes.get(mediaType) ?? tokensOfBytes.get(unseen));
  // What a case says of its bytes is checked where they are read; no part is ever worth less than nothing.
  return Math.max(0, count?.(bytes ?? unseenBytes) ?? IMAGE);
}

/** How long the model may think before it answers; undefined where nothing is said of it. */
function thinkingOf(params: JsonObject): { readonly usual: number; readonly most: number } | undefined {
  const { reasoning, thinking } = params;
  const tokens = within(thinking, 'budget_tokens') ?? within(reasoning, 'max_tokens');
  if (typeof tokens === 'number' && tokens > 0) return { usual: Math.min(tokens, 6000), most: tokens };
  const effort = params['reasoning_effort'] ?? within(reasoning, 'effort');
  return typeof effort === 'string' && Object.hasOwn(efforts, effort) ? efforts[effort] : undefined;
}

function within(held: Json | undefined, key: string): Json | undefined {
  return isObject(held) ? held[key] : undefined;
}

/** What is longer than this is counted by a part of it. */
const WHOLE = 20_000;

/** Tokens of a text by rule of thumb. */
export function countTokens(text: string): number {
  if (text.length <= WHOLE) return estimateTokenCount(text);
  const [first, last] = [text.slice(0, WHOLE / 2), text.slice(-WHOLE / 2)];
  return Math.round(((estimateTokenCount(first) + estimateTokenCount(last)) * text.length) / WHOLE);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
