import type { Cell } from '../outcome.ts';
import type { Side } from '../side.ts';

/** How many replies of a side came whole, up to a round: `empty` in all, and those that were cut, by what was left of them. */
export type ReplyCount = {
  /** Replies that came, scored or not. */
  readonly of: number;
  /** With neither text nor tool call. */
  readonly empty: number;
  /** Ended by the model's limit of tokens. */
  readonly atLimit: { readonly empty: number; readonly partial: number };
  /** Ended by a content filter. */
  readonly byFilter: { readonly empty: number; readonly partial: number };
};

export function countReplies(cells: readonly Cell[], side: Side, round: number): ReplyCount {
  const came = cells
    .flatMap(({ batches }) => batches.filter((batch) => batch.round <= round))
    .flatMap(({ pairs }) => pairs.map((pair) => pair[side]))
    .filter((one) => !('missing' in one) || one.missing === 'unscored');
  const count = (cut: 'limit' | 'filter', empty: true | undefined) =>
    came.filter((one) => one.cut === cut && one.empty === empty).length;
  return {
    of: came.length,
    empty: came.filter(({ empty }) => empty === true).length,
    atLimit: { empty: count('limit', true), partial: count('limit', undefined) },
    byFilter: { empty: count('filter', true), partial: count('filter', undefined) },
  };
}
