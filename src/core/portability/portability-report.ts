import { z } from 'zod';
import type { Immutable } from '../report/immutable.ts';
import { problemSchema } from '../report/problem-schema.ts';
import { count, share } from '../report/quantities.ts';

/** What a prompt is on a model, seen from the reference; best first. */
export const portabilityVerdicts = ['safe', 'unclear', 'unsafe', 'unusable'] as const;
export type PortabilityVerdict = (typeof portabilityVerdicts)[number];

const change = z.number().min(-1).max(1);
const amount = z.number().min(0).nullable();
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/u);
const tally = z.object({ passes: count.nullable(), of: count });

/** What a model's replies come to, whatever they are held against. Money is dollars, time milliseconds, scores 0–1. */
const figures = {
  model: z.string(),
  provider: z.string(),
  /** Mean score over the golden cases; null where no reply could be scored. */
  score: share.nullable(),
  usdPer1000: amount,
  /** A month of the traffic that `segments` declare; null where none is declared or a price is unknown. */
  usdMonth: amount,
  latencyMs: z.object({ p50: amount, p95: amount }),
  /** The day its vendor ends it, as far as anyone knows. */
  retires: day.nullable(),
};

const candidate = z.object({
  ...figures,
  verdict: z.enum(portabilityVerdicts),
  /** Why it is `unclear` or `unusable`, where more than chance or the margin tells. */
  why: z.string().exactOptional(),
  /** Score minus the reference's, with the bound that `confirm` holds against the margin. */
  delta: change.nullable(),
  low: z.number().nullable(),
  /** Golden cases that break or fall on it, or that it never passes, worst first. */
  failing: z.array(z.string()),
  /** Those with what they were before, on the reference, and which checks fail. */
  cases: z.array(z.object({ id: z.string(), old: tally, new: tally, checks: z.array(z.string()) })),
  /** Replies that a check of their form failed (JSON, a schema, XML, tool calls), of those that such a check read. */
  formatErrors: z.object({ failed: count, of: count }),
  /** Parameters that its service refused, and those that it took and that change nothing to be seen. */
  refused: z.array(z.string()),
  ignored: z.array(z.string()),
  /** Replies that were asked of it. */
  replies: count,
});

const prompt = z.object({
  path: z.string(),
  reference: z.object(figures),
  /** Safe ones first, then the cheapest. */
  models: z.array(candidate),
  /** Of the safe models; null where none is safe, or none of them tells a price or a time. */
  cheapestSafe: z.string().nullable(),
  fastestSafe: z.string().nullable(),
  /** The safe model with the highest score; of equal ones the cheapest. */
  best: z.string().nullable(),
});

/** What `promptgate portability --json` prints. */
export const portabilityReportSchema = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  startedAt: z.string(),
  /** `pass`: it was told honestly. `unreviewed`: no prompt here has golden cases. */
  verdict: z.enum(['pass', 'invalid', 'unreviewed', 'skipped']),
  /** The reference of all prompts; null where each has the model it names itself. */
  reference: z.string().nullable(),
  /** What a safe model may be worse by, and the chance of calling one safe that is worse by that. */
  margin: share,
  alpha: share,
  prompts: z.array(prompt),
  /** With `--retiring`: the models in use that end within the time, who uses them, and what was tried in their place. */
  retiring: z
    .array(
      z.object({
        model: z.string(),
        day,
        prompts: z.array(z.string()),
        roles: z.array(z.enum(['judge', 'simulate'])),
        successors: z.array(z.string()),
      }),
    )
    .exactOptional(),
  unreviewed: z.array(z.object({ path: z.string(), why: z.string() })),
  problems: z.array(problemSchema),
  notes: z.array(z.string()),
  /** Replies and questions that were asked, and the replies that asking every model to the end would have taken. */
  calls: z.object({ made: count, kept: count, replies: count, toTheEnd: count }),
  costUsd: z.number().nullable(),
});

export type PortabilityReport = Immutable<z.infer<typeof portabilityReportSchema>>;
export type PortedPrompt = Immutable<z.infer<typeof prompt>>;
export type PortedModel = Immutable<z.infer<typeof candidate>>;
export type ModelFigures = Pick<PortedModel, keyof typeof figures>;
