import type { GoldenCase } from '../golden-case.ts';
import { showPosition } from '../position.ts';
import type { Problem } from '../problem.ts';

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
