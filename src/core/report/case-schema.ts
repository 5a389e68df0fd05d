import { z } from 'zod';
import { count, jsonObject, position, share } from './quantities.ts';
import { replySchema } from './reply-schema.ts';

/** What became of a case on a model. */
export const caseStates = ['regressed', 'improved', 'flaky', 'failing', 'same', 'unscored'] as const;

/** One side of a case: every reply's score in order of trial (`null`: missing), and how many replies passed. */
const caseSideSchema = z.object({
  scores: z.array(share.nullable()),
  /** Absent where no check has a pass mark. */
  passes: count.exactOptional(),
  /** Replies that were scored. */
  of: count,
});

/** One case of one row. */
export const caseSchema = z.object({
  /** Key of the exam case: its id, with ` (as base had it)` where both versions are asked. */
  id: z.string(),
  segment: z.string().exactOptional(),
  /** `added` cases are new in the pull request and judged apart. */
  family: z.enum(['base', 'added']),
  /** Both sides render to the same request, which is asked once. */
  identical: z.boolean(),
  old: caseSideSchema,
  new: caseSideSchema,
  p: share.exactOptional(),
  state: z.enum(caseStates),
  replies: z.array(replySchema),
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
  at: position,
});
