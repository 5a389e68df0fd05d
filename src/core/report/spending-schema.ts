import { z } from 'zod';
import { count, dollars, perSide, recordOf, share } from './quantities.ts';

const amount = z.number().min(0);

/** What replies used and cost on the average. */
const spentSchema = z.object({
  /** Replies that are counted: those of the rounds that every case was asked. */
  replies: z.object({ old: count, new: count }),
  /**
   * Dollars of a reply; `low` and `high` bound `delta`, Student's t at 1 − alpha over cases as they come. `p` is one-sided
   * for "costs more", `cheaper` its mirror: permutations of the logarithms, case by case.
   */
  usd: perSide(dollars).extend({
    delta: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    p: share.nullable(),
    cheaper: share.nullable(),
  }),
  /** Tokens of a reply; `null` where the service did not count them. */
  tokens: z.object({
    input: perSide(amount),
    cached: perSide(amount),
    output: perSide(amount),
    reasoning: perSide(amount),
  }),
  /** Characters of what a reply says and calls. */
  length: perSide(amount),
  /** By how much each factor multiplied the cost of a reply: their product is new to old. Absent where a price is not known. */
  factors: z
    .object({ price: amount, tokenizer: amount, prompt: amount, reply: amount, reasoning: amount, cached: amount })
    .exactOptional(),
});

/** The text that all requests of a side begin with, in tokens as its model counts: what a service may read from its cache. */
const headSchema = z.object({
  tokens: amount,
  /** All that is the same in each request, wherever it stands, and the whole of one on the average. */
  fixed: amount,
  of: amount,
  /** Least tokens that the model's service caches; absent where that is not known. */
  least: amount.exactOptional(),
  /** Share of the input that was billed as read from the cache; `null` where the service does not tell. */
  billed: share.nullable(),
  /** What ends it: the first thing in which requests differ, and the variable that it comes from. */
  breaks: z
    .object({ kind: z.enum(['date', 'id', 'variable', 'order', 'text']), variable: z.string().exactOptional() })
    .exactOptional(),
});

/** What a row's replies used and cost, compared, of all cases and by their segment. */
export const spendingSchema = spentSchema.extend({
  segments: recordOf(spentSchema),
  /** Dollars of a month's traffic, of the segments that have both cases and a known traffic; `low` and `high` bound its change. */
  month: perSide(dollars)
    .extend({ replies: amount, low: z.number().nullable(), high: z.number().nullable() })
    .exactOptional(),
  /** A reply costs more by the limit or a quarter, and beyond chance: told first, whatever the verdict. */
  explodes: z.boolean(),
  /** Old and new head. What the difference costs if the service caches all it may: positive, the new one costs more. */
  heads: z
    .object({
      old: headSchema,
      new: headSchema,
      usdPer1000: z.number().exactOptional(),
      usdMonth: z.number().exactOptional(),
    })
    .exactOptional(),
  /** A gain of the score beside replies that became longer; `alone`: nothing shows that it is more than that. */
  verbosity: z
    .object({
      /** Times as long, geometric mean. */
      longer: amount,
      /** Pairs of replies of which neither is longer by more than a quarter. */
      pairs: z.object({ alike: count, of: count }),
      gain: z.number(),
      /** In those pairs; absent of fewer than five. */
      gainAlike: z.number().exactOptional(),
      alone: z.boolean(),
    })
    .exactOptional(),
  /** Parameters of the new side that are set and change nothing that can be seen, in `replies` of `of` replies. */
  ignored: z
    .array(
      z.object({
        param: z.string(),
        value: z.string(),
        why: z.enum(['no-reasoning', 'exceeded']),
        replies: count,
        of: count,
      }),
    )
    .exactOptional(),
  /** Replies whose tokens the service did not count: they are counted here, without what is cached or reasoned. Absent: none. */
  uncounted: z.object({ old: count, new: count }).exactOptional(),
  /** Replies that decline to serve the request. */
  refusals: perSide(count),
});

/** What a prompt's replies used and cost on the average over `models` models, each of which counts alike; times the models it is their sum. */
export const promptSpendingSchema = spentSchema.omit({ factors: true }).extend({ models: count });
