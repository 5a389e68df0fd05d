import { z } from 'zod';
import { changeKinds } from '../prompt-change.ts';
import { verdicts } from '../verdict.ts';
import { examCaseSchema } from './case-schema.ts';
import { gateQualitySchema } from './gate-quality.ts';
import { problemSchema } from './problem-schema.ts';
import { count, share, testMethod } from './quantities.ts';
import { reasonSchema } from './reason-schema.ts';
import { rowSchema } from './row-schema.ts';
import { promptSpendingSchema } from './spending-schema.ts';

const caseChangeSchema = z.object({ id: z.string(), what: z.array(z.string()) });

/** What an edit did to a prompt as it is asked. */
const editSchema = z.object({
  /** `model` first, then parameters: the values as JSON, texts as they are; absent where a side sets none. */
  settings: z.array(z.object({ name: z.string(), old: z.string().exactOptional(), new: z.string().exactOptional() })),
  /** Messages that came, went or say something else, in their order. `diff`: unified, of its template. */
  messages: z.array(
    z.object({
      role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
      /** The file that holds it, where its prompt is made of several. */
      file: z.string().exactOptional(),
      kind: z.enum(['added', 'removed', 'changed']),
      /** Its role before, where that changed. */
      oldRole: z.string().exactOptional(),
      diff: z.string(),
    }),
  ),
  /** What became of the form that replies must have, in words. */
  responseFormat: z.array(z.string()),
  /** Variables that came with the edit and that no golden case sets. */
  unset: z.array(z.string()),
  /** Variables that no template uses any more. */
  unused: z.array(z.string()),
});

/** One prompt under review. */
export const promptSchema = z.object({
  path: z.string(),
  previousPath: z.string().exactOptional(),
  change: z.enum(changeKinds),
  /** The config of a folder that it was reviewed by; absent: the root's. */
  config: z.string().exactOptional(),
  /** Accounts and teams of GitHub, without `@`, that the config names as its owners. */
  owners: z.array(z.string()).exactOptional(),
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
  /** Hash of the edited cases as base had them, where they were asked too: what `--from-run` goes by. */
  edits: z.string().exactOptional(),
  /** Changed files that it, or its golden cases, take content from; `diff` is absent where it is no text or `diff` above has it. */
  through: z.array(z.object({ path: z.string(), diff: z.string().exactOptional() })).exactOptional(),
  /** What the edit did to it as it is asked; absent where one side is lacking or nothing of that changed. */
  promptEdit: editSchema.exactOptional(),
  /** Tools that the edit declares in another way, with what became of each, in words; absent where none. */
  toolsChanged: z
    .array(
      z.object({
        tool: z.string(),
        what: z.array(z.string()),
        /** Where it is described in another way: both, empty where there is none. */
        description: z.object({ old: z.string(), new: z.string() }).exactOptional(),
      }),
    )
    .exactOptional(),
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
  /** Over all its models that have both sides; absent of fewer than two. */
  spending: promptSpendingSchema.exactOptional(),
  models: z.array(rowSchema),
});
