import { z } from 'zod';

const wholeNumber = 'must be a whole number, 0 or more';
const zeroOrMore = 'must be a number, 0 or more';

/** A limit in whole things; digits in quotes (as a CSV holds them) are taken too. */
export const countArgument = z
  .union(
    [
      z.int(wholeNumber).min(0, wholeNumber),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ],
    {
      error: wholeNumber,
    },
  )
  .describe('whole number');

/** A limit on a scale (milliseconds, dollars). */
export const limitArgument = z
  .union(
    [
      z.number(zeroOrMore).min(0, zeroOrMore),
      z
        .string()
        .regex(/^\d{1,9}(\.\d{1,9})?$/)
        .transform(Number),
    ],
    {
      error: zeroOrMore,
    },
  )
  .describe('number');
