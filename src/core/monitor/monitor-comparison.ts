import { z } from 'zod';
import { costFactors } from '../money/decompose-cost.ts';
import type { Immutable } from '../report/immutable.ts';
import { count } from '../report/quantities.ts';

/** Names that calls are told apart by. */
export const groupedBy = ['segment', 'model', 'prompt'] as const;
export type GroupedBy = (typeof groupedBy)[number];

export const groupNames = z.object({
  segment: z.string().nullable(),
  /** The model that was asked for; where no log says so, the one that answered. */
  model: z.string().nullable(),
  prompt: z.string().nullable(),
  /** Of these the names are `null` because there are too many: calls of all names beyond the limit are counted together. */
  others: z.array(z.enum(groupedBy)),
});
export type GroupNames = Immutable<z.infer<typeof groupNames>>;

/** What is compared: quantities by their ratio, shares of calls by their difference. */
export const comparedQuantities = [
  'usdPerCall',
  'calls',
  'tokensIn',
  'tokensOut',
  'replyCharacters',
  'p50',
  'p95',
] as const;
export const comparedShares = ['errors', 'refusals', 'truncated'] as const;
export type ComparedMetric = (typeof comparedQuantities)[number] | (typeof comparedShares)[number];

const change = z.object({
  /** Over the days of the same weekdays before, and over the days from `since` on. */
  before: z.number().nullable(),
  now: z.number().nullable(),
  /** now / before − 1 of a quantity, now − before of a share, as a mean over days; `low` and `high` bound it. */
  change: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** The first day of what moved; of what did not, the first that is compared. */
  since: z.iso.date().nullable(),
  /** Beyond what days differ by chance, over all that is compared; and by enough to be told: 5 % of a quantity, 1 point of a share. */
  moved: z.enum(['rose', 'fell']).nullable(),
});
export type MonitorChange = Immutable<z.infer<typeof change>>;

const means = z.object({ old: z.number().nullable(), new: z.number().nullable() });

const cause = z.object({
  /** By how much calls going to dearer or cheaper segments, models and prompts multiplied the cost of a call. */
  mix: z.number().positive(),
  /** By how much each of the others did, as far as prices are known: with `mix` their product is the change. */
  factors: z.record(z.enum(costFactors), z.number().positive()).exactOptional(),
  /** Means of a call. */
  tokens: z.object({ input: means, cached: means, output: means, reasoning: means }),
  length: means,
  /** The model that answered most calls. */
  served: z.object({ old: z.string().nullable(), new: z.string().nullable() }),
});
export type CostCause = Immutable<z.infer<typeof cause>>;

const changes = z.object({
  usdPerCall: change,
  calls: change,
  tokensIn: change,
  tokensOut: change,
  replyCharacters: change,
  p50: change,
  p95: change,
  errors: change,
  refusals: change,
  truncated: change,
} satisfies Record<ComparedMetric, typeof change>);

/** The last days of the logs beside the same weekdays of the four weeks before. */
export const comparison = z.object({
  /** Days that are judged, and those they are compared with; of the logs, or of the history. */
  days: z.array(z.iso.date()),
  against: z.array(z.iso.date()),
  scopes: z.array(
    z.object({
      /** Which names it is of: none (all calls), the segment, or all three. Names that it is not of are `null`. */
      by: z.array(z.enum(groupedBy)),
      ...groupNames.shape,
      calls: z.object({ before: count, now: count }),
      changes,
      /** Where the cost of a call moved: what of. */
      cause: cause.exactOptional(),
    }),
  ),
});
export type MonitorComparison = Immutable<z.infer<typeof comparison>>;
export type ComparedScope = MonitorComparison['scopes'][number];

/** Calls a month beside what the config declares of a segment. */
export const declaredTraffic = z.object({
  segment: z.string(),
  declared: z.number().min(0),
  /** As many as the last whole days would come to, with bounds; `null` of fewer than seven days. */
  seen: z.number().min(0).nullable(),
  low: z.number().min(0).nullable(),
  high: z.number().min(0).nullable(),
  /** Beyond chance, and by a quarter. */
  is: z.enum(['more', 'less']).nullable(),
  /** Dollars a month at what a call cost, of the calls declared and of those seen. */
  usd: z.object({ declared: z.number().min(0).nullable(), seen: z.number().min(0).nullable() }),
});
export type DeclaredTraffic = Immutable<z.infer<typeof declaredTraffic>>;
