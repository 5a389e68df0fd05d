import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { excerpt } from './text/excerpt.ts';
import { fold } from './text/fold.ts';
import { mark } from './text/mark.ts';
import { filledTextOrList, textsOf } from './text/text-argument.ts';
import { textOptions } from './text/text-options.ts';

export const notEndsWithScorer = defineCheckKind({
  kind: 'not-ends-with',
  summary: 'The reply ends with none of the texts (white space after it aside).',
  argument: filledTextOrList,
  options: textOptions,
  example: '?',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options, text }) => {
    const reply = fold(text.trimEnd(), options);
    const found = textsOf(argument).find((unwanted) => reply.endsWith(fold(unwanted.trimEnd(), options)));
    return mark(found === undefined, found === undefined ? 'ends otherwise' : `ends with ${excerpt(found)}`);
  },
});
