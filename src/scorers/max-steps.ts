import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { mark } from './text/mark.ts';
import { plainOptions } from './text/text-options.ts';
import { countArgument } from './words/count-argument.ts';

export const maxStepsScorer = defineCheckKind({
  kind: 'max-steps',
  summary:
    'The model answers within so many steps: replies of its own to one message, those that call tools among them. Without canned results (`tools` of a case) a reply is one step; of a simulated conversation the longest answer counts.',
  argument: countArgument,
  options: plainOptions,
  example: 3,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, transcript = [] }) => {
    let [most, now] = [1, 0];
    for (const { role } of transcript) {
      now = role === 'user' ? 0 : now + (role === 'assistant' ? 1 : 0);
      most = Math.max(most, now);
    }
    return mark(most <= argument, `takes ${most} ${most === 1 ? 'step' : 'steps'}, ${argument} at most`);
  },
});
