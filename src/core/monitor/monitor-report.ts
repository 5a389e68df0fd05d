import { z } from 'zod';
import type { Immutable } from '../report/immutable.ts';
import { count, dollars, milliseconds, position } from '../report/quantities.ts';
import { comparison, declaredTraffic, groupNames } from './monitor-comparison.ts';
import { observed } from './observed.ts';
import { ruleResult } from './rule-result.ts';
import { scopeSeries } from './scope-series.ts';

/** What is told of calls that were counted together. What no log says of any of them is `null`, never 0. */
export const tally = z.object({
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
  /** Mean length of what is sent, and its tokens, of a sample of the calls whose texts are logged. */
  sent: z.object({ characters: z.number().min(0).nullable(), tokens: z.number().min(0).nullable() }),
  /** Models that answered, those with the most calls first; at most eight. */
  served: z.array(z.object({ model: z.string(), calls: count })),
  /** Of how many calls the log says their tokens, and what was replied. */
  counted: z.object({ in: count, out: count, reply: count }),
  /** Standard deviations over calls: dollars, tokens in and out, characters of the reply. */
  spread: z.object({
    usd: z.number().min(0).nullable(),
    in: z.number().min(0).nullable(),
    out: z.number().min(0).nullable(),
    reply: z.number().min(0).nullable(),
  }),
  errors: count,
  refusals: count,
  /** Replies cut by a limit of tokens. */
  truncated: count,
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
    /** Calls of no day, as their time lies more than a day after the run's own. */
    ahead: count,
    /** Days that stand apart with nearly no calls, as of a wrong clock: nothing is compared with them. */
    outlying: z.array(z.iso.date()),
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
  totals: z.array(z.object({ ...groupNames.shape, ...tally.shape })),
  groups: z.array(z.object({ day, ...groupNames.shape, ...tally.shape })),
  /** What charts are drawn from: days of the logs and of the history, of all calls first, then of what moved or has the most calls. */
  series: z.array(scopeSeries).exactOptional(),
  /** The last days beside the same weekdays before; `null` where neither the logs nor the history hold any. */
  comparison: comparison.nullable(),
  /** What was read of the history, where one was named: days, and lines that could not be read. */
  history: z.object({ days: count, unread: z.array(z.object({ at: z.string(), why: z.string() })) }).exactOptional(),
  /** Of the segments whose `traffic` the config declares. */
  traffic: z.array(declaredTraffic),
  /** What models made of a sample of the calls; absent where none was asked. */
  observed: observed.exactOptional(),
  /** Rules of `alerts` that are broken, that are over since this run, and those of which that is not known. */
  alerts: z.array(ruleResult),
});

export type MonitorReport = Immutable<z.infer<typeof monitorReportSchema>>;
export type MonitorTally = Immutable<z.infer<typeof tally>>;
