import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { compilePattern, patternOrList } from './pattern/compile-pattern.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { textsOf } from './text/text-argument.ts';
import { textOptions } from './text/text-options.ts';

export const notRegexScorer = defineCheckKind({
  kind: 'not-regex',
  summary: 'The pattern is found nowhere in the reply; of a list, none of them.',
  argument: patternOrList,
  options: textOptions,
  example: '(?i)as an ai',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options, text }) => {
    const found = textsOf(argument).flatMap((pattern) => {
      const match = compilePattern(pattern, options['ignore-case'] === true).firstIn(text);
      return match === undefined ? [] : [`${excerpt(match)} matches ${excerpt(pattern)}`];
    });
    return mark(found.length === 0, found.length === 0 ? 'no match' : found.join(', '));
  },
});
