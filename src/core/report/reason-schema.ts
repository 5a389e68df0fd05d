import { z } from 'zod';
import type { Reason } from '../gate/reason.ts';
import { sides } from '../side.ts';
import { count, dollars, milliseconds, share } from './quantities.ts';

const row = z.string();
const rowOrPooled = z.string().nullable();
const tested = { round: count, p: share, alpha: share };
/** The graded check without a pass mark that fell, or `null` for the whole score, with its means. */
const fall = { fall: z.object({ check: z.string().nullable(), old: share, new: share }).exactOptional() };
const tally = z.object({ passes: count.nullable(), of: count });

/** Why a row or a prompt has its verdict (`Reason` of the gate): data, which the reporters put into words. */
export const reasonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('suite'), row: rowOrPooled, ...tested, delta: z.number(), tolerance: share }),
  z.object({
    kind: z.literal('case'),
    row,
    ...tested,
    case: z.string(),
    family: z.enum(['base', 'added']),
    delta: z.number(),
    old: tally,
    new: tally,
    ...fall,
    blocks: z.boolean(),
  }),
  z.object({
    kind: z.literal('metric'),
    row: rowOrPooled,
    ...tested,
    metric: z.string(),
    delta: z.number(),
    tolerance: share,
  }),
  z.object({ kind: z.literal('failing-case'), row, case: z.string(), new: tally }),
  z.object({ kind: z.literal('min-score'), row, score: share, minimum: share }),
  z.object({
    kind: z.literal('cost'),
    row,
    ...tested,
    old: dollars,
    new: dollars,
    increase: z.number().nullable(),
    limit: z.number(),
  }),
  z.object({ kind: z.literal('cap'), row, of: z.enum(['usd', 'output-tokens']), value: dollars, cap: dollars }),
  z.object({
    kind: z.literal('latency'),
    row,
    of: z.enum(['p95', 'first-token']).exactOptional(),
    ...tested,
    old: milliseconds,
    new: milliseconds,
    increase: z.number(),
    limit: z.number(),
  }),
  z.object({ kind: z.literal('missing'), row, side: z.enum(sides), missing: count, of: count }),
  z.object({ kind: z.literal('unanswered-case'), row, case: z.string(), side: z.enum(sides), setAside: z.boolean() }),
  z.object({ kind: z.literal('empty-replies'), row, side: z.enum(['new', 'both']), of: count }),
  z.object({ kind: z.literal('nothing-passes'), row, side: z.enum(sides), cases: count }),
  z.object({
    kind: z.literal('own-edits'),
    row,
    cases: z.array(z.object({ case: z.string(), old: tally, new: tally })),
    unasked: count,
    allowed: z.boolean(),
  }),
  z.object({
    kind: z.literal('other-question'),
    row,
    cases: z.array(z.string()),
    dropped: z.array(z.string()),
    brought: z.array(z.string()),
  }),
  z.object({ kind: z.literal('out-of-steps'), row, cases: z.array(z.string()) }),
  z.object({
    kind: z.literal('no-result'),
    row,
    calls: z.array(
      z.object({
        case: z.string(),
        side: z.enum(sides),
        name: z.string(),
        arguments: z.string(),
        replies: count,
      }),
    ),
    of: count,
  }),
  z.object({
    kind: z.literal('own-budget'),
    row,
    of: z.enum(['calls', 'usd']),
    limit: dollars,
    paths: z.array(z.string()),
  }),
  z.object({ kind: z.literal('unknown-price'), row, side: z.enum(sides) }),
  z.object({ kind: z.literal('unknown-first-token'), row, side: z.enum(sides) }),
  z.object({
    kind: z.literal('leaning-cost'),
    row,
    p: share,
    old: dollars,
    new: dollars,
    increase: z.number().nullable(),
    limit: z.number(),
  }),
  z.object({
    kind: z.literal('leaning-latency'),
    row,
    of: z.enum(['p95', 'first-token']).exactOptional(),
    p: share,
    old: milliseconds,
    new: milliseconds,
    increase: z.number(),
    limit: z.number(),
  }),
  z.object({
    kind: z.literal('leaning'),
    row: rowOrPooled,
    p: share,
    alpha: share,
    delta: z.number(),
    tolerance: share,
  }),
  z.object({
    kind: z.literal('leaning-case'),
    row,
    case: z.string(),
    p: share,
    alpha: share,
    delta: z.number(),
    ...fall,
    confirmed: z.boolean(),
  }),
  z.object({
    kind: z.literal('tolerated-case'),
    row,
    case: z.string(),
    round: count,
    p: share,
    alpha: share,
    delta: z.number(),
    tolerance: share,
  }),
  z.object({ kind: z.literal('blind'), row, trials: count, trialsNeeded: count.nullable() }),
  z.object({ kind: z.literal('unproven'), row, low: z.number().nullable(), margin: share }),
  z.object({ kind: z.literal('missing-decides'), row, missing: z.object({ old: count, new: count }), of: count }),
  z.object({ kind: z.literal('answered'), row, p: share, alpha: share, old: share, new: share }),
  z.object({ kind: z.literal('kept-replies'), row: rowOrPooled, refuted: z.boolean() }),
]) satisfies z.ZodType<Reason>;
