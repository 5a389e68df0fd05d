import { z } from 'zod';
import { looksLikeKey } from '../issues/describe-issues.ts';

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

/** An increase as people write it: `25%`, or the share itself (0.25). Parsed to the share. */
export const share = z.union([
  z.number().min(0).max(10, { error: 'must be a share such as `25%` or 0.25' }),
  z
    .string()
    .regex(/^\d{1,4}(?:\.\d{1,9})?\s*%$/u, { error: 'must be a share such as `25%` or 0.25' })
    .transform((text) => Number.parseFloat(text) / 100),
]);

/** A month is a twelfth of 365 days. */
const perMonth = { hour: 730, day: 365 / 12, week: 365 / 12 / 7, month: 1 } as const;

/** Replies a segment's users ask for, as `120000/month`; parsed to replies a month. */
export const traffic = z
  .string()
  .regex(/^\d{1,12}(?:\.\d{1,9})?\s*\/\s*(?:hour|day|week|month)$/u, {
    error: 'must be replies in a time, such as `120000/month` (or `/day`, `/week`, `/hour`)',
  })
  .transform((text) => {
    const [amount = '', span = ''] = text.split('/').map((part) => part.trim());
    return Number(amount) * (isSpan(span) ? perMonth[span] : 1);
  });

function isSpan(text: string): text is keyof typeof perMonth {
  return Object.hasOwn(perMonth, text);
}

/** The name of an environment variable that holds a secret; the secret itself written here is refused unprinted. @param like one that fits */
export function environmentNameLike(like: string) {
  const must = `must be the name of an environment variable, such as \`${like}\``;
  return z.string().superRefine((name, context) => {
    if (looksLikeKey(name)) {
      context.addIssue({
        code: 'custom',
        message: `${must}, and what is written looks like a secret itself: take it out of the file and revoke it`,
        params: { secret: true },
      });
    } else if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name)) {
      context.addIssue({ code: 'custom', message: must, params: { secret: true } });
    }
  });
}

/** That of a model service's key. */
export const environmentName = environmentNameLike('ANTHROPIC_API_KEY');
