import type { GoldenCase } from '../golden-case.ts';
import { hash } from '../hash.ts';
import { type Problem, showPosition } from '../problem.ts';

/** An id for a case that was given none: the same for the same vars (and turns of its own), whatever else changes. */
export function idOf(vars: GoldenCase['vars'], history: GoldenCase['history'], user?: string): string {
  if (user !== undefined) return hash({ vars, history, user }).slice(0, 10);
  return hash(history.length === 0 ? vars : { vars, history }).slice(0, 10);
}

/** Cases of one prompt that share an id, each told where the other is. */
export function findDuplicates(cases: readonly GoldenCase[]): readonly Problem[] {
  const first = new Map<string, GoldenCase>();
  return cases.flatMap((golden): readonly Problem[] => {
    const other = first.get(golden.id);
    if (other === undefined) {
      first.set(golden.id, golden);
      return [];
    }
    const what = `The case \`${golden.id}\` is there already, at ${showPosition(other.at)}.`;
    return [{ reason: 'files', what, at: golden.at, fix: 'Give each case an `id` of its own, or other vars.' }];
  });
}
