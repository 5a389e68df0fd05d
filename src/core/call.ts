import { hash } from './hash.ts';
import type { JsonObject } from './json.ts';
import type { Message } from './prompt.ts';

/** All that shapes a reply. Two equal requests are one. `params` holds only what someone set (tools and response_format too). */
export type Request = {
  readonly kind: 'chat';
  readonly provider: string;
  readonly model: string;
  readonly messages: readonly Message[];
  readonly params: JsonObject;
};

/** Texts to be turned into vectors by an embedding model. */
export type EmbeddingRequest = {
  readonly kind: 'embedding';
  readonly provider: string;
  readonly model: string;
  readonly texts: readonly string[];
};

export type AnyRequest = Request | EmbeddingRequest;

/** What a call is for; counted apart in the report. */
export type Purpose = 'reply' | 'judge' | 'simulate' | 'embedding';

/** One asking of a request. Trials of the same request are independent draws. */
export type Call = {
  /** Hash of the request and the trial: under it the answer is kept. */
  readonly id: string;
  readonly request: AnyRequest;
  /** Counted from 0. */
  readonly trial: number;
  readonly purpose: Purpose;
};

/** @returns the call for trial `trial` (0, 1, 2 …) of `request`. */
export function callFor(request: AnyRequest, trial: number, purpose: Purpose): Call {
  return { id: hash({ request, trial }), request, trial, purpose };
}
