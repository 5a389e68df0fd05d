import { z } from 'zod';
import type { ToolCall } from '../core/reply.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { turnOption } from './text/text-options.ts';
import { callsOf, eachTime, pairCalls, wantedCalls } from './tools/wanted-calls.ts';

const options = z.strictObject({
  ...turnOption,
  by: z.exactOptional(z.enum(['calls', 'names'], { error: '"by" is "calls" (the default) or "names"' })),
});

export const toolCallF1Scorer = defineCheckKind({
  kind: 'tool-call-f1',
  summary:
    'F1 of the tool calls made against those wanted: lacking and needless calls both cost; calls fit as for `tool-call`. `by: names` compares the names alone, each counted once.',
  argument: wantedCalls,
  options,
  example: [{ name: 'find-order' }, { name: 'refund' }],
  scale: 'graded',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options: { by }, answer }) => {
    const wanted = eachTime(callsOf(argument));
    const toolCalls = by === 'names' ? onceEach(answer.toolCalls) : answer.toolCalls;
    const met = pairCalls(wanted, toolCalls).filter((index) => index !== undefined).length;
    return {
      kind: 'scored',
      value: wanted.length + toolCalls.length === 0 ? 1 : (2 * met) / (wanted.length + toolCalls.length),
      reason: `${met} of ${wanted.length} wanted calls met by ${toolCalls.length} made`,
    };
  },
});

function onceEach(calls: readonly ToolCall[]): readonly ToolCall[] {
  return [...new Map(calls.map((call) => [call.name, call])).values()];
}
