import { segmentWords } from '../words/segment-words.ts';

/** The words of a text in order, lower case, by Unicode word boundaries. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmentWords(text.normalize('NFC').toLowerCase())) {
    if (isWordLike === true) words.push(segment);
  }
  return words;
}
