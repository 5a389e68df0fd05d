import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { bleu } from './similarity/bleu.ts';
import { noWantedText, wantedTexts, wantedTextsFor } from './similarity/wanted-text.ts';
import { cutOption, wordsOf } from './similarity/words-of.ts';
import { turnOption } from './text/text-options.ts';

const options = z.strictObject({
  ...turnOption,
  ...cutOption,
  smoothing: z.exactOptional(
    z.enum(['add-one', 'epsilon'], { error: '"smoothing" is "add-one" (the default) or "epsilon"' }),
  ),
});

export const bleuScorer = defineCheckKind({
  kind: 'bleu',
  summary:
    'Sentence BLEU-4 of the reply against the text, smoothed by Lin and Och (`smoothing: epsilon`: hardly at all); words as for `rouge`.',
  argument: wantedTexts,
  options,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'there is no text to compare with, or no word in it',
  score: ({ argument, options: { words: cut, smoothing }, golden, text }) => {
    const given = wantedTextsFor(argument, golden);
    if (given.length === 0) return { kind: 'unscored', why: noWantedText };
    const wanted = given.map((one) => wordsOf(one, cut));
    if (wanted.every((words) => words.length === 0)) {
      return { kind: 'unscored', why: 'the text to compare with has no words' };
    }
    const value = Math.min(1, bleu(wordsOf(text, cut), wanted, smoothing));
    return { kind: 'scored', value, reason: `BLEU ${value.toFixed(2)}` };
  },
});
