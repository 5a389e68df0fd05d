import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { filledTextOrList, textsOf } from './text/text-argument.ts';
import { fold, spelledOptions } from './text/text-options.ts';

export const containsAnyScorer = defineCheckKind({
  kind: 'contains-any',
  summary: 'The reply contains at least one of the texts.',
  argument: filledTextOrList,
  options: spelledOptions,
  example: ['30 days', 'one month'],
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options, text }) => {
    const reply = fold(text, options);
    const found = textsOf(argument).find((wanted) => reply.includes(fold(wanted, options)));
    return mark(
      found !== undefined,
      found === undefined
        ? `contains none of ${textsOf(argument)
            .map((one) => excerpt(one))
            .join(', ')}`
        : `contains ${excerpt(found)}`,
    );
  },
});
