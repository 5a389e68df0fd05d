import { stemmer } from 'stemmer';

/** How a METEOR score is made of its parts; published values are 0.9, 3 and 0.5. */
export type MeteorWeights = {
  /** Weight of recall against precision, 0–1. */
  readonly alpha: number;
  /** How fast the penalty for scattered matches grows. */
  readonly beta: number;
  /** The most that penalty takes off, 0–1. */
  readonly gamma: number;
};

type Word = { readonly at: number; readonly word: string };
type Match = { readonly reply: number; readonly wanted: number };
type Matched = {
  readonly matches: readonly Match[];
  readonly reply: readonly Word[];
  readonly wanted: readonly Word[];
};

/**
 * METEOR of a reply's words against wanted ones (Banerjee & Lavie 2005; Lavie & Agarwal 2007), words matched from the last to
 * the first as NLTK and promptfoo do: as they are, by their Porter stems, then by synonyms of the stems.
 */
export function meteor(
  reply: readonly string[],
  wanted: readonly string[],
  synonyms: Synonyms,
  { alpha, beta, gamma }: MeteorWeights,
): number {
  const exact = match({ matches: [], reply: numbered(reply), wanted: numbered(wanted) }, (word) => [word]);
  const stems = { ...exact, reply: exact.reply.map(stemmed), wanted: exact.wanted.map(stemmed) };
  const byStem = match(stems, (word) => [word]);
  const { matches } = match(byStem, (word) => synonymsOf(word, synonyms));
  if (matches.length === 0) return 0;
  const precision = matches.length / reply.length;
  const recall = matches.length / wanted.length;
  const mean = (precision * recall) / (alpha * precision + (1 - alpha) * recall);
  return (1 - gamma * (countChunks(matches) / matches.length) ** beta) * mean;
}

function numbered(words: readonly string[]): readonly Word[] {
  return words.map((word, at) => ({ at, word }));
}

function stemmed({ at, word }: Word): Word {
  return { at, word: stemmer(word) };
}

/** Matches each word of the reply, last first, with the last wanted word that is left and alike; in time that texts' lengths add up to. */
function match(from: Matched, alike: (word: string) => readonly string[]): Matched {
  const left = Map.groupBy(from.wanted, ({ word }) => word);
  const found = from.reply.toReversed().map((one) => {
    const last = alike(one.word).reduce<Word | undefined>((latest, word) => {
      const other = left.get(word)?.at(-1);
      return other === undefined || (latest !== undefined && latest.at > other.at) ? latest : other;
    }, undefined);
    if (last !== undefined) left.get(last.word)?.pop();
    return { one, last };
  });
  const taken = new Set(found.map(({ last }) => last?.at));
  return {
    matches: [...from.matches, ...found.flatMap(({ one, last }) => (last ? [{ reply: one.at, wanted: last.at }] : []))],
    reply: found.flatMap(({ one, last }) => (last ? [] : [one])).toReversed(),
    wanted: from.wanted.filter(({ at }) => !taken.has(at)),
  };
}

/** Runs of matches that follow one another in both texts. */
function countChunks(matches: readonly Match[]): number {
  const inOrder = matches.toSorted((a, b) => a.reply - b.reply);
  return inOrder.filter((one, index) => {
    const last = inOrder[index - 1];
    return last === undefined || one.reply !== last.reply + 1 || one.wanted !== last.wanted + 1;
  }).length;
}

/** Sets of words that mean the same, and the sets each word is in. */
type Synonyms = {
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
function synonymsOf(word: string, { sets, setsOf }: Synonyms): readonly string[] {
  return [word, ...(setsOf.get(word) ?? []).flatMap((index) => sets[index] ?? [])];
}
