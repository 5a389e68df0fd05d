import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { mark } from './text/mark.ts';
import { plainOptions } from './text/text-options.ts';
import { countArgument } from './words/count-argument.ts';

export const maxTokensScorer = defineCheckKind({
  kind: 'max-tokens',
  summary: 'The reply took at most so many output tokens, reasoning included, as the service counted them.',
  argument: countArgument,
  options: plainOptions,
  example: 300,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'the service did not say how many tokens it used',
  score: ({ argument: most, answer: { usage } }) => {
    const tokens = usage.outputTokens;
    if (tokens === undefined) return { kind: 'unscored', why: 'the service did not say how many tokens it used' };
    return mark(tokens <= most, `${usage.estimated === true ? 'about ' : ''}${tokens} tokens, ${most} at most`);
  },
});
