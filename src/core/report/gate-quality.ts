import { z } from 'zod';
import type { Immutable } from './immutable.ts';
import { problemSchema } from './problem-schema.ts';
import { count, share } from './quantities.ts';

/** A share of drawn reviews with its 95 % interval. */
const measuredShare = z.object({ share, low: share, high: share, reviews: count });

export const gateQualitySchema = z.object({
  /** Cases on models of which enough replies are kept, of all. */
  cases: z.object({ measured: count, of: count }),
  /** Kept replies of those. */
  replies: count,
  /** `null` where too few replies are kept to say. */
  measured: z
    .object({
      /** Reviews that block though both sides are drawn from the same replies. */
      falseBlocks: measuredShare,
      /** Reviews that block where one case breaks; `null` where none holds that could. */
      brokenSeen: measuredShare.nullable(),
      /** Smallest tried drop of every case (0–1) that four of five reviews block; `null` where none is. */
      smallestDrop: share.nullable(),
    })
    .nullable(),
});

/** What `promptgate gate --json` prints. */
export const gateReportSchema = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  problems: z.array(problemSchema),
  prompts: z.array(z.object({ path: z.string(), ...gateQualitySchema.shape })),
});

export type GateReport = Immutable<z.infer<typeof gateReportSchema>>;
export type GateQuality = Immutable<z.infer<typeof gateQualitySchema>>;
export type MeasuredShare = Immutable<z.infer<typeof measuredShare>>;
