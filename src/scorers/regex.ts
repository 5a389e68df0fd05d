import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { compilePattern, patternOrList } from './pattern/compile-pattern.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { textsOf } from './text/text-argument.ts';
import { textOptions } from './text/text-options.ts';

export const regexScorer = defineCheckKind({
  kind: 'regex',
  summary: 'The pattern is found somewhere in the reply (anchor it with ^ and $); of a list, all of them.',
  argument: patternOrList,
  options: textOptions,
  example: '\\b30 days?\\b',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options, text }) => {
    const lacking = textsOf(argument).filter(
      (pattern) => !compilePattern(pattern, options['ignore-case'] === true).foundIn(text),
    );
    return mark(
      lacking.length === 0,
      lacking.length === 0 ? 'matches' : `no match for ${lacking.map((one) => excerpt(one)).join(', ')}`,
    );
  },
});
