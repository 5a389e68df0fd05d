import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { filledTextOrList, textsOf } from './text/text-argument.ts';
import { fold, spelledOptions } from './text/text-options.ts';

export const notContainsScorer = defineCheckKind({
  kind: 'not-contains',
  summary: 'The reply contains none of the texts.',
  argument: filledTextOrList,
  options: spelledOptions,
  example: 'As an AI',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options, text }) => {
    const reply = fold(text, options);
    const found = textsOf(argument).filter((unwanted) => reply.includes(fold(unwanted, options)));
    return mark(
      found.length === 0,
      found.length === 0 ? 'contains none of it' : `contains ${found.map((one) => excerpt(one)).join(', ')}`,
    );
  },
});
