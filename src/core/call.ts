import { hash } from './hash.ts';
import type { JsonObject } from './json.ts';
import type { Message, Part } from './prompt.ts';
import type { Side } from './side.ts';

/** All that shapes a reply. Two equal requests are one. `params` holds only what someone set (tools and response_format too). */
export type Request = {
  readonly kind: 'chat';
  readonly provider: string;
  readonly model: string;
  readonly messages: readonly Message[];
  readonly params: JsonObject;
  /** Of what is asked of a team's own application: it may do something else with the same messages for another of these. */
  readonly subject?: Subject;
};

/** What an application is told beside the messages. */
export type Subject = {
  /** The prompt as its file has it; `text` is absent where it was not read from one. */
  readonly prompt: {
    readonly path: string;
    readonly text?: string;
    /** The model that it names itself. */
    readonly model?: string;
  };
  /** Id of the golden case. */
  readonly case: string;
  /** The values that the prompt's templates were filled with. */
  readonly vars: JsonObject;
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
  /**
   * Whose reply it is. No part of the request's identity: where both sides ask the same, one reply is the answer of both, and an
   * application that answered the sides differently would be compared with itself.
   */
  readonly side?: Side;
  /** Number of the budget that it counts to beside the run's. No part of the request's identity either. */
  readonly budget?: number;
  /** Calls that share it (both sides of a case and trial) must be served by the same provider, and by the same model where they ask for one. */
  readonly pair?: string;
  /** Milliseconds since 1970: a kept answer that arrived before is not used, the call is asked afresh. */
  readonly notBefore?: number;
  /**
   * A reply that another comparison kept for the same request may answer it, unless it arrived before `notBefore`
   * (milliseconds since 1970). `copy` tells apart cases that render alike, which must not share replies.
   */
  readonly baseline?: { readonly notBefore: number; readonly copy: number };
};

/**
 * The call for trial `trial` (0, 1, 2 …) of `request`. Calls of different scopes never share an answer: a reply
 * belongs to the comparison it was asked for, so that it is taken over together with the other side's or not at all.
 */
export function callFor(request: AnyRequest, trial: number, purpose: Purpose, scope = ''): Call {
  return { id: hash({ request: identityOf(request), trial, scope }), request, trial, purpose };
}

/** Equal for requests that send the same. */
export function requestHash(request: AnyRequest): string {
  return hash(identityOf(request));
}

/**
 * What tells a request from another: people's name for a picture or a sound is sent to no model service, nor is the text that
 * stands for parts. A file goes with its name, which the model may read; an application is told them all.
 */
function identityOf(request: AnyRequest): unknown {
  if (request.kind !== 'chat' || request.subject !== undefined) return request;
  if (request.messages.every(({ parts }) => parts === undefined)) return request;
  const unnamed = (part: Part): Part => {
    if (part.kind === 'text' || part.kind === 'file') return part;
    const { name: _, ...sent } = part;
    return sent;
  };
  const messages = request.messages.map(({ content, parts, ...message }) =>
    parts === undefined ? { ...message, content } : { ...message, parts: parts.map(unnamed) },
  );
  return { ...request, messages };
}

/**
 * The call under which a reply of an old side is kept for its request alone, for whatever comparison asks it next.
 * @param copy how many earlier cases of the prompt render to the same request
 */
export function baselineCall(
  { request, trial, purpose }: Pick<Call, 'request' | 'trial' | 'purpose'>,
  copy: number,
): Call {
  return callFor(request, trial, purpose, `old side, copy ${copy}`);
}
