import { z } from 'zod';
import type { Json } from '../json.ts';

/** Shapes that the report's schemas share. Money is dollars, time milliseconds, scores 0–1, p-values one-sided. */

export const count = z.int().min(0);
export const share = z.number().min(0).max(1);
export const dollars = z.number().min(0);
export const milliseconds = z.number().min(0);

/** A value of each side; `null` where the side does not exist or nothing is known of it, never 0. */
export const perSide = <Value extends z.ZodType>(value: Value) =>
  z.object({ old: value.nullable(), new: value.nullable() });

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
);
export const jsonObject = z.record(z.string(), json);

/** `file:line:column` as far as known, lines and columns from 1. */
export const position = z.object({
  file: z.string(),
  line: z.int().min(1).exactOptional(),
  column: z.int().min(1).exactOptional(),
});

/** A mean on both sides over uniform rounds; `low` and `high` bound `delta` = new − old (`Estimate` of the gate). */
export const estimate = z.object({
  old: share.nullable(),
  new: share.nullable(),
  delta: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  p: share.nullable(),
});

/** How a p-value was found (`TestMethod`). */
export const testMethod = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact') }),
  z.object({
    kind: z.literal('monte-carlo'),
    draws: count,
    because: z.enum(['graded', 'grid', 'labellings']),
  }),
]);
