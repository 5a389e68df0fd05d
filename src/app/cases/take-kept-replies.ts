import { baselineCall } from '../../core/baseline-call.ts';
import { callFor, type Request } from '../../core/call.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import { hash } from '../../core/hash.ts';
import type { Ask } from '../review/answer-asking.ts';
import type { ReplyCollection } from './reply-collection.ts';

/** Comparisons that earlier reviews asked a request for, by the request's hash. */
export type ReviewedComparisons = ReadonlyMap<string, readonly string[]>;

/**
 * Takes replies that are kept already: those that an earlier check asked, those of reviews in which the prompt was the
 * old side, and those of the review of what is changed now. A case gives one before another gives its second.
 * @returns how many were taken
 */
export function takeKeptReplies(
  collection: ReplyCollection,
  cells: readonly DesignCell[],
  ask: Pick<Ask, 'kept'>,
  { trials, reviewed }: { readonly trials: number; readonly reviewed: ReviewedComparisons },
): number {
  let taken = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    for (const cell of cells) {
      const request = cell.new;
      if (request === undefined || !collection.isWanted(cell)) continue;
      const own = ask.kept(callFor(request, trial, 'reply', cell.comparison).id);
      // A gap in the trials is asked anew: asking goes on after the first that are there.
      if (own !== undefined && collection.begunAt(cell) === trial) collection.beginAfter(cell, trial + 1);
      const others = callsOf(request, trial, cell, reviewed).map((id) => ask.kept(id));
      for (const answer of [own, ...others]) {
        if (answer === undefined || !collection.isWanted(cell)) continue;
        if (collection.take(cell, answer.text)) taken += 1;
        else if (trial > 0) collection.exhaust(cell);
      }
    }
  }
  return taken;
}

function callsOf(
  request: Request,
  trial: number,
  { copy }: DesignCell,
  reviewed: ReviewedComparisons,
): readonly string[] {
  const scopes = reviewed.get(hash(request)) ?? [];
  return [
    baselineCall({ request, trial, purpose: 'reply' }, copy).id,
    ...scopes.map((scope) => callFor(request, trial, 'reply', scope).id),
  ];
}
