const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The words of a text in order, lower case, by Unicode word boundaries. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFC').toLowerCase())) {
    if (isWordLike === true) words.push(segment);
  }
  return words;
}
