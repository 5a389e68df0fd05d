import type { Cell, CellHistory } from '../outcome.ts';
import { scoreSlack } from '../statistics/stratum.ts';
import type { RowComparison } from './comparison.ts';

/** Variance of a reply of which nothing is known: the greatest there is. */
const unknownVariance = 0.25;
/** Variance of a reply up to which a case counts as steady: that of nine replies that all passed, or of forty-two of which one did not. */
const steadyVariance = 0.03;
/** Replies beyond the first from which a history says whether its case is steady: fewer cannot bring the variance down to it. */
const enough = 8;

/**
 * How steady a case is, from the scores of its replies in other comparisons. They come by the request that was asked: prompts may
 * differ in a case, and what differs between them is not unsteadiness; those that were asked but once are taken together. Which side
 * a request was of is not told, and so cannot decide what a fall counts for.
 */
export function historyOf(byRequest: readonly (readonly number[])[]): CellHistory | undefined {
  const single = byRequest.filter(({ length }) => length === 1).flat();
  let replies = 0;
  let free = 0;
  let squares = 0;
  for (const scores of [single, ...byRequest.filter(({ length }) => length > 1)]) {
    if (scores.length === 0) continue;
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    replies += scores.length;
    free += scores.length - 1;
    for (const score of scores) squares += (score - mean) ** 2;
  }
  return free < enough ? undefined : { replies, variance: (squares + unknownVariance) / (free + 1) };
}

/** What is known of a row's cases that both sides differ in; null where of none enough is. */
export function tellHistory(cells: readonly Cell[]): RowComparison['history'] {
  const compared = cells.filter(({ family, identical }) => family === 'base' && !identical);
  const known = compared.flatMap(({ history }) => history ?? []);
  if (known.length === 0) return null;
  return {
    cases: known.length,
    steady: compared.filter(isSteady).length,
    of: compared.length,
    replies: known.reduce((sum, { replies }) => sum + replies, 0),
  };
}

/** Share of a row's cases that must be known for the sampling to end earlier. */
const mostlyKnown = 1 / 2;

/** Whether most cases of every row are known. */
export function isInformed(cells: readonly Cell[]): boolean {
  const rows = [...Map.groupBy(cells, ({ row }) => row).values()].map(tellHistory);
  return rows.every((row) => row !== null && row.cases >= mostlyKnown * row.of - scoreSlack);
}

/** Whether a case hardly ever answers otherwise. */
export function isSteady({ history }: { readonly history?: CellHistory | undefined }): boolean {
  return history !== undefined && history.variance <= steadyVariance + scoreSlack;
}
