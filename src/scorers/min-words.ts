import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { mark } from './text/mark.ts';
import { turnOption } from './text/text-options.ts';
import { countArgument } from './words/count-argument.ts';
import { countWords, wordsOption } from './words/count-words.ts';

export const minWordsScorer = defineCheckKind({
  kind: 'min-words',
  summary:
    'The reply has at least so many words (by Unicode word boundaries, in any script; with `words: white-space`, what stands between white space).',
  argument: countArgument,
  options: z.strictObject({ ...turnOption, ...wordsOption }),
  example: 5,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument: least, options, text }) => {
    const words = countWords(text, options.words);
    return mark(words >= least, `${words} words, ${least} at least`);
  },
});
