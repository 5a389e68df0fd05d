import { treeBankTokenize } from 'js-rouge';
import { z } from 'zod';
import { segmentWords } from '../words/count-words.ts';

/** How a text is cut into words: by Unicode's boundaries (default), by white space, or as the Penn Treebank is. */
export const cutOption = {
  words: z.exactOptional(
    z.enum(['unicode', 'white-space', 'treebank'], { error: '"words" is "unicode", "white-space" or "treebank"' }),
  ),
};

/** The words of a text in order, lower case. */
export function wordsOf(text: string, cut: z.infer<typeof cutOption.words> = 'unicode'): string[] {
  const lower = text.toLowerCase();
  if (cut === 'white-space') return lower.match(/\S+/gu) ?? [];
  if (cut === 'treebank') return treeBankTokenize(lower);
  const words: string[] = [];
  for (const { segment, isWordLike } of segmentWords(text.normalize('NFC').toLowerCase())) {
    if (isWordLike === true) words.push(segment);
  }
  return words;
}
