import { z } from 'zod';
import { publishedReplies } from '../settings/config-schema.ts';
import { sides } from '../side.ts';
import { departures, settledVerdicts, verdicts } from '../verdict.ts';
import type { Immutable } from './immutable.ts';
import { problemSchema } from './problem-schema.ts';
import { promptSchema } from './prompt-schema.ts';
import { count, dollars, jsonObject, share } from './quantities.ts';
import { reasonSchema } from './reason-schema.ts';
import { unreviewedSchema } from './unreviewed-schema.ts';

/** Paths of the report as a page and as JSON; what could not be written is left out. */
export type ReportFiles = { readonly html?: string; readonly json?: string };

/** Where the report can be read after the run, and what of it could not be kept. */
export type KeptReport = { readonly links: Omit<Report['links'], 'run'>; readonly lost?: string };

const revision = z.object({ sha: z.string(), ref: z.string() });

/** How a review came to its end; all but `complete` leave whole rounds. */
const endings = ['complete', 'budget', 'deadline', 'cancelled'] as const;

/**
 * A whole review as `promptgate.json` holds it and every reporter reads it. Money is dollars, time
 * milliseconds, scores 0–1, p-values one-sided for "worse". What is not known is left out, never 0.
 */
export const reportSchema = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  mode: z.enum(['review', 'compare', 'check', 'portability']),
  /** Of the action's `name`: tells several uses in one repository apart. */
  name: z.string().exactOptional(),
  base: revision,
  head: revision,
  pullRequest: count.exactOptional(),
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  fingerprint: z.string(),
  verdict: z.enum(verdicts),
  /** Why: the reasons of all prompts and rows, those of the run's verdict first. */
  reasons: z.array(z.object({ prompt: z.string(), reason: reasonSchema })),
  /** The gate: open unless a row's verdict, or a prompt that leaves, is in `failOn` and not accepted; nothing opens it after a fault of the input. */
  gate: z.object({
    open: z.boolean(),
    failOn: z.array(z.enum([...verdicts, ...departures])),
    /** Label that accepts regressions; absent where there is no pull request to label. */
    acceptLabel: z.string().exactOptional(),
  }),
  /** What ended the review as `invalid`. */
  problems: z.array(problemSchema),
  /** In words, where there was nothing to review. */
  skipped: z.string().exactOptional(),
  ended: z.enum(endings),
  /** The setting that ended it early, with its value: calls, dollars or milliseconds. Absent in reports of older versions. */
  stoppedBy: z
    .object({ limit: z.enum(['max-calls', 'max-cost', 'timeout']), value: z.number().min(0) })
    .exactOptional(),
  /** The verdict was taken over from an earlier run that judged the same. */
  takenOver: z.object({ from: z.string() }).exactOptional(),
  /** What the pull request's comment told before: the verdict, the commit it was found at, and the first such one in a row. */
  earlier: z.object({ verdict: z.enum(settledVerdicts), head: z.string(), since: z.string() }).exactOptional(),
  /** Regressions that someone with write permission let in. */
  accepted: z.array(z.object({ by: z.string(), at: z.string(), how: z.string(), fingerprint: z.string() })),
  unreviewed: z.array(unreviewedSchema),
  /** Small pictures that cases show, as data URLs by their SHA-256, which `vars` name. */
  pictures: z.record(z.string(), z.string()).exactOptional(),
  notes: z.array(z.string()),
  /** How much of what models said this holds, where that is not the usual: `none` has words of ours in its place. */
  published: z.object({ replies: z.enum(publishedReplies), masked: z.boolean() }).exactOptional(),
  prompts: z.array(promptSchema),
  judge: z
    .object({
      model: z.string(),
      votes: count,
      /**
       * Replies judged more than once: share of equal pairs of judgements, share of pairs on different sides of their
       * pass mark (absent where no check has one), and the spread of the 0–1 score.
       */
      reliability: z
        .object({
          replies: count,
          agreement: share.exactOptional(),
          flipRate: share.exactOptional(),
          sigma: z.number().min(0),
        })
        .exactOptional(),
      /** Agreement with people's labels kept with the cases: Cohen's κ, quadratic weights. */
      kappa: z.object({ labels: count, value: z.number().min(-1).max(1), error: z.number().min(0) }).exactOptional(),
      /** Metrics that `gate.metrics` names and that only advised, since the judge fell short of what a gate needs. */
      advises: z.array(z.object({ metric: z.string(), why: z.string() })).exactOptional(),
      /** Kinds of graded checks without a pass mark of which no fall confirms a case broken, for the same. */
      doubted: z.array(z.object({ kind: z.string(), why: z.string() })).exactOptional(),
    })
    .exactOptional(),
  /** Where the config exchanges its judge: what the two made of the same replies, to the prompts as they were. */
  exchangedJudge: z
    .object({
      old: z.object({ model: z.string(), votes: count }),
      new: z.object({ model: z.string(), votes: count }),
      /** Replies that both judged, and golden cases, on each model, that have a judged check. */
      replies: count,
      of: count,
      /** Judgements of single checks, and how many are alike: on one side of the pass mark; without a mark, within a point of ten. */
      judgements: count,
      alike: count,
      /** Mean of the judged checks. */
      mean: z.object({ old: share, new: share }),
      /** Replies that pass by one judge and fail by the other. */
      flips: z.array(
        z.object({
          prompt: z.string(),
          case: z.string(),
          model: z.string(),
          passes: z.enum(sides),
          score: z.object({ old: share, new: share }),
          why: z.object({ old: z.string(), new: z.string() }),
        }),
      ),
      /** A reply changes sides, or the mean moves by more than the gate's tolerance. */
      differs: z.boolean(),
    })
    .exactOptional(),
  /** Models as asked for, and what the service says it served. */
  served: z.array(
    z.object({
      asked: z.string(),
      served: z.array(z.string()),
      /** Of `replies` replies, how many came from other models than the one that was asked for; absent where none did. */
      others: z.array(z.object({ model: z.string(), replies: count })).exactOptional(),
      replies: count.exactOptional(),
      /** One model took another's place: `kept`, those of the first were kept before; `mixed`, they answered by turns. */
      changes: z
        .array(
          z.object({
            from: z.string(),
            to: z.string(),
            at: z.string(),
            kept: z.literal(true).exactOptional(),
            mixed: z.literal(true).exactOptional(),
          }),
        )
        .exactOptional(),
    }),
  ),
  /** Of `of` requests that an earlier run had sent too, how many count other input tokens now: by `ratio` (the median), since then. */
  recounted: z
    .array(z.object({ model: z.string(), calls: count, of: count, ratio: z.number().min(0), since: z.string() }))
    .exactOptional(),
  /** Parameters a service refused and that were left out or renamed, on both sides. */
  adapted: z.array(z.object({ model: z.string(), params: jsonObject })),
  method: z.object({
    sampling: z.enum(['adaptive', 'confirm', 'fixed']),
    trials: count,
    alpha: share,
    tolerance: share,
    margin: share.exactOptional(),
    cases: z.enum(['block', 'warn']),
  }),
  calls: z.object({
    /** Forecast before the first call. */
    planned: z.object({ low: count, usual: count.exactOptional(), high: count }).exactOptional(),
    made: count,
    kept: count,
    saved: count,
    failed: count,
    retried: count,
    byPurpose: z.object({ reply: count, judge: count, simulate: count, embedding: count }),
  }),
  /** Absent where no price is known; `unpriced` names the models whose calls are not in it. */
  costUsd: z.object({
    /** Before the first call: of as many calls as reviews come to on the average, and of the most that may be asked. */
    estimated: dollars.exactOptional(),
    estimatedMost: dollars.exactOptional(),
    actual: dollars.exactOptional(),
    /** By the model that was asked, judge and simulated user included: forecast, at worst (most calls, longest replies), and billed. */
    models: z
      .array(
        z.object({
          model: z.string(),
          estimated: dollars.exactOptional(),
          worst: dollars.exactOptional(),
          actual: dollars.exactOptional(),
        }),
      )
      .exactOptional(),
    unpriced: z.array(z.string()),
    /** Models whose price is that of a vendor's list, because their endpoint is in none: it may bill another sum. */
    byName: z.array(z.object({ model: z.string(), list: z.string() })).exactOptional(),
  }),
  /** Addresses of the run, of the page it kept, and of the archive with page and JSON; the command that fetches the archive. */
  links: z.object({
    run: z.string().exactOptional(),
    report: z.string().exactOptional(),
    archive: z.string().exactOptional(),
    download: z.string().exactOptional(),
  }),
});

export type Report = Immutable<z.infer<typeof reportSchema>>;
export type ReportPrompt = Report['prompts'][number];
export type ReportRow = ReportPrompt['models'][number];
export type ReportCase = ReportRow['cases'][number];
export type ReportReply = ReportCase['replies'][number];
