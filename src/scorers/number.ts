import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
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

/**
 * The last number written in a text, or nothing.
 *
 * Read are digits 0–9 with a sign (+, - or −, where no letter or digit precedes it), an exponent (1.5e3), and
 * either notation of separators as far as it is unambiguous: groups after `,` `.` `'` `’` `_` or a
 * non-breaking space, decimals after `.` or `,`. A single `,` followed by exactly three digits groups (1,234 is
 * 1234, but 0,125 is 0.125), otherwise it is decimal (3,14); a single `.` is always decimal (1.234). Other runs
 * are taken apart at their commas (1,2,3 ends in 3). Versions and addresses (1.2.3) are no numbers.
 * Not interpreted: percent signs, fractions, numbers in words, digits of other scripts.
 */
export function lastNumber(text: string): number | undefined {
  let last: number | undefined;
  for (const found of text.matchAll(runs)) {
    const [, sign = '', digits = '', exponent = ''] = found;
    const value = readRun(digits.replace(/[^\d]+$/, ''));
    if (value === undefined) continue;
    const number = Number(`${value}${exponent}`);
    if (!Number.isFinite(number)) continue;
    const signed = !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, found.index - 2), found.index));
    last = signed && (sign === '-' || sign === '−') ? -number : number;
  }
  return last;
}

/** Sign, a run of digits and separators, exponent. No part can match what the next one matches, so it is linear. */
const runs = /([-+−]?)((?:\d|\.(?=\d))[\d.,'’_\u00a0\u202f\u2009]*)((?:(?<=\d)[eE][-+]?\d{1,4})?)/g;

const plain = /^\d*\.?\d+$/;
const commasGroup = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const lakhsGroup = /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
const pointsGroup = /^[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/;
const othersGroup = /^[1-9]\d{0,2}(?:['’_\u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?$/;
const decimalComma = /^\d+,\d+$/;

/** A run in plain notation (digits, a point, decimals), or nothing where it has no reading. */
function readRun(digits: string): string | undefined {
  if (plain.test(digits)) return digits;
  if (commasGroup.test(digits) || lakhsGroup.test(digits)) return digits.replaceAll(',', '');
  if (pointsGroup.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  if (othersGroup.test(digits)) return digits.replace(/['’_\u00a0\u202f\u2009]/g, '').replace(',', '.');
  if (decimalComma.test(digits)) return digits.replace(',', '.');
  const last = digits.split(/[,'’_\u00a0\u202f\u2009]/).at(-1) ?? '';
  return last !== digits && plain.test(last) ? last : undefined;
}
