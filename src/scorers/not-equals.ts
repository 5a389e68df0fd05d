import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { textOrList, textsOf } from './text/text-argument.ts';
import { fold, spelledOptions, stripped } from './text/text-options.ts';

export const notEqualsScorer = defineCheckKind({
  kind: 'not-equals',
  summary: 'The reply is none of the texts, white space around it aside.',
  argument: textOrList,
  options: spelledOptions,
  example: ['Yes', 'No'],
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options, text }) => {
    const reply = fold(stripped(text, options), options);
    const found = textsOf(argument).find((unwanted) => fold(stripped(unwanted, options), options) === reply);
    return mark(found === undefined, found === undefined ? 'is another text' : `is exactly ${excerpt(found)}`);
  },
});
