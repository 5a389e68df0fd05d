import { z } from 'zod';
import type { ToolCall } from '../core/reply.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { clip } from '../core/text/clip.ts';
import { showCall } from '../core/tools/call-arguments.ts';
import { negate } from './negate.ts';
import { mark } from './text/mark.ts';
import { turnOption } from './text/text-options.ts';
import {
  callsOf,
  eachTime,
  findInOrder,
  fits,
  pairCalls,
  timesOf,
  type WantedCall,
  wantedCalls,
} from './tools/wanted-calls.ts';

const options = z.strictObject({
  ...turnOption,
  'in-order': z.exactOptional(z.boolean({ error: '"in-order" is true or false' })),
  exact: z.exactOptional(z.boolean({ error: '"exact" is true or false' })),
});

export const toolCallScorer = defineCheckKind({
  kind: 'tool-call',
  summary:
    'The reply calls the tool in any of its steps, with these arguments among its arguments (objects may hold more, at any depth; `exact: true`: nothing else); of a list, all of them, in any order (`in-order: true`: in this one, as written in a step of several). `times: 2`, or `{ at-least, at-most }`, counts.',
  argument: wantedCalls,
  options,
  example: { name: 'refund', arguments: { order: 'A-7' } },
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ argument, options: { exact = false, 'in-order': inOrder = false }, answer: { toolCalls } }) => {
    const wanted = callsOf(argument);
    const each = eachTime(wanted);
    const pairs = inOrder ? findInOrder(each, toolCalls, exact) : pairCalls(each, toolCalls, exact);
    const lacking = each.filter((_, index) => pairs[index] === undefined);
    const many = wanted.flatMap((one) => tooOften(one, toolCalls, exact));
    const [first] = lacking;
    const isOnlyLate =
      inOrder && first !== undefined && pairCalls(each, toolCalls, exact).every((index) => index !== undefined);
    const why = isOnlyLate
      ? `not in this order: ${wordMade(toolCalls)}`
      : `no call fits ${[...new Set(lacking.map(({ name }) => name))].join(', ')}; made: ${wordMade(toolCalls)}`;
    return mark(
      lacking.length === 0 && many.length === 0,
      lacking.length > 0 ? why : (many[0] ?? (each.length === 0 ? 'makes no such call' : 'makes the call')),
    );
  },
});

export const notToolCallScorer = negate(
  toolCallScorer,
  'The reply does not call the tool with these arguments, in none of its steps; of a list, not all of them.',
);

function tooOften(wanted: WantedCall, made: readonly ToolCall[], exact: boolean): readonly string[] {
  const { most } = timesOf(wanted);
  const count = made.filter((call) => fits(wanted, call, exact)).length;
  return count <= most ? [] : [`calls ${wanted.name} ${count} times, ${most} at most; made: ${wordMade(made)}`];
}

/** The calls that were made, arguments and all, as far as they are short. */
function wordMade(made: readonly ToolCall[]): string {
  return made.length === 0 ? 'none' : clip(made.map(showCall).join(', '), 300);
}
