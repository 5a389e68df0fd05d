import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { AnyRequest } from '../call.ts';
import { type Provider, ProviderError } from '../ports.ts';
import type { Message, Part } from '../prompt.ts';
import { decodeBase64, mediaTypeOf } from './media-type.ts';
import type { BytesKnown } from './part-value.ts';

/** What bytes are, or why they are not shown: a clause without a full stop. */
export type Kept = ({ readonly kind: 'kept' } & BytesKnown) | { readonly kind: 'refused'; readonly why: string };

const mostBytes = 5 * 1024 * 1024;
const lfsPointer = 'dmVyc2lvbiBodHRwczovL2dpdC1sZnMuZ2l0aHViLmNvbS9zcGVjL3Yx';

/**
 * Bytes that messages show, each once, by their digest. Cases and requests name them by it, so that a picture of megabytes is not
 * hashed, compared and kept anew for every trial; they are put in when a request is sent.
 */
export class HeldBytes {
  readonly #bySha = new Map<string, string>();
  readonly #known = new WeakMap<{ readonly base64: string }, Kept>();

  /** @param file the same object is looked into once */
  keep(file: { readonly base64: string }): Kept {
    const before = this.#known.get(file);
    const kept = before ?? this.#look(file.base64);
    this.#known.set(file, kept);
    return kept;
  }

  /** Their base64, as it is sent. */
  find(digest: string): string | undefined {
    return this.#bySha.get(digest);
  }

  #look(written: string): Kept {
    const bytes = decodeBase64(written);
    if (bytes === undefined) return { kind: 'refused', why: 'it is not base64' };
    if (bytes.length > mostBytes)
      return { kind: 'refused', why: `it has ${bytes.length} bytes; at most ${mostBytes} are read` };
    if (written.startsWith(lfsPointer))
      return { kind: 'refused', why: 'it is kept in Git LFS: only a pointer is in the repository' };
    const mediaType = mediaTypeOf(bytes);
    if (mediaType === undefined)
      return {
        kind: 'refused',
        why: 'its content is no PNG, JPEG, GIF, WebP, WAV, MP3, PDF or text, which is what services take',
      };
    const digest = bytesToHex(sha256(bytes));
    this.#bySha.set(digest, written.replaceAll(/\s+/gu, ''));
    return { kind: 'kept', mediaType, bytes: bytes.length, sha256: digest };
  }
}

/** A provider that is asked with the bytes that requests name. */
export function sendingBytes(provider: Provider, held: HeldBytes): Provider {
  return { ask: (request, signal, heed) => provider.ask(withBytes(request, held), signal, heed) };
}

function withBytes(request: AnyRequest, held: HeldBytes): AnyRequest {
  if (request.kind !== 'chat' || request.messages.every(({ parts }) => parts === undefined)) return request;
  const fill = (part: Part): Part => {
    if (part.kind === 'text' || part.source.kind === 'url' || part.source.sha256 === undefined) return part;
    const base64 = held.find(part.source.sha256);
    if (base64 !== undefined) return { ...part, source: { ...part.source, base64 } };
    throw new ProviderError(`was not asked: the bytes of ${part.name ?? 'a part'} are not there.`, {
      reason: 'refused-request',
    });
  };
  const messages = request.messages.map(
    (message): Message => (message.parts === undefined ? message : { ...message, parts: message.parts.map(fill) }),
  );
  return { ...request, messages };
}
