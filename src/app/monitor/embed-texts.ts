import { callFor, type EmbeddingRequest } from '../../core/call.ts';
import type { ModelRef } from '../../core/row.ts';
import type { Vector } from '../../core/statistics/kernel-two-sample.ts';
import type { Ask } from '../review/answer-asking.ts';

/** Texts of one request, and their characters together: services refuse longer ones. */
const most = { texts: 64, characters: 100_000 } as const;
/** Characters of one text: embedding models read about 8,000 tokens. */
export const longestEmbedded = 8_000;

/** Vectors by text, or why there are none. */
export type Embedded =
  | { readonly kind: 'vectors'; readonly vectors: ReadonlyMap<string, Vector> }
  | { readonly kind: 'failed'; readonly why: string };

/** The requests that turn texts into vectors: equal texts once. */
export function embeddingRequests(texts: Iterable<string>, { provider, model }: ModelRef): readonly EmbeddingRequest[] {
  const batches: string[][] = [];
  let room = 0;
  for (const text of new Set(texts)) {
    const last = batches.at(-1);
    if (last === undefined || last.length === most.texts || room < text.length) {
      batches.push([text]);
      room = most.characters - text.length;
    } else {
      last.push(text);
      room -= text.length;
    }
  }
  return batches.map((batch) => ({ kind: 'embedding', provider, model, texts: batch }));
}

/** Has texts turned into vectors, all of them or none: a part would compare something else. */
export async function embedTexts(requests: readonly EmbeddingRequest[], ask: Ask): Promise<Embedded> {
  const vectors = new Map<string, Vector>();
  const failed: string[] = [];
  await Promise.all(
    requests.map(async (request) => {
      const reply = await ask.reply(callFor(request, 0, 'embedding'));
      const found = reply.kind === 'failed' ? [] : (ask.kept(reply.call)?.vectors ?? []);
      if (reply.kind === 'failed') failed.push(reply.message);
      else if (found.length !== request.texts.length) failed.push('the embedding model gave no vector for each text');
      for (const [at, text] of request.texts.entries()) vectors.set(text, found[at] ?? []);
    }),
  );
  const [why] = failed;
  return why === undefined ? { kind: 'vectors', vectors } : { kind: 'failed', why };
}
