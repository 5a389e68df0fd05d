import stringWidth from 'fast-string-width';
import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Columns a text takes on a terminal. Not `string-width`: its patterns of all emoji take 50 ms to compile, in every run. The
 * faster one does not know each script that is wide; what it misses is added.
 */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/u.test(text)) return text.length;
  // Vowel signs and the like that stand beside their letter.
  let missed = text.match(/\p{Mc}/gu)?.length ?? 0;
  for (const char of text.match(/[^\x20-\u02ff]/gu) ?? []) {
    if (eastAsianWidth(char.codePointAt(0) ?? 0) === 2 && stringWidth(char) === 1) missed++;
  }
  return stringWidth(text) + missed;
}
