import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { filledTextOrList, textsOf } from './text/text-argument.ts';
import { fold, spelledOptions, stripped } from './text/text-options.ts';

export const endsWithScorer = defineCheckKind({
  kind: 'ends-with',
  summary: 'The reply ends with the text (white space after it aside); of a list, with all of them.',
  argument: filledTextOrList,
  options: spelledOptions,
  example: '.',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options, text }) => {
    const reply = fold(stripped(text, options, 'after'), options);
    const ends = textsOf(argument).every((wanted) => reply.endsWith(fold(stripped(wanted, options, 'after'), options)));
    return mark(ends, ends ? 'ends with it' : `ends with ${excerpt(text.trimEnd().slice(-40))}`);
  },
});
