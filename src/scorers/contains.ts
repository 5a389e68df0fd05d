import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { filledTextOrList, textsOf } from './text/text-argument.ts';
import { fold, spelledOptions } from './text/text-options.ts';

export const containsScorer = defineCheckKind({
  kind: 'contains',
  summary: 'The reply contains the text; of a list, all of them.',
  argument: filledTextOrList,
  options: spelledOptions,
  example: ['30 days', 'receipt'],
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options, text }) => {
    const reply = fold(text, options);
    const lacking = textsOf(argument).filter((wanted) => !reply.includes(fold(wanted, options)));
    return mark(
      lacking.length === 0,
      lacking.length === 0 ? 'contains it' : `does not contain ${lacking.map((one) => excerpt(one)).join(', ')}`,
    );
  },
});
