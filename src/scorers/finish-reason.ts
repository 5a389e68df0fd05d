import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { negate } from './negate.ts';
import { mark } from './text/mark.ts';
import { filledTextOrList, textsOf } from './text/text-argument.ts';
import { plainOptions } from './text/text-options.ts';

export const finishReasonScorer = defineCheckKind({
  kind: 'finish-reason',
  summary:
    'The service ended the reply for this reason (`stop`, `length`, `tool_calls`, `content_filter`); of a list, any.',
  argument: filledTextOrList.describe('reason or a list of them'),
  options: plainOptions,
  example: 'stop',
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, answer: { finishReason } }) =>
    mark(textsOf(argument).includes(finishReason), `ended by ${JSON.stringify(finishReason)}`),
});

export const notFinishReasonScorer = negate(
  finishReasonScorer,
  'The service ended the reply for another reason; of a list, for none of them.',
);
