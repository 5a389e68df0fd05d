import { z } from 'zod';
import { driftEnds } from '../drift/drift-report.ts';
import type { Immutable } from '../report/immutable.ts';
import { ruleWays } from '../settings/alert-metrics.ts';
import { alertTargets } from '../settings/alert-schema.ts';

const value = z.number().nullable();

/** What became of a rule, where that is to be told: what is broken, what is over since this run, and what nobody knows. */
export const ruleResult = z.object({
  /** The rule as the config has it: `cost rises 0.3`. */
  rule: z.string(),
  /** Of the config's rules: cost, errors and so on, or the name of a judged check. */
  metric: z.string(),
  way: z.enum(ruleWays),
  limit: z.number(),
  /** `unclear`: beyond the limit, and perhaps by chance. `unknown`: nothing could be judged. */
  is: z.enum(['broken', 'recovered', 'unclear', 'unknown']),
  /** Of `recovered`: how it ended. */
  ended: z.enum(driftEnds).exactOptional(),
  segment: z.string().exactOptional(),
  model: z.string().exactOptional(),
  prompt: z.string().exactOptional(),
  /** In the unit of the metric, on `day`, with its interval; of `rises` and `falls` the interval is that of `change`. */
  value,
  low: value,
  high: value,
  day: z.string().nullable(),
  against: z.int().exactOptional(),
  /** What was usual before, and by which share that moved. */
  before: z.number().exactOptional(),
  change: z.object({ value: z.number(), low: value, high: value }).exactOptional(),
  /** What is not known, as a clause. */
  why: z.string().exactOptional(),
  /** Who was told in this run. */
  sent: z.array(z.enum(alertTargets)),
});

export type RuleResult = Immutable<z.infer<typeof ruleResult>>;
