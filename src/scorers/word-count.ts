import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { mark } from './text/mark.ts';
import { turnOption } from './text/text-options.ts';
import { countArgument } from './words/count-argument.ts';
import { countWords, wordsOption } from './words/count-words.ts';

const form = 'must be a whole number, or { min, max }';
const range = z
  .strictObject({ min: z.exactOptional(countArgument), max: z.exactOptional(countArgument) }, { error: form })
  .refine(({ min, max }) => min !== undefined || max !== undefined, { error: 'give `min`, `max` or both' });

export const wordCountScorer = defineCheckKind({
  kind: 'word-count',
  summary: 'The reply has exactly so many words, or as many as a range says; words as for `max-words`.',
  argument: z
    .union([countArgument, range], {
      error: ({ input }) => range.safeParse(input).error?.issues.find(({ code }) => code === 'custom')?.message ?? form,
    })
    .describe('whole number or { min, max }'),
  options: z.strictObject({ ...turnOption, ...wordsOption }),
  example: { min: 20, max: 60 },
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options, text }) => {
    const { min = 0, max = Number.POSITIVE_INFINITY } =
      typeof argument === 'number' ? { min: argument, max: argument } : argument;
    const words = countWords(text, options.words);
    return mark(words >= min && words <= max, `${words} words`);
  },
});
