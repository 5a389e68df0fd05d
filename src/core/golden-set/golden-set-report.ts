import { z } from 'zod';
import type { Immutable } from '../report/immutable.ts';
import { count, position } from '../report/quantities.ts';

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
});

export type GoldenSetReport = Immutable<z.infer<typeof goldenSetReportSchema>>;
export type CheckedPrompt = GoldenSetReport['prompts'][number];
