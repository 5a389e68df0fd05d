import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { lastNumber } from './number/last-number.ts';
import { mark } from './text/mark.ts';
import { plainOptions } from './text/text-options.ts';

/** Room for what binary fractions cannot hold, as a share of the greater number. */
const slack = 1e-9;

const bounds = z.strictObject(
  {
    equals: z.number({ error: '"equals" must be a number' }),
    within: z.exactOptional(z.number({ error: '"within" must be a number' }).min(0, '"within" must not be negative')),
  },
  { error: 'must be a number, or { equals, within }' },
);

const argument = z
  .union([bounds, z.number()], {
    error: ({ input }) => {
      const issue = bounds.safeParse(input).error?.issues[0];
      return issue?.message ?? 'must be a number, or { equals, within }';
    },
  })
  .describe('{ equals, within } (`within` is 0 if left out), or the number alone');

export const numberScorer = defineCheckKind({
  kind: 'number',
  summary:
    'The last number in the reply is the given one, give or take `within`. Thousands separators, signs, decimals and exponents are read (1,234.5 · 1.234,5 · −3 · 2e3).',
  argument,
  options: plainOptions,
  example: { equals: 19.99, within: 0.01 },
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument: wanted, text }) => {
    const { equals, within = 0 } = typeof wanted === 'number' ? { equals: wanted } : wanted;
    const found = lastNumber(text);
    if (found === undefined) return mark(false, 'no number in the reply');
    const allowed = within + slack * Math.max(Math.abs(equals), Math.abs(found));
    return mark(Math.abs(found - equals) <= allowed, `the last number is ${found}`);
  },
});
