import { z } from 'zod';
import { candidateReasons } from '../golden-set/make-candidate.ts';
import type { Immutable } from '../report/immutable.ts';
import { count, dollars, jsonObject, position, share } from '../report/quantities.ts';
import { groupedBy } from './monitor-comparison.ts';

const by = z.enum(groupedBy);
const name = z.string().nullable();
const names = { segment: name, model: name, prompt: name };

const interval = z.object({ low: z.number(), high: z.number() });

/** A metric of the calls of one scope, on the scale that people write `min` on. */
const qualityRow = z.object({
  metric: z.string(),
  /** Which names it is of: none (all calls), the segment, or all three. Names that it is not of are `null`. */
  by: z.array(by),
  ...names,
  /** Calls that were judged, and calls of the sample that have no grade. */
  n: count,
  unknown: count,
  scale: interval,
  /** Of all segments together each counts by its calls. `null` where no call has a grade. */
  mean: z.number().nullable(),
  /** 95 %. */
  interval: interval.nullable(),
  /** Share of the scope's calls that are of segments with a grade: of these it is the mean. */
  covers: share,
});
export type QualityRow = Immutable<z.infer<typeof qualityRow>>;

/** What was held against the golden cases, or why it was not. */
const shift = z.union([
  z.object({
    kind: z.literal('tested'),
    /** Maximum mean discrepancy with a Gaussian kernel; p by drawing the labels anew. */
    method: z.literal('mmd-permutation'),
    logged: count,
    golden: count,
    /** The distance, 0 where both are alike; p by so many draws. */
    mmd: z.number().min(0),
    p: share,
    draws: count,
    /** p that counts as beyond chance, over all that was tested. */
    alpha: share,
    /** The least share of texts on another subject that is found four times in five; `null`: not even all of them. */
    detectable: share.nullable(),
    shifted: z.boolean(),
  }),
  z.object({ kind: z.literal('left-out'), why: z.string() }),
]);
export type GoldenShift = Immutable<z.infer<typeof shift>>;

const uncovered = z.object({
  n: count,
  /** Share of the inputs that no golden case resembles, with bounds (95 %). */
  share: share.nullable(),
  interval: interval.nullable(),
  /** Cosine distance to the nearest golden case beyond which none resembles it, by the distances among golden cases. */
  beyond: z.number().min(0),
  /** The share that would be beyond it by chance, were inputs like golden cases. */
  expected: share,
});

const comparedPrompt = z.object({
  /** Path of the prompt whose golden cases these are. */
  prompt: z.string(),
  cases: count,
  inputs: shift,
  replies: shift,
  uncovered: uncovered.nullable(),
});
export type ComparedPrompt = Immutable<z.infer<typeof comparedPrompt>>;

/** A masked input that may become a golden case. */
const offered = z.object({
  prompt: z.string(),
  /** The cases file it would go into. */
  file: z.string(),
  reason: z.enum(candidateReasons),
  notes: z.array(z.string()),
  segment: z.string().exactOptional(),
  vars: jsonObject,
  user: z.string().exactOptional(),
  history: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })),
  at: position,
});
export type OfferedCase = Immutable<z.infer<typeof offered>>;

/** What models made of a sample of the calls. */
export const observed = z.object({
  sample: z.object({
    seed: count,
    wanted: count,
    /** Calls with a reply that it was drawn from, and calls that were judged. */
    of: count,
    taken: count,
    strata: z.array(
      z.object({
        segment: name,
        /** Calls of all segments beyond the limit, together. */
        others: z.boolean(),
        calls: count,
        taken: count,
      }),
    ),
  }),
  quality: z.array(qualityRow),
  /** Why calls have no grade, most first. */
  unknown: z.array(z.object({ metric: z.string(), why: z.string(), calls: count })),
  /** Inputs and replies beside the golden cases, by prompt. */
  golden: z.array(comparedPrompt),
  /** Inputs that may become golden cases, the most telling first. */
  candidates: z.array(offered),
  /** Calls of models that this took, and dollars as far as they are known. */
  calls: count,
  usd: dollars.nullable(),
  /** What a reader should know: what was left out, and why. */
  notes: z.array(z.string()),
});
export type Observed = Immutable<z.infer<typeof observed>>;
