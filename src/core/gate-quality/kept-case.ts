import type { Cell, Outcome } from '../outcome.ts';

/** A case of one row with what its replies scored in earlier comparisons. */
export type KeptCase = Pick<Cell, 'row' | 'case' | 'weight'> & {
  /** 0–1, any number of them. */
  readonly scores: readonly number[];
  /** All its checks are of yes or no: a reply passes where it scores all there is. */
  readonly passes: boolean;
};

/** Replies of a case from which something can be drawn. */
export const fewestReplies = 4;

/**
 * The scores that a case is drawn from: those of the request with the most replies, requests that were asked but once taken
 * together. Those of a prompt that broke the case stay apart.
 */
export function mostTold(byRequest: readonly (readonly number[])[]): readonly number[] {
  const lists = [
    byRequest.filter(({ length }) => length === 1).flat(),
    ...byRequest.filter(({ length }) => length > 1),
  ];
  return lists.reduce((longest, one) => (one.length > longest.length ? one : longest));
}

export function outcomeOfKept(score: number, passes: boolean): Outcome {
  if (!passes) return { score, marks: [], metrics: {} };
  const passed = score >= 1 - 1e-9;
  return { score, passes: passed, marks: [passed], metrics: {} };
}
