import { z } from 'zod';
import type { Immutable } from '../report/immutable.ts';
import { problemSchema } from '../report/problem-schema.ts';
import { count, dollars } from '../report/quantities.ts';
import { driftLayers } from '../settings/drift-schema.ts';

/** Worst first. `baseline`: there are too few runs to tell. */
export const driftVerdicts = ['drifted', 'invalid', 'baseline', 'steady'] as const;

/**
 * How a drift that was told came to an end. `began-anew`: cases, judge or history are others, and whether it is as before it is not known;
 * `no-longer-asked`: nothing watches it any more.
 */
export const driftEnds = ['over', 'accepted', 'began-anew', 'no-longer-asked'] as const;

/** A run by its address or time, and when it began. */
const runPlace = z.object({ run: z.string(), at: z.string() });

const meanSchema = z.object({
  /** Means over the cases that both have: of the baseline, and of the latest run. Sizes are geometric means. */
  usual: z.number().nullable(),
  now: z.number().nullable(),
});

/** Where one prompt stands on one model. */
const driftRowSchema = z.object({
  model: z.string(),
  verdict: z.enum(driftVerdicts),
  /** Checks that the judge grades fell, by no more than the judge itself moved: whether the model is worse is not known. */
  unsure: z.literal('judge').exactOptional(),
  /** Models that answered in the latest run, and those of the baseline's last. */
  served: z.array(z.string()),
  servedBefore: z.array(z.string()).exactOptional(),
  /** The service's fingerprint as it is since a run that has no earlier one; by itself no drift. */
  fingerprint: z.object({ before: z.string(), now: z.string(), since: runPlace }).exactOptional(),
  /** The run from which on it is another, and the first and last that may be. */
  since: runPlace.extend({ from: runPlace, to: runPlace }).exactOptional(),
  /** It was drifted and is as usual again. */
  ended: z.literal(true).exactOptional(),
  /** How its last drift ended, in whichever run; absent too where the row began anew since. */
  settled: z.enum(driftEnds).exclude(['began-anew']).exactOptional(),
  /** Statistics after the latest run, each in its own unit. `alarm` is what fresh replies are asked about. */
  layers: z.array(
    z.object({
      layer: z.enum(driftLayers),
      channel: z.string().exactOptional(),
      statistic: z.number(),
      limit: z.number(),
      alarm: z.boolean(),
    }),
  ),
  /** What moved: layers and channels that were confirmed. */
  found: z.array(
    z.object({
      layer: z.enum(driftLayers),
      channel: z.string().exactOptional(),
      towards: z.enum(['lower', 'higher']).exactOptional(),
    }),
  ),
  /** Cases that fell by themselves. */
  cases: z.array(z.string()),
  /** Of cases that fell while it is drifted: what was said before it began, where the history has it, and now. Masked and cut. */
  replies: z
    .array(
      z.object({
        case: z.string(),
        /** The case's values, as it is asked. */
        asked: z.string(),
        before: z.object({ at: z.string(), text: z.string() }).exactOptional(),
        /** What the case expects, where no reply from before is known. */
        reference: z.string().exactOptional(),
        now: z.string(),
        fails: z.array(z.object({ check: z.string(), reason: z.string() })),
      }),
    )
    .exactOptional(),
  /** By channel: what replies are like now, and what they were like. */
  metrics: z.record(z.string(), meanSchema),
  /** Mean score of each run of the row, the latest last: what a chart is drawn from. */
  history: z.array(z.object({ at: z.string(), score: z.number().nullable(), served: z.string().exactOptional() })),
  /** Where a run's mean score usually lies: of the runs that made the baseline their mean, and two standard deviations to either side. */
  usualScore: z.object({ mean: z.number(), low: z.number(), high: z.number(), runs: count }).exactOptional(),
  /** Of cases that fell by themselves the mean score in each run of `history`; `null` where it was not asked, or nothing came back. */
  caseHistory: z.array(z.object({ id: z.string(), scores: z.array(z.number().nullable()) })).exactOptional(),
  runs: count,
  /** Replies that were lost or could not be scored, of all of the latest run. */
  missing: z.object({ missing: count, of: count }),
});

/** Where the canary of one model stands: a few one-token requests that show a silent change. */
const canaryRowSchema = z.object({
  model: z.string(),
  /** `baseline` with `why`: it cannot be watched so, or not yet. */
  verdict: z.enum(driftVerdicts),
  method: z.enum(['logprobs', 'border']).exactOptional(),
  served: z.array(z.string()),
  servedBefore: z.array(z.string()).exactOptional(),
  since: runPlace.exactOptional(),
  ended: z.literal(true).exactOptional(),
  /** What told it: another name, or other replies under the same one. */
  told: z.enum(['served', 'replies']).exactOptional(),
  /** From the reference: mean |Δ log p| in nats, or total variation, and what it may be. */
  distance: z.number().exactOptional(),
  limit: z.number().exactOptional(),
  runs: count,
  /** How far each run was from the reference, the latest last. */
  history: z.array(z.object({ at: z.string(), distance: z.number().nullable() })).exactOptional(),
  why: z.string().exactOptional(),
  /** Inputs whose first token is a near tie are still looked for. */
  searching: z.object({ tried: count, found: count }).exactOptional(),
});

/** Where the judge stands, by the texts that it grades again in each run. */
const judgeRowSchema = z.object({
  model: z.string(),
  /** `baseline` with `why`: it cannot be watched so. */
  verdict: z.enum(driftVerdicts),
  served: z.array(z.string()),
  servedBefore: z.array(z.string()).exactOptional(),
  since: runPlace.extend({ from: runPlace, to: runPlace }).exactOptional(),
  ended: z.literal(true).exactOptional(),
  settled: z.enum(driftEnds).exclude(['began-anew']).exactOptional(),
  /** What told it: other grades of the same texts, or another name alone. */
  told: z.enum(['served', 'grades']).exactOptional(),
  towards: z.enum(['lower', 'higher']).exactOptional(),
  /** Mean grade of the texts, 0–1: of earlier runs, and of the latest. */
  grade: meanSchema.exactOptional(),
  /** Texts that it graded in the latest run. */
  anchors: count,
  runs: count,
  why: z.string().exactOptional(),
});

/** What a drift run found, as `promptgate drift --json` prints it. */
export const driftReportSchema = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  head: z.object({ sha: z.string(), ref: z.string() }),
  verdict: z.enum(driftVerdicts),
  problems: z.array(problemSchema),
  notes: z.array(z.string()),
  prompts: z.array(z.object({ path: z.string(), models: z.array(driftRowSchema) })),
  canaries: z.array(canaryRowSchema).exactOptional(),
  judge: judgeRowSchema.exactOptional(),
  calls: z.object({ made: count, failed: count }),
  costUsd: dollars.exactOptional(),
  /** Whether no verdict is one that fails the run. */
  open: z.boolean(),
});

export type DriftReport = Immutable<z.infer<typeof driftReportSchema>>;
export type DriftRow = DriftReport['prompts'][number]['models'][number];
export type CanaryRow = NonNullable<DriftReport['canaries']>[number];
export type JudgeRow = NonNullable<DriftReport['judge']>;
export type DriftEnd = (typeof driftEnds)[number];
/** Whether another model answers, and the answers are held to earlier ones and are as usual. */
export function isOtherAlone({ verdict, found, layers }: Pick<DriftRow, 'verdict' | 'found' | 'layers'>): boolean {
  const held = layers.filter(({ layer }) => layer === 'cases');
  const isOther = found.length > 0 && found.every(({ layer }) => layer === 'served');
  return verdict === 'drifted' && isOther && held.length > 0 && held.every(({ alarm }) => !alarm);
}

export type DriftVerdict = (typeof driftVerdicts)[number];
