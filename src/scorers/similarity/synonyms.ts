/** Sets of words that mean the same, and the sets each word is in. */
export type Synonyms = {
  readonly sets: readonly (readonly string[])[];
  readonly setsOf: ReadonlyMap<string, readonly number[]>;
};

/**
 * Reads sets of synonyms, one a line. A word after `!` leads to the others and is none for them (a name, written large in
 * WordNet); lines that begin with white space are its licence's notice.
 */
export function readSynonyms(text: string): Synonyms {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
  const words = lines.map((line) => line.split(' '));
  const setsOf = new Map<string, number[]>();
  for (const [index, set] of words.entries()) {
    for (const written of set) {
      const word = written.startsWith('!') ? written.slice(1) : written;
      const known = setsOf.get(word);
      if (known === undefined) setsOf.set(word, [index]);
      else known.push(index);
    }
  }
  return { sets: words.map((set) => set.filter((word) => !word.startsWith('!'))), setsOf };
}

/** The word, and what stands beside it in a set. */
export function synonymsOf(word: string, { sets, setsOf }: Synonyms): readonly string[] {
  return [word, ...(setsOf.get(word) ?? []).flatMap((index) => sets[index] ?? [])];
}
