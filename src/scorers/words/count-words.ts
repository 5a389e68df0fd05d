import { segmentWords } from './segment-words.ts';
import type { Words } from './words-option.ts';

/**
 * Words of a text by Unicode's word boundaries (UAX 29): "don't" is one, "re-use" two; Chinese, Japanese and Thai
 * are cut by ICU's dictionaries; numbers count, punctuation and emoji do not. Or what stands between white space.
 */
export function countWords(text: string, words: Words = 'unicode'): number {
  if (words === 'white-space') return text.match(/\S+/gu)?.length ?? 0;
  let count = 0;
  for (const { isWordLike } of segmentWords(text)) if (isWordLike === true) count += 1;
  return count;
}
