import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { bleu } from './similarity/bleu.ts';
import { noWantedText, wantedFor, wantedText } from './similarity/wanted-text.ts';
import { wordsOf } from './similarity/words-of.ts';
import { plainOptions } from './text/text-options.ts';

export const bleuScorer = defineCheckKind({
  kind: 'bleu',
  summary: 'Sentence BLEU-4 of the reply against the text, smoothed by Lin and Och; words as for `rouge`.',
  argument: wantedText,
  options: plainOptions,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'there is no text to compare with, or no word in it',
  score: ({ argument, golden, text }) => {
    const wanted = wantedFor(argument, golden);
    if (wanted === undefined) return { kind: 'unscored', why: noWantedText };
    const words = wordsOf(wanted);
    if (words.length === 0) return { kind: 'unscored', why: 'the text to compare with has no words' };
    const value = Math.min(1, bleu(wordsOf(text), words));
    return { kind: 'scored', value, reason: `BLEU ${value.toFixed(2)}` };
  },
});
