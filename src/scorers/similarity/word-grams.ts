import { treeBankTokenize } from 'js-rouge';
import { z } from 'zod';
import { segmentWords } from '../words/count-words.ts';

/** How often each run of `order` words stands in a text. */
export function countGrams(order: number, words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + order <= words.length; start += 1) {
    const gram = words.slice(start, start + order).join('\n');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** How many runs of one text are met by the other, each of them once. */
export function sharedGrams(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [gram, count] of one) shared += Math.min(count, other.get(gram) ?? 0);
  return shared;
}

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
