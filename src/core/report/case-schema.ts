import { z } from 'zod';
import { count, jsonObject, position, share, testMethod } from './quantities.ts';
import { replySchema } from './reply-schema.ts';

/** What became of a case on a model, the worst first. `fell`: down by half or more, not proven by itself. */
const caseStates = ['regressed', 'fell', 'improved', 'flaky', 'failing', 'same', 'unscored'] as const;

/** One side of a case (`Tally`): scores of its scored replies in order of asking, passes among them, missing ones. */
const tallySchema = z.object({
  scores: z.array(share),
  /** `null` where no check has a pass mark. */
  passes: count.nullable(),
  of: count,
  missing: count,
});

/** What a `prefer` check made of the two replies of a trial (`PairScore`): a win is the new one's. */
const pairSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('compared'),
    trial: count,
    check: z.string(),
    outcome: z.enum(['win', 'tie', 'loss']),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('unscored'), trial: count, check: z.string(), why: z.string() }),
]);

/** One case of one row. */
export const caseSchema = z.object({
  /** Key of the exam case: its id, with ` (as base had it)` where both versions are asked. */
  id: z.string(),
  segment: z.string().exactOptional(),
  /** `added` cases are new in the pull request and judged apart. */
  family: z.enum(['base', 'added']),
  /** Both sides render to the same request: asked once, and its replies are listed once, as the new side's. */
  identical: z.boolean(),
  old: tallySchema,
  new: tallySchema,
  /** New minus old pass rate (mean score where passes do not tell). */
  delta: z.number().nullable(),
  p: share.nullable(),
  method: testMethod.nullable(),
  state: z.enum(caseStates),
  /** Graded checks without a pass mark (`null`: the whole score) that fell by half or more, which no pass tells. `p` is `null` where no test read them. */
  falls: z
    .array(
      z.object({
        check: z.string().nullable(),
        old: share,
        new: share,
        delta: z.number(),
        p: share.nullable(),
        state: z.enum(['regressed', 'fell']),
      }),
    )
    .exactOptional(),
  /** Replies a side that were asked once the verdict stood, to name what fell: `p` and the verdict do without them. */
  diagnosed: count.exactOptional(),
  replies: z.array(replySchema),
  /** Of the trials of whole rounds, where the case has such checks. */
  prefer: z.array(pairSchema).exactOptional(),
});

/** A golden case as it was asked, told once a prompt. */
export const examCaseSchema = z.object({
  id: z.string(),
  segment: z.string().exactOptional(),
  tags: z.array(z.string()),
  weight: z.number(),
  vars: jsonObject,
  reference: z.string().exactOptional(),
  checks: z.array(z.object({ name: z.string(), required: z.boolean() })),
  /** What of another tool's checks is not run: the case is checked in part. */
  notRun: z.array(z.string()).exactOptional(),
  at: position,
});
