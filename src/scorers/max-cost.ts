import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { mark } from './text/mark.ts';
import { plainOptions } from './text/text-options.ts';
import { limitArgument } from './words/count-argument.ts';

export const maxCostScorer = defineCheckKind({
  kind: 'max-cost',
  summary: 'The reply cost at most so many dollars (the reply alone, not its judging).',
  argument: limitArgument.describe('dollars'),
  options: plainOptions,
  example: 0.01,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  unscored: 'the price of the model is not known',
  score: ({ argument: most, costUsd }) =>
    costUsd === undefined
      ? { kind: 'unscored', why: 'the price of the model is not known: give it under prices in the config' }
      : mark(costUsd <= most, `$${costUsd.toPrecision(3)}, $${most} at most`),
});
