import { estimateTokenCount } from 'tokenx';
import type { AnyRequest } from '../call.ts';
import type { Json, JsonObject } from '../json.ts';
import type { ShownPart } from '../parts/part-value.ts';
import type { Message } from '../prompt.ts';
import { isObject } from '../prompt-file/is-object.ts';

/** A forecast asks how large each request is once for every length that the review may have. */
const sizes = new WeakMap<AnyRequest, RequestSize>();

/** `sizeOfRequest`, counted once for each request. */
export function knownSize(request: AnyRequest): RequestSize {
  const size = sizes.get(request) ?? sizeOfRequest(request);
  sizes.set(request, size);
  return size;
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
