import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { noWantedText, wantedTexts, wantedTextsFor } from './similarity/wanted-text.ts';
import { countGrams, sharedGrams, wordsOf } from './similarity/word-grams.ts';
import { plainOptions } from './text/text-options.ts';

const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);

export const fScoreScorer = defineCheckKind({
  kind: 'f-score',
  summary:
    'F1 of the reply’s words against the wanted ones, in any order, as SQuAD has it: lower case, without punctuation and the articles a, an, the. Lacking and needless words both cost.',
  argument: wantedTexts,
  options: plainOptions,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'there is no text to compare with',
  score: ({ argument, golden, text }) => {
    const wanted = wantedTextsFor(argument, golden);
    if (wanted.length === 0) return { kind: 'unscored', why: noWantedText };
    const made = tellingWords(text);
    const value = Math.max(...wanted.map((one) => fScore(made, tellingWords(one))));
    return { kind: 'scored', value, reason: `F1 ${value.toFixed(2)}` };
  },
});

/** Rajpurkar et al. 2016; of two texts one of which has no word, 1 where the other has none either. */
function fScore(made: readonly string[], wanted: readonly string[]): number {
  if (made.length === 0 || wanted.length === 0) return Number(made.length === wanted.length);
  return (2 * sharedGrams(countGrams(1, made), countGrams(1, wanted))) / (made.length + wanted.length);
}

function tellingWords(text: string): readonly string[] {
  return wordsOf(text).filter((word) => !articles.has(word));
}
