import { z } from 'zod';
import { driftEnds } from '../drift/drift-report.ts';
import type { Immutable } from '../report/immutable.ts';
import { ruleWays } from '../settings/alert-metrics.ts';

/** ISO 8601, UTC. */
const time = z.string();

/** A measured value with the interval that it lies in, in the unit of its metric. */
const measured = { value: z.number(), low: z.number().nullable(), high: z.number().nullable() };

/** A rule of the config that production broke. */
const brokenRule = z.object({
  kind: z.literal('rule'),
  /** Of the config's rules: cost, errors and so on, or the name of a judged check. */
  metric: z.string(),
  way: z.enum(ruleWays),
  /** In the unit of the metric; of `rises` and `falls` the share of what it was. */
  limit: z.number(),
  /** Days before that `rises` and `falls` compare with. */
  against: z.int().exactOptional(),
  segment: z.string().exactOptional(),
  model: z.string().exactOptional(),
  prompt: z.string().exactOptional(),
  ...measured,
  /** What it was in the days before, and by which share it moved, in its interval. */
  before: z.number().exactOptional(),
  change: z.object(measured).exactOptional(),
  /** The last day that it was looked at. */
  day: z.string().nullable(),
});

/** A drift that fresh replies confirmed. */
const confirmedDrift = z.object({
  kind: z.literal('drift'),
  prompt: z.string(),
  model: z.string(),
  /** When the run was that it began at. */
  began: time,
  /** What moved: layers, or channels of the golden cases. */
  found: z.array(z.string()),
  /** Cases that fell by themselves. */
  cases: z.array(z.string()),
  /** Another model answers, and the answers are as usual. */
  asUsual: z.literal(true).exactOptional(),
  served: z.array(z.string()),
  servedBefore: z.array(z.string()),
});

/** The canary of a model that moved: a few one-token requests show that it is not what it was. */
const movedCanary = z.object({
  kind: z.literal('canary'),
  model: z.string(),
  /** When the run was that it began at. */
  began: time,
  /** What told it: another name, or other replies under the same one. */
  told: z.enum(['served', 'replies']),
  served: z.array(z.string()),
  servedBefore: z.array(z.string()),
});

/** A judge that moved: it grades texts that stay the same otherwise than before, or another model answers in its name. */
const movedJudge = z.object({
  kind: z.literal('judge'),
  model: z.string(),
  /** When the run was that it began at. */
  began: time,
  /** What told it: other grades of the same texts, or another name alone. */
  told: z.enum(['served', 'grades']),
  /** Of `grades`: where they moved. */
  towards: z.enum(['lower', 'higher']).exactOptional(),
  /** Mean grade of the texts, 0–1: of earlier runs, and of the run that told it. */
  grade: z.object({ usual: z.number(), now: z.number() }).exactOptional(),
  served: z.array(z.string()),
  servedBefore: z.array(z.string()),
});

/** What somebody is told. */
export const alertSchema = z.object({
  version: z.literal(1),
  /** The same for the same thing, from run to run. */
  key: z.string(),
  state: z.enum(['alert', 'recovered', 'test']),
  /** Of `recovered`: how it ended. */
  ended: z.enum(driftEnds).exactOptional(),
  at: time,
  /** Of what is wrong, or was: when it was to be told first. */
  since: time.exactOptional(),
  /** Address of the run. */
  run: z.string().exactOptional(),
  /** Of GitHub: `owner/name`. */
  repository: z.string().exactOptional(),
  /** The config's `name`, which tells several uses in one repository apart. */
  name: z.string().exactOptional(),
  about: z.discriminatedUnion('kind', [
    brokenRule,
    confirmedDrift,
    movedCanary,
    movedJudge,
    z.object({ kind: z.literal('test') }),
  ]),
});

/** What a webhook is posted. */
export const postedAlertSchema = z.object({
  type: z.enum(['alert.opened', 'alert.recovered', 'alert.test']),
  timestamp: time,
  /** In plain text: a sentence, then more of them. */
  title: z.string(),
  lines: z.array(z.string()),
  data: alertSchema,
});

/** What tells an alert from all others of an account, whatever repository or use they are of. */
export function identityOf({ repository, name, key }: Alert): readonly string[] {
  return [repository ?? '', name ?? '', key];
}

export type Alert = Immutable<z.infer<typeof alertSchema>>;
/** An alert, and others that the same message tells. */
export type GatheredAlert = Alert & { readonly more?: readonly Alert[] };
export type BrokenRule = Extract<Alert['about'], { readonly kind: 'rule' }>;
export type MovedCanary = Extract<Alert['about'], { readonly kind: 'canary' }>;
export type MovedJudge = Extract<Alert['about'], { readonly kind: 'judge' }>;
export type ConfirmedDrift = Extract<Alert['about'], { readonly kind: 'drift' }>;
