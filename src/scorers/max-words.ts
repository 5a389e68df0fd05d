import { z } from 'zod';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { mark } from './text/mark.ts';
import { turnOption } from './text/text-options.ts';
import { countArgument } from './words/count-argument.ts';
import { countWords, wordsOption } from './words/count-words.ts';

export const maxWordsScorer = defineCheckKind({
  kind: 'max-words',
  summary:
    'The reply has at most so many words (by Unicode word boundaries, in any script; with `words: white-space`, what stands between white space).',
  argument: countArgument,
  options: z.strictObject({ ...turnOption, ...wordsOption }),
  example: 120,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument: most, options, text }) => {
    const words = countWords(text, options.words);
    return mark(words <= most, `${words} words, ${most} at most`);
  },
});
