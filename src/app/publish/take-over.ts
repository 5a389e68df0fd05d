import { z } from 'zod';
import type { ForumComment } from '../../core/forum.ts';
import { findComments } from '../../core/publish/find-comments.ts';
import { textBesideMarker } from '../../core/publish/marker.ts';
import type { Seal } from '../../core/seal/create-seal.ts';
import { outputs } from '../../core/settings/outputs.ts';
import { departures, type Verdict, verdicts } from '../../core/verdict.ts';
import type { TakenOver } from '../review/taken-over.ts';

/** What a comment carries for later runs that judge the same: enough to set outputs and gate without a call. */
const carriedSchema = z.object({
  verdicts: z.array(z.enum([...verdicts, ...departures])),
  outputs: z.record(z.string(), z.string()),
  /** What the comment says of the gate while nobody accepted. */
  closed: z.string(),
});
export type Carried = z.infer<typeof carriedSchema>;

/**
 * A fault of the service or of the input may be gone by now, so `invalid` is judged anew, were it of one row alone. That
 * nobody reviewed something is no finding: it costs nothing to find again.
 */
const settled: ReadonlySet<Verdict> = new Set(['regressed', 'inconclusive', 'pass']);

/** Looks whether our own comment shows a verdict on the same fingerprint, signed by a run that held the keys of this one. */
export function findTakenOver(
  comments: readonly ForumComment[],
  asked: { readonly name: string; readonly fingerprint: string; readonly seal: Seal | undefined },
): TakenOver | undefined {
  const found = findComments(comments, asked.name, asked.seal).find(({ signed }) => signed);
  if (found === undefined) return undefined;
  const { comment, marker } = found;
  const carried = carriedSchema.safeParse(marker.carried);
  if (marker.judged.at(-1)?.fingerprint !== asked.fingerprint || !settled.has(marker.verdict)) return undefined;
  if (!carried.success || carried.data.verdicts.includes('invalid')) return undefined;
  const known: ReadonlySet<string> = new Set(outputs.map(({ name }) => name));
  return {
    from: comment.url,
    verdict: marker.verdict,
    closed: carried.data.closed,
    verdicts: carried.data.verdicts,
    outputs: Object.fromEntries(Object.entries(carried.data.outputs).filter(([name]) => known.has(name))),
    body: textBesideMarker(comment.body),
  };
}
