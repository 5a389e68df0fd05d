import { callOfSide } from '../review/call-of-side.ts';
import type { AskingSession } from '../review/review-ports.ts';
import type { ReplyCollection, WantedReply } from './reply-collection.ts';

/** What came of asking for replies. */
export type FreshReplies = {
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
