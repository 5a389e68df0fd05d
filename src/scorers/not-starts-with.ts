import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { filledTextOrList, textsOf } from './text/text-argument.ts';
import { fold, spelledOptions, stripped } from './text/text-options.ts';

export const notStartsWithScorer = defineCheckKind({
  kind: 'not-starts-with',
  summary: 'The reply starts with none of the texts (white space before it aside).',
  argument: filledTextOrList,
  options: spelledOptions,
  example: 'Sure',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options, text }) => {
    const reply = fold(stripped(text, options, 'before'), options);
    const found = textsOf(argument).find((unwanted) =>
      reply.startsWith(fold(stripped(unwanted, options, 'before'), options)),
    );
    return mark(found === undefined, found === undefined ? 'starts otherwise' : `starts with ${excerpt(found)}`);
  },
});
