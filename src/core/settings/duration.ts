import { z } from 'zod';

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const parts = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/gu;

const error = 'must be a span of time with its unit, such as `90s`, `30m`, `6h` or `2d`';

/** A span of time as people write it (`90s`, `30m`, `1h30m`, `2d`, or a bare `0`); parsed to milliseconds. */
export const duration = z
  .union([
    z.literal(0, { error }),
    z.string({ error }).regex(/^(?:0|(?:\d{1,9}(?:\.\d{1,9})?(?:ms|s|m|h|d)){1,5})$/u, { error }),
  ])
  .transform((written) => (written === 0 ? 0 : toMilliseconds(written)));

function toMilliseconds(text: string): number {
  let total = 0;
  for (const [, amount = '0', unit = 'ms'] of text.matchAll(parts)) {
    total += Number(amount) * (isUnit(unit) ? units[unit] : 0);
  }
  return total;
}

function isUnit(text: string): text is keyof typeof units {
  return Object.hasOwn(units, text);
}
