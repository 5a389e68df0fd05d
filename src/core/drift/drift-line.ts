import { z } from 'zod';
import type { Immutable } from '../report/immutable.ts';
import { areOnScale, leastValue, mostValue } from './channels.ts';

/** The version of the lines that are written. Lines of a later version are told, and not read. */
export const driftVersion = 1;

const count = z.int().min(0);
const place = {
  version: z.literal(driftVersion),
  /** ISO 8601, UTC: when the run began. */
  at: z.iso.datetime(),
  /** Tells runs apart: its address, or its time where it has none. */
  run: z.string().min(1),
  prompt: z.string().min(1),
  /** As asked for, with its provider where that is not `default`. */
  model: z.string().min(1),
};

/** One golden case of a run: a list a channel, in the order of its replies, which stand at the same place in each. */
const caseOfRun = z.object({
  id: z.string(),
  /** Hash of its request and of all that scores it: where that changes, nothing is compared. */
  key: z.string(),
  /** Input tokens of its first request, as the service counted them. */
  input: count.exactOptional(),
  /** By channel (`channelOf`): `score`, `pass`, `plain`, `grade`, `distance` and metrics 0–1, `refusal` 0 or 1, `length` in characters, `latency` in ms, `cost` in dollars. */
  values: z
    .record(z.string(), z.array(z.number().min(leastValue).max(mostValue)))
    .refine(areOnScale, 'a value that its channel cannot have'),
  /** Replies that were lost or could not be scored. */
  missing: count,
  /** What one of them said, masked and cut: with `drift.history-texts` alone, and of a run in seven. */
  text: z.string().exactOptional(),
  /** What its replies meant, as a direction in 64 dimensions (two hexadecimal digits each): of its first runs, where there is an embedding model. */
  sketch: z.string().exactOptional(),
  /** A judge has a part in its score. */
  judged: z.literal(true).exactOptional(),
});

/** What one run saw of a prompt on a model. */
const runLine = z.object({
  kind: z.literal('run'),
  ...place,
  /** Models that answered, by the service's own word, the most frequent first. */
  served: z.array(z.object({ model: z.string(), fingerprint: z.string().exactOptional(), replies: count })),
  cases: z.array(caseOfRun),
  /** A sketch of a text that is the same in all runs, where cases have theirs: it tells embedding models apart. */
  embedder: z.string().exactOptional(),
  /** The config has this run's fingerprint watched: one that changed before it was is no news. */
  watchesFingerprint: z.literal(true).exactOptional(),
  /** Channels of graded checks that are a judge's. */
  judged: z.array(z.string()).exactOptional(),
});

/** What fresh replies said of an alarm of the same run. */
const confirmationLine = z.object({
  kind: z.literal('confirmation'),
  ...place,
  layer: z.string(),
  confirmed: z.boolean(),
  /** The least p-value, and what it was held to. */
  p: z.number().min(0).max(1),
  alpha: z.number().min(0).max(1),
  cases: z.array(z.string()),
  replies: count,
});

/** People took what the model does now for the new usual: what came before says nothing any more. */
const acceptedLine = z.object({ kind: z.literal('accepted'), ...place });

/** What one run's canary heard of a model: few tokens that a silent change of it moves. `prompt` is no path. */
const canaryLine = z.object({
  kind: z.literal('canary'),
  ...place,
  /** Log-probabilities of the first token, or what is said to inputs whose first token is a near tie at temperature 0. */
  method: z.enum(['logprobs', 'border']),
  /** Hash of all that is asked: another begins anew. */
  probe: z.string(),
  served: z.array(z.object({ model: z.string(), replies: count })),
  /** By reply: the likeliest tokens and, in the same order, their log-probabilities (nats); or what was said, and 1. */
  inputs: z.array(
    z.object({
      input: z.string(),
      replies: z.array(z.object({ tokens: z.array(z.string()), values: z.array(z.number().min(-1e6).max(1)) })),
    }),
  ),
});

/** How far the search of border inputs is: it is done once, over several runs where a budget ends it. */
const searchLine = z.object({ kind: z.literal('search'), ...place, tried: count, found: z.array(z.string()) });

/** A reply of an early run that the judge grades again in each: only where `history-texts` asks for it. `prompt` is no path. */
const anchorLine = z.object({
  kind: z.literal('anchor'),
  ...place,
  /** Of the case and its check, as messages name them. */
  id: z.string(),
  /** Hash of all that the judge is asked about it. */
  key: z.string(),
  /** Masked. */
  text: z.string(),
});

/** A line of the history, as `promptgate-history` and `--history` hold it: one JSON text a line. */
export const driftLine = z.discriminatedUnion('kind', [
  runLine,
  confirmationLine,
  acceptedLine,
  canaryLine,
  searchLine,
  anchorLine,
]);

export type DriftLine = Immutable<z.infer<typeof driftLine>>;
export type DriftRun = Extract<DriftLine, { kind: 'run' }>;
export type CanaryLine = Extract<DriftLine, { kind: 'canary' }>;
export type SearchLine = Extract<DriftLine, { kind: 'search' }>;
export type AnchorLine = Extract<DriftLine, { kind: 'anchor' }>;
export type DriftCase = DriftRun['cases'][number];

/** The line that says that a row's latest run is the new usual. */
export function takenAsUsual({
  version,
  at,
  run,
  prompt,
  model,
}: Pick<DriftRun, 'version' | 'at' | 'run' | 'prompt' | 'model'>): DriftLine {
  return { kind: 'accepted', version, at, run, prompt, model };
}
