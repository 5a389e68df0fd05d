import { z } from 'zod';
import { changeKinds } from '../prompt-change.ts';
import { verdicts } from '../verdict.ts';
import { examCaseSchema } from './case-schema.ts';
import { gateQualitySchema } from './gate-quality.ts';
import { problemSchema } from './problem-schema.ts';
import { count, share, testMethod } from './quantities.ts';
import { reasonSchema } from './reason-schema.ts';
import { rowSchema } from './row-schema.ts';

const caseChangeSchema = z.object({ id: z.string(), what: z.array(z.string()) });

/** One prompt under review. */
export const promptSchema = z.object({
  path: z.string(),
  previousPath: z.string().exactOptional(),
  change: z.enum(changeKinds),
  verdict: z.enum(verdicts),
  /** Unified diff of the prompt's own file; empty where it did not change. */
  diff: z.string(),
  /** Of the tests pooled over all models; each row's own are with the row. */
  reasons: z.array(reasonSchema),
  /** The test over all models together; `null` for a single one. */
  pooled: z.object({ p: share, delta: z.number().nullable(), method: testMethod.exactOptional() }).nullable(),
  /** Confidence of each bound of a score's interval alone: 0.95 makes it a 90 % interval. */
  level: share.exactOptional(),
  /** Rounds that were asked whole. */
  rounds: count,
  casesChanged: z.object({
    added: z.array(z.string()),
    removed: z.array(z.string()),
    edited: z.array(caseChangeSchema),
    weakened: z.array(caseChangeSchema),
  }),
  /** Cases without any check: listed, not asked. */
  unchecked: z.array(z.string()),
  /** Cases of which nothing can be run: not asked. Absent: none. */
  setAside: count.exactOptional(),
  /** What the gate does with the replies that earlier reviews kept of this prompt; absent where too few are. */
  gateQuality: gateQualitySchema.exactOptional(),
  /** Why it is `invalid` and nothing of it was asked: it or its cases cannot be read. */
  problems: z.array(problemSchema).exactOptional(),
  notes: z.array(z.string()),
  exam: z.array(examCaseSchema),
  models: z.array(rowSchema),
});
