import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { plainOptions } from './text/text-options.ts';
import { callsOf, pairCalls, wantedCalls } from './tools/wanted-calls.ts';

export const toolCallF1Scorer = defineCheckKind({
  kind: 'tool-call-f1',
  summary:
    'F1 of the tool calls made against those wanted: lacking and needless calls both cost; calls fit as for `tool-call`.',
  argument: wantedCalls,
  options: plainOptions,
  example: [{ name: 'find-order' }, { name: 'refund' }],
  scale: 'graded',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, answer: { toolCalls } }) => {
    const wanted = callsOf(argument);
    const met = pairCalls(wanted, toolCalls).filter((index) => index !== undefined).length;
    return {
      kind: 'scored',
      value: (2 * met) / (wanted.length + toolCalls.length),
      reason: `${met} of ${wanted.length} wanted calls met by ${toolCalls.length} made`,
    };
  },
});
