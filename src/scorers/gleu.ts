import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { noWantedText, wantedTexts, wantedTextsFor } from './similarity/wanted-text.ts';
import { countGrams, sharedGrams } from './similarity/word-grams.ts';
import { plainOptions } from './text/text-options.ts';

const orders = [1, 2, 3, 4];

export const gleuScorer = defineCheckKind({
  kind: 'gleu',
  summary:
    'Google’s BLEU for single sentences: of all runs of 1–4 words, the lesser of precision and recall. Words stand between white space, lower case, without full stops at their end.',
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
    const value = Math.max(...wanted.map((one) => gleu(wordsIn(text), wordsIn(one))));
    return { kind: 'scored', value, reason: `GLEU ${value.toFixed(2)}` };
  },
});

function gleu(reply: readonly string[], wanted: readonly string[]): number {
  const [made, asked] = [reply, wanted].map((words) => orders.map((order) => countGrams(order, words)));
  if (made === undefined || asked === undefined) return 0;
  const shared = made.reduce((sum, grams, index) => sum + sharedGrams(grams, asked[index] ?? new Map()), 0);
  return shared / Math.max(1, runsIn(reply.length), runsIn(wanted.length));
}

/** How many runs of 1–4 words there are in so many words. */
function runsIn(words: number): number {
  return orders.reduce((sum, order) => sum + Math.max(0, words - order + 1), 0);
}

function wordsIn(text: string): readonly string[] {
  return (text.toLowerCase().match(/\S+/gu) ?? []).map((word) => word.replace(/\.+$/u, ''));
}
