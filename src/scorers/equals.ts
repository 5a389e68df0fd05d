import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { textOrList, textsOf } from './text/text-argument.ts';
import { fold, spelledOptions, stripped } from './text/text-options.ts';

const argument = textOrList
  .refine((written) => new Set(textsOf(written).map((one) => one.trim().toLowerCase())).size === 1, {
    error: 'no reply equals several different texts: use contains-any, or a regex of alternatives like ^(yes|no)$',
  })
  .describe('text');

export const equalsScorer = defineCheckKind({
  kind: 'equals',
  summary: 'The reply is exactly this text, white space around it aside.',
  argument,
  options: spelledOptions,
  example: 'Yes',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options, text }) => {
    const reply = fold(stripped(text, options), options);
    const equal = textsOf(argument).every((wanted) => fold(stripped(wanted, options), options) === reply);
    return mark(equal, equal ? 'equals the text' : `the reply is ${excerpt(text)}`);
  },
});
