import { z } from 'zod';

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
