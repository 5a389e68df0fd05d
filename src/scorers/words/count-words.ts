import { segmentWords } from './segment-words.ts';

/**
 * Words of a text by Unicode's word boundaries (UAX 29): "don't" is one, "re-use" two; Chinese, Japanese and Thai
 * are cut by ICU's dictionaries; numbers count, punctuation and emoji do not.
 */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmentWords(text)) if (isWordLike === true) count += 1;
  return count;
}
