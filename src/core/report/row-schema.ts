import { z } from 'zod';
import { verdicts } from '../verdict.ts';
import { caseSchema } from './case-schema.ts';
import { count, dollars, estimate, milliseconds, perSide, recordOf, share, testMethod } from './quantities.ts';
import { reasonSchema } from './reason-schema.ts';
import { spendingSchema } from './spending-schema.ts';

const costSchema = z.object({
  /** Mean dollars of one reply over the uniform rounds. */
  old: dollars.nullable(),
  new: dollars.nullable(),
  /** Mean dollars of one reply by segment of the cases. */
  perSegment: recordOf(perSide(dollars)),
  /** Dollars a month by segment, at the configured traffic (`replies` a month). */
  monthly: recordOf(perSide(dollars).extend({ replies: z.number().min(0) })),
});

/** What the row's design would have seen (`WouldSee` of the gate). */
const wouldSeeSchema = z.object({
  case: z.boolean(),
  drop: share.nullable(),
  halvedBy: z.object({ moreCases: count, moreTrials: count }).nullable(),
  /** Cases that passed before, of those that are compared: what is seen is seen of them. */
  couldFall: z.object({ cases: count, of: count }).exactOptional(),
  blind: z.object({ trials: count, trialsNeeded: count.nullable() }).exactOptional(),
});

const rightSchema = z.object({ right: count, of: count });

const missingSchema = z.object({ missing: count, of: count });

const cutSchema = z.object({ empty: count, partial: count });

/** Replies of a side (`ReplyCount` of the gate): `empty` have neither text nor tool call; the rest counts what cut them. */
const replyCountSchema = z.object({ of: count, empty: count, atLimit: cutSchema, byFilter: cutSchema });

/**
 * What instructions of agents add: the cases asked with them (the new side) and without. `adds` is with − without, between `low` and
 * `high`; `p` is one-sided for "worse without", `proven` where the gate's test rejects. No verdict reads it.
 */
const withheldSchema = z.object({
  passRate: z.object({ with: share.nullable(), without: share.nullable() }),
  score: z.object({
    with: share.nullable(),
    without: share.nullable(),
    adds: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    p: share.nullable(),
  }),
  proven: z.boolean(),
  /** Cases that break without them, and cases that pass as well without. */
  cases: z.object({ needed: z.array(z.string()), idle: z.array(z.string()) }),
});

/** Replies by the skill that they pick first; `null`: none of those that are offered. */
const pickedSchema = z.array(z.object({ skill: z.string().nullable(), replies: count }));
const picksSchema = z.object({
  case: z.string(),
  skill: z.string(),
  wanted: z.string().nullable(),
  old: pickedSchema,
  new: pickedSchema,
});

const pastSchema = z.object({
  at: z.string(),
  sha: z.string(),
  score: share.nullable(),
  passRate: share.nullable(),
  usd: dollars.nullable(),
  length: z.number().min(0).nullable(),
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
  /** The day on which its vendor ends that model (`YYYY-MM-DD`), where one is known. */
  retires: z.string().exactOptional(),
  verdict: z.enum(verdicts),
  /** Worst first. */
  reasons: z.array(reasonSchema),
  /** Regressed only by the test pooled over all models. */
  pooledOnly: z.boolean(),
  score: estimate,
  /** Whether the score's interval tells the row's story; reporters show it nowhere else. */
  showInterval: z.boolean(),
  looks: z.array(z.object({ round: count, alpha: share, spent: share, p: share })),
  /** How the suite's p-value was found; `null` where nothing was tested. */
  method: testMethod.nullable(),
  passRate: perSide(share),
  /** Each named check as a mean like the score; `gated` ones take part in the gate. */
  metrics: recordOf(estimate.extend({ gated: z.boolean() })),
  /**
   * What checks compared field by field: replies of whole rounds in which the field is right, in the order of how far it fell. No test
   * reads it; the check's score gates.
   */
  fields: z
    .array(z.object({ check: z.string(), field: z.string(), old: rightSchema, new: rightSchema }))
    .exactOptional(),
  /** `null` where nothing was compared. */
  wouldSee: wouldSeeSchema.nullable(),
  missing: z.object({ old: missingSchema, new: missingSchema }),
  /** Replies that came, and those of them that are empty or were cut. */
  replies: z.object({ old: replyCountSchema, new: replyCountSchema }).exactOptional(),
  cost: costSchema,
  /** Mean tokens of one reply. */
  tokens: z.object({ input: perSide(z.number().min(0)), output: perSide(z.number().min(0)) }),
  /** Absent in reports of older versions, and of score files. */
  spending: spendingSchema.exactOptional(),
  /** Of whole replies; `firstToken` is the median until the first token, absent where no reply was streamed. */
  latency: z.object({
    p50: perSide(milliseconds),
    p95: perSide(milliseconds),
    firstToken: perSide(milliseconds).exactOptional(),
  }),
  /**
   * Checks of kind `prefer`: pairs of replies in which the new one was found better, neither, or the old one; `unscored`
   * pairs could not be judged. Outside the score and the gate. `p`: sign test of losses against wins, one-sided.
   */
  prefer: z
    .object({
      wins: count,
      ties: count,
      losses: count,
      unscored: count.exactOptional(),
      p: share.exactOptional(),
      /** Times as long as the old ones the new replies are that were found better, geometric mean. */
      winnersLonger: z.number().min(0).exactOptional(),
      /** The same count of the pairs of which neither reply is longer by more than a quarter. */
      alike: z.object({ wins: count, ties: count, losses: count }).exactOptional(),
    })
    .exactOptional(),
  /** Of a skill's description: which skills replies picked, case by case. `wanted` is `null` where `skill` is not to be picked. */
  picks: z.array(picksSchema).exactOptional(),
  withheld: withheldSchema.exactOptional(),
  /**
   * What replies to merged versions of the prompt came to, the one that this is compared with last (`KeptVersion` of the store): at
   * most 51. `usd` and `length` (characters) are of one reply. No verdict reads it.
   */
  past: z.array(pastSchema).exactOptional(),
  cases: z.array(caseSchema),
});
