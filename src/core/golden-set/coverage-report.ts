import { z } from 'zod';
import type { Immutable } from '../report/immutable.ts';
import { problemSchema } from '../report/problem-schema.ts';
import { count, position } from '../report/quantities.ts';

const names = z.object({
  /** How many there are. */
  of: count,
  /** Those that no case reaches. */
  unreached: z.array(z.string()),
});

const promptCoverageSchema = z.object({
  path: z.string(),
  /** Its golden cases that have checks: no other is asked. */
  cases: count,
  /** Variables, ways through the template, tools, arguments and segments that a case reaches, of all. */
  reached: count,
  of: count,
  /** Variables of its templates that a case gives a value to. */
  variables: names,
  branches: z.object({
    /** Two ways of each loop; of each `if` its conditions, and that none of them is met. */
    of: count,
    unreached: z.array(
      z.object({
        /** `holds`: the condition is met; `fails`: neither it is nor one before it; `items`, `empty`: of a loop. */
        way: z.enum(['holds', 'fails', 'items', 'empty']),
        tag: z.string(),
        at: position,
      }),
    ),
    /** Why a template of it is not looked into. */
    unread: z.string().exactOptional(),
  }),
  /** Tools that it declares: checks of calls, canned results and replies of the saved review reach them. */
  tools: names,
  /** Arguments of its tools, as `tool.argument`. */
  arguments: names,
  /** Segments of the config that a case of it is of. */
  segments: names,
  /** Cases that never told two prompts apart. */
  silent: z.object({
    /** Cases of which the store keeps replies to at least two versions of the prompt. */
    of: count,
    /** Those among them that scored each version the same, on every model. */
    cases: z.array(z.string()),
  }),
  /** Cases that ask nearly the same. */
  copies: z.array(z.array(z.string())),
});

/** What `promptgate cases coverage --json` prints. */
export const coverageReportSchema = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  /** Files that cannot be read. */
  problems: z.array(problemSchema),
  reached: count,
  of: count,
  prompts: z.array(promptCoverageSchema),
  /** Prompts in formats that are not read. */
  unread: z.array(z.object({ path: z.string(), format: z.string() })),
  /** Segments of the config, of which a case of any prompt is: told beside the figure, which counts them prompt by prompt. */
  segments: names,
});

export type CoverageReport = Immutable<z.infer<typeof coverageReportSchema>>;
export type PromptCoverage = CoverageReport['prompts'][number];
