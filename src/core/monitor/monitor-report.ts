import { z } from 'zod';
import type { Immutable } from '../report/immutable.ts';
import { count, dollars, milliseconds, position } from '../report/quantities.ts';

/** What is told of calls that were counted together. What no log says of any of them is `null`, never 0. */
const tally = z.object({
  calls: count,
  /** Sums over the calls that say it; `cached` are part of `in`, `reasoning` of `out`. */
  tokens: z.object({
    in: count.nullable(),
    out: count.nullable(),
    cached: count.nullable(),
    reasoning: count.nullable(),
  }),
  /** Dollars of the calls whose cost is known. */
  usd: dollars.nullable(),
  /** Of how many calls the cost was billed, computed by the price list, or is not known. */
  priced: z.object({ billed: count, computed: count, unknown: count }),
  /** Within 1 % of the value at that rank; with failed calls, as far as their time is logged. */
  latencyMs: z.object({ p50: milliseconds.nullable(), p95: milliseconds.nullable() }),
  /** Mean length of what replies say. */
  replyCharacters: z.number().min(0).nullable(),
  errors: count,
  refusals: count,
  /** Replies cut by a limit of tokens. */
  truncated: count,
});

/** Names that calls are told apart by. */
export const groupedBy = ['segment', 'model', 'prompt'] as const;
export type GroupedBy = (typeof groupedBy)[number];

const names = z.object({
  segment: z.string().nullable(),
  /** The model that was asked for; where no log says so, the one that answered. */
  model: z.string().nullable(),
  prompt: z.string().nullable(),
  /** Of these the names are `null` because there are too many: calls of all names beyond the limit are counted together. */
  others: z.array(z.enum(groupedBy)),
});

/** A day in UTC, `2026-11-27`; `null` for calls without a time. */
const day = z.iso.date().nullable();

/** What `promptgate monitor --json` prints. */
export const monitorReportSchema = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  /** First and last day with calls. */
  from: day,
  to: day,
  read: z.object({
    /** Lines, or what else a file is cut into. */
    lines: count,
    broken: count,
    /** Of text, unpacked. */
    bytes: count,
    files: count,
    /** Formats of the files, as people know them. */
    formats: z.array(z.string()),
  }),
  /** The first broken records. */
  broken: z.array(z.object({ what: z.string(), at: position.exactOptional() })),
  /** Names of each kind that are kept apart at most, and calls that were counted with others since there are more. */
  limits: z.object({ segment: count, model: count, prompt: count, days: count, groups: count, callsOfOthers: count }),
  all: tally,
  days: z.array(z.object({ day, ...tally.shape })),
  totals: z.array(z.object({ ...names.shape, ...tally.shape })),
  groups: z.array(z.object({ day, ...names.shape, ...tally.shape })),
});

export type MonitorReport = Immutable<z.infer<typeof monitorReportSchema>>;
export type MonitorTally = Immutable<z.infer<typeof tally>>;
export type GroupNames = Immutable<z.infer<typeof names>>;
