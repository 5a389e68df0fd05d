import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { filledTextOrList, textsOf } from './text/text-argument.ts';
import { fold, spelledOptions, stripped } from './text/text-options.ts';

export const startsWithScorer = defineCheckKind({
  kind: 'starts-with',
  summary: 'The reply starts with the text (white space before it aside); of a list, with all of them.',
  argument: filledTextOrList,
  options: spelledOptions,
  example: 'Dear',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options, text }) => {
    const reply = fold(stripped(text, options, 'before'), options);
    const starts = textsOf(argument).every((wanted) =>
      reply.startsWith(fold(stripped(wanted, options, 'before'), options)),
    );
    return mark(starts, starts ? 'starts with it' : `starts with ${excerpt(text, 40)}`);
  },
});
