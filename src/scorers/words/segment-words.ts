let segmenter: Intl.Segmenter | undefined;

/** A text in words and what lies between, by Unicode's word boundaries (UAX 29). */
export function segmentWords(text: string): Intl.Segments {
  // Made when first needed: ICU's dictionaries take 20 ms to load, and few runs count words.
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return segmenter.segment(text);
}
