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

/**
 * An object whose keys are names that people give. zod leaves the key `__proto__` out of records without a word; a segment
 * may be called so, and a reply's arguments may hold it: it is read under another name, and given back.
 */
export const recordOf = <Value extends z.ZodType>(value: Value) =>
  z.preprocess(
    (given) => (holdsKey(given, /^\0*__proto__$/u) ? withKeys(given, (key) => `\0${key}`) : given),
    z
      .record(z.string(), value)
      .overwrite((read) => (holdsKey(read, /^\0+__proto__$/u) ? withKeys(read, (key) => key.slice(1)) : read)),
  );

function holdsKey(value: unknown, key: RegExp): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).some((one) => key.test(one))
  );
}

function withKeys<Held>(record: Readonly<Record<string, Held>>, name: (key: string) => string): Record<string, Held> {
  return Object.fromEntries(
    Object.entries(record).map(([key, held]) => [/^\0*__proto__$/u.test(key) ? name(key) : key, held]),
  );
}

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), recordOf(json)]),
);
export const jsonObject = recordOf(json);

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
