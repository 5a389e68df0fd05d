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
