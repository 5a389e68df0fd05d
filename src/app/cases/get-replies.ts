import { baselineCall, callFor, type Request, requestHash } from '../../core/call.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import type { Ask } from '../review/answer-asking.ts';
import { callOfSide } from '../review/call-of-side.ts';
import type { AskingSession } from '../review/review-ports.ts';
import type { ReplyCollection, WantedReply } from './reply-collection.ts';

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
  const scopes = reviewed.get(requestHash(request)) ?? [];
  return [
    baselineCall({ request, trial, purpose: 'reply' }, copy).id,
    ...scopes.map((scope) => callFor(request, trial, 'reply', scope).id),
  ];
}

/** What came of asking for replies. */
type FreshReplies = {
  readonly asked: number;
  /** Why replies failed, each with how many did. */
  readonly failed: ReadonlyMap<string, number>;
};

/** Asks for replies until the collection has enough, or nothing new is to be had within budget and time. */
export async function askFreshReplies(
  collection: ReplyCollection,
  { ask, mayAsk }: Pick<AskingSession, 'ask' | 'mayAsk'>,
): Promise<FreshReplies> {
  const failed = new Map<string, number>();
  let asked = 0;
  const askOne = async (wanted: WantedReply): Promise<void> => {
    const { cell, trial } = wanted;
    if (cell.new === undefined) return;
    const reply = await ask.reply(callOfSide({ cell, side: 'new', trial, fresh: false }, cell.new, undefined));
    if (reply.kind === 'failed') failed.set(reply.message, (failed.get(reply.message) ?? 0) + 1);
    else if (!reply.kept) asked += 1;
    collection.came(wanted, reply.kind === 'failed' ? undefined : ask.kept(reply.call)?.text);
  };
  for (let round = collection.next(); round.length > 0; round = collection.next()) {
    if (asked > 0 && mayAsk(round.length) !== 'complete') break;
    await Promise.all(round.map(askOne));
  }
  return { asked, failed };
}
