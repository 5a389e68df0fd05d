import { z } from 'zod';
import { changeKinds } from '../prompt-change.ts';
import { verdicts } from '../verdict.ts';
import { examCaseSchema } from './case-schema.ts';
import { share } from './quantities.ts';
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
  /** The test over all models together; absent where there is one model. */
  pooled: z.object({ p: share, alpha: share.exactOptional(), rejects: z.boolean().exactOptional() }).exactOptional(),
  casesChanged: z.object({
    added: z.array(z.string()),
    removed: z.array(z.string()),
    edited: z.array(caseChangeSchema),
    weakened: z.array(caseChangeSchema),
  }),
  /** Cases without any check: listed, not asked. */
  unchecked: z.array(z.string()),
  notes: z.array(z.string()),
  exam: z.array(examCaseSchema),
  models: z.array(rowSchema),
});
