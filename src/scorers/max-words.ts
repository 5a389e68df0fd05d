import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { mark } from './text/mark.ts';
import { plainOptions } from './text/text-options.ts';
import { countArgument } from './words/count-argument.ts';
import { countWords } from './words/count-words.ts';

export const maxWordsScorer = defineCheckKind({
  kind: 'max-words',
  summary: 'The reply has at most so many words (by Unicode word boundaries, in any script).',
  argument: countArgument,
  options: plainOptions,
  example: 120,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument: most, text }) => {
    const words = countWords(text);
    return mark(words <= most, `${words} words, ${most} at most`);
  },
});
