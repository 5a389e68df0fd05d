import type { GoldenCase } from '../golden-case.ts';
import type { JsonObject } from '../json.ts';
import type { SaidTurn } from './messages-of.ts';

/**
 * A template may take the case's passages by the name `context` where the case gives no variable of that name, and the
 * turns before it by `_conversation`, or by the names under which what was said in them is stored.
 * @param said those turns; absent: something in their place, which differs as their vars do
 */
export function varsOf(golden: GoldenCase, said?: readonly SaidTurn[]): JsonObject {
  const vars = golden.context.length === 0 ? golden.vars : { context: golden.context.join('\n\n'), ...golden.vars };
  if (golden.earlier === undefined) return vars;
  const turns = said ?? golden.earlier.map(standIn);
  const stored = (golden.stored ?? []).flatMap(({ name, turn }): readonly (readonly [string, string])[] => {
    const output = turns[turn]?.output;
    return output === undefined ? [] : [[name, output]];
  });
  return { ...vars, ...Object.fromEntries(stored), _conversation: turns };
}

function standIn(vars: JsonObject): SaidTurn {
  const input = JSON.stringify(vars);
  return { prompt: input, input, output: '…' };
}
