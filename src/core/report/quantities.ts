import { z } from 'zod';
import type { Json } from '../json.ts';

/** Shapes that the report's schemas share. Money is dollars, time milliseconds, scores 0–1, p-values one-sided. */

export const count = z.int().min(0);
export const share = z.number().min(0).max(1);
export const dollars = z.number().min(0);
export const milliseconds = z.number().min(0);

/** A value of each side; a side that does not exist, or of which nothing is known, is left out and never 0. */
export const perSide = <Value extends z.ZodType>(value: Value) =>
  z.object({ old: value.exactOptional(), new: value.exactOptional() });

export const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
);
export const jsonObject = z.record(z.string(), json);

/** `file:line:column` as far as known, lines and columns from 1. */
export const position = z.object({
  file: z.string(),
  line: z.int().min(1).exactOptional(),
  column: z.int().min(1).exactOptional(),
});

/** An estimate over uniform rounds: `delta` = new − old, `low`–`high` its interval at `level` (0.9: 90 %). */
export const estimate = z.object({
  old: share.exactOptional(),
  new: share.exactOptional(),
  delta: z.number().min(-1).max(1).exactOptional(),
  low: z.number().exactOptional(),
  high: z.number().exactOptional(),
  level: share.exactOptional(),
  p: share.exactOptional(),
});
