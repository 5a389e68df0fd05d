import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { negate } from './negate.ts';
import { mark } from './text/mark.ts';
import { plainOptions } from './text/text-options.ts';
import { callsOf, pairCalls, wantedCalls } from './tools/wanted-calls.ts';

export const toolCallScorer = defineCheckKind({
  kind: 'tool-call',
  summary:
    'The reply calls the tool, with these arguments among its arguments (objects may hold more, at any depth); of a list, all of them, in any order.',
  argument: wantedCalls,
  options: plainOptions,
  example: { name: 'refund', arguments: { order: 'A-7' } },
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, answer: { toolCalls } }) => {
    const wanted = callsOf(argument);
    const pairs = pairCalls(wanted, toolCalls);
    const lacking = wanted.filter((_, index) => pairs[index] === undefined);
    const made = toolCalls.map(({ name }) => name).join(', ');
    return mark(
      lacking.length === 0,
      lacking.length === 0
        ? 'makes the call'
        : `no call fits ${lacking.map(({ name }) => name).join(', ')}; made: ${made === '' ? 'none' : made}`,
    );
  },
});

export const notToolCallScorer = negate(
  toolCallScorer,
  'The reply does not call the tool with these arguments; of a list, not all of them.',
);
