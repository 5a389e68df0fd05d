import { z } from 'zod';

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

let segmenter: Intl.Segmenter | undefined;

/** A text in words and what lies between, by Unicode's word boundaries (UAX 29). */
export function segmentWords(text: string): Intl.Segments {
  // Made when first needed: ICU's dictionaries take 20 ms to load, and few runs count words.
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return segmenter.segment(text);
}

/** What counts as a word: what Unicode's boundaries cut out (default), or what stands between white space. */
export const wordsOption = {
  words: z.exactOptional(z.enum(['unicode', 'white-space'], { error: '"words" is "unicode" or "white-space"' })),
};

type Words = NonNullable<z.infer<typeof wordsOption.words>>;
