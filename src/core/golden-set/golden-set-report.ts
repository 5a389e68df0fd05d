import { z } from 'zod';
import type { Immutable } from '../report/immutable.ts';
import { problemSchema } from '../report/problem-schema.ts';
import { count, dollars, position, share } from '../report/quantities.ts';

const findingSchema = z.object({
  /** `wrong`: a review would be `invalid` by it; `weak`: a review would pass over it, and guard less than it seems. */
  severity: z.enum(['wrong', 'weak']),
  what: z.string(),
  at: position.exactOptional(),
  fix: z.string().exactOptional(),
});

const checkedPromptSchema = z.object({
  path: z.string(),
  /** Absent where the file cannot be read as a prompt. */
  format: z.string().exactOptional(),
  /** Files its cases are in, its own among them where it holds any. */
  files: z.array(z.string()),
  cases: count,
  /** Cases with a person's verdict on their reference. */
  labelled: count,
  /** Checks of all cases by kind. */
  checks: z.record(z.string(), count),
  findings: z.array(findingSchema),
});

const judgedMetricSchema = z.object({
  /** A kind of check, or a check that was given a name. */
  metric: z.string(),
  /** On which σ stands: 1–10 for judges. */
  scale: z.tuple([z.number(), z.number()]),
  /** `unknown`: too little was measured to say. */
  trust: z.enum(['trusted', 'doubted', 'unknown']),
  /** Why it is doubted. */
  why: z.string().exactOptional(),
  /** So many more replies, or so many more labels, would tell. */
  lacks: z.object({ replies: count, labels: count }).exactOptional(),
  /** Replies with more than one judgement. */
  replies: count,
  /** Judgements of each reply. */
  judgements: count,
  /** Share of pairs of judgements that are equal. */
  agreement: share.exactOptional(),
  /** Share of pairs of judgements on different sides of their pass mark; absent where no check has one. */
  flipRate: share.exactOptional(),
  sigma: z.number().min(0).exactOptional(),
  /** Share of pairs of votes within one judgement that are equal, where checks take several. */
  votesAgreement: share.exactOptional(),
  /** References with a label that were judged. */
  labels: count,
  /** Agreement with the labels: Cohen's κ, quadratic weights. */
  kappa: z.object({ value: z.number().min(-1).max(1), error: z.number().min(0) }).exactOptional(),
  /** Judgements without a score, by why. */
  unscored: z.array(z.object({ why: z.string(), judgements: count })),
});

const judgeSchema = z.object({
  model: z.string(),
  votes: count,
  /** What kept the judge from being measured, or from being measured whole. */
  problems: z.array(problemSchema),
  /** Empty where no case has a check that a judge grades, or nothing was asked. */
  metrics: z.array(judgedMetricSchema),
  /** Replies that were judged twice: kept ones of earlier runs, and ones asked for this. */
  replies: z.object({
    kept: count,
    asked: count,
    failed: z.array(z.object({ why: z.string(), replies: count })),
    /** Cases left out, since a conversation is not judged again. */
    conversations: count,
  }),
  calls: count,
  /** Absent where no price is known. */
  costUsd: dollars.exactOptional(),
});

/** What `promptgate cases check --json` prints. */
export const goldenSetReportSchema = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  /** How many findings of each severity there are. */
  wrong: count,
  weak: count,
  prompts: z.array(checkedPromptSchema),
  /** Findings of no prompt: the config, cases that belong to none. */
  findings: z.array(findingSchema),
  /** How far the judge can be trusted, where that was asked for. */
  judge: judgeSchema.exactOptional(),
});

export type GoldenSetReport = Immutable<z.infer<typeof goldenSetReportSchema>>;
export type MeasuredJudge = NonNullable<GoldenSetReport['judge']>;
export type CheckedPrompt = GoldenSetReport['prompts'][number];
