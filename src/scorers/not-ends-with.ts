import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { filledTextOrList, textsOf } from './text/text-argument.ts';
import { fold, spelledOptions, stripped } from './text/text-options.ts';

export const notEndsWithScorer = defineCheckKind({
  kind: 'not-ends-with',
  summary: 'The reply ends with none of the texts (white space after it aside).',
  argument: filledTextOrList,
  options: spelledOptions,
  example: '?',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options, text }) => {
    const reply = fold(stripped(text, options, 'after'), options);
    const found = textsOf(argument).find((unwanted) =>
      reply.endsWith(fold(stripped(unwanted, options, 'after'), options)),
    );
    return mark(found === undefined, found === undefined ? 'ends otherwise' : `ends with ${excerpt(found)}`);
  },
});
