import { l, n } from 'js-rouge';
import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { noWantedText, wantedTexts, wantedTextsFor } from './similarity/wanted-text.ts';
import { cutOption, wordsOf } from './similarity/word-grams.ts';
import { turnOption } from './text/text-options.ts';

/** The longest common subsequence costs the product of both lengths. */
const mostWork = 25_000_000;

const options = z.strictObject({
  ...turnOption,
  ...cutOption,
  variant: z.exactOptional(z.enum(['1', '2', 'l'], { error: '"variant" is "1", "2" or "l"' })),
});

export const rougeScorer = defineCheckKind({
  kind: 'rouge',
  summary:
    'ROUGE F1 of the reply against the text: words in common (`variant: "1"`, the default), word pairs ("2") or longest common subsequence ("l"). Words are lower-cased, by Unicode boundaries (or `words: white-space`, `treebank`), not stemmed.',
  argument: wantedTexts,
  options,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'there is no text to compare with, or it has too few words; with "l", both texts are very long',
  score: ({ argument, options: { variant = '1', words: cut }, golden, text }) => {
    const wanted = wantedTextsFor(argument, golden);
    if (wanted.length === 0) return { kind: 'unscored', why: noWantedText };
    const fewest = variant === '2' ? 2 : 1;
    const replyWords = wordsOf(text, cut);
    const values: number[] = [];
    for (const one of wanted) {
      const wantedWords = wordsOf(one, cut);
      if (wantedWords.length < fewest) {
        return { kind: 'unscored', why: `the text to compare with has fewer than ${fewest} words` };
      }
      const value = replyWords.length < fewest ? 0 : rouge(variant, replyWords, wantedWords);
      if (value === undefined) return { kind: 'unscored', why: 'the texts are too long to compare' };
      values.push(value);
    }
    if (replyWords.length < fewest) return { kind: 'scored', value: 0, reason: 'too few words to compare' };
    const value = Math.max(...values);
    return { kind: 'scored', value, reason: `ROUGE-${variant.toUpperCase()} F1 ${value.toFixed(2)}` };
  },
});

/**
 * The package is handed words that are already cut, joined by line feeds that no word contains.
 * Nothing where the texts are beyond its limits, for which it throws a RangeError, or ours.
 */
function rouge(variant: '1' | '2' | 'l', reply: readonly string[], wanted: readonly string[]): number | undefined {
  if (variant === 'l' && reply.length * wanted.length > mostWork) return undefined;
  const tokenizer = (text: string) => text.split('\n');
  const [candidate, reference] = [reply.join('\n'), wanted.join('\n')];
  try {
    // One sentence each: cut into several, the order of words across them would not count.
    if (variant === 'l') return l(candidate, reference, { tokenizer, segmenter: (text) => [text] });
    return n(candidate, reference, { n: Number(variant), tokenizer });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
