import { z } from 'zod';
import { verdicts } from '../verdict.ts';
import { caseSchema } from './case-schema.ts';
import { count, dollars, estimate, milliseconds, perSide, share } from './quantities.ts';
import { reasonSchema } from './reason-schema.ts';

const costSchema = z.object({
  /** Mean dollars of one reply; a side is absent where a price is unknown. */
  old: dollars.exactOptional(),
  new: dollars.exactOptional(),
  /** Mean dollars of one reply by segment of the cases. */
  perSegment: z.record(z.string(), perSide(dollars)),
  /** Dollars a month by segment, at the configured traffic (replies a month). */
  monthly: z.record(z.string(), perSide(dollars).extend({ replies: z.number().min(0) })),
});

/** One line of the table: a prompt on a model. */
export const rowSchema = z.object({
  id: z.string(),
  /** The model the prompt itself names. */
  own: z.boolean(),
  /** As shown: with its provider where that is not `default`. */
  model: z.object({ old: z.string(), new: z.string() }),
  /** Of the new side. */
  provider: z.string(),
  verdict: z.enum(verdicts),
  reasons: z.array(reasonSchema),
  score: estimate,
  looks: z.array(z.object({ round: count, alpha: share, spent: share, p: share })),
  passRate: perSide(share),
  metrics: z.record(z.string(), estimate),
  /** What a `pass` would have seen: `case`: one case that breaks completely; `drop`: a mean drop this large (80 % power). */
  wouldSee: z.object({ case: z.boolean(), drop: share.exactOptional() }).exactOptional(),
  /** How many more cases, or replies a case and side, would halve `wouldSee.drop`. */
  halvedBy: z.object({ cases: count.exactOptional(), trials: count.exactOptional() }).exactOptional(),
  /** Replies that came and could be scored, of those wanted. */
  answered: perSide(z.object({ replies: count, of: count })),
  cost: costSchema,
  /** Mean tokens of one reply. */
  tokens: z.object({ input: perSide(z.number().min(0)), output: perSide(z.number().min(0)) }),
  latency: z.object({ p50: perSide(milliseconds), p95: perSide(milliseconds) }),
  /** Checks of kind `prefer`: new against old. Outside the score. */
  prefer: z.object({ wins: count, ties: count, losses: count }).exactOptional(),
  /** `exact` permutation tests, or `monte-carlo` where these would be too large. */
  method: z.enum(['exact', 'monte-carlo']).exactOptional(),
  cases: z.array(caseSchema),
});
