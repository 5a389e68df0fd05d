import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { mark } from './text/mark.ts';
import { plainOptions } from './text/text-options.ts';
import { countArgument } from './words/count-argument.ts';
import { countWords } from './words/count-words.ts';

export const minWordsScorer = defineCheckKind({
  kind: 'min-words',
  summary: 'The reply has at least so many words (by Unicode word boundaries, in any script).',
  argument: countArgument,
  options: plainOptions,
  example: 5,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument: least, text }) => {
    const words = countWords(text);
    return mark(words >= least, `${words} words, ${least} at least`);
  },
});
