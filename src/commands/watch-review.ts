import type { ReviewResult } from '../app/review/review.ts';
import { watchLocal } from '../wire/wire-local.ts';
import type { Terminal } from '../wire/wire-terminal.ts';
import { exits } from './exits.ts';

/** A review, and how it is shown: while it is open, since what was said is read as it is written. */
type Reviewed = Pick<ReviewResult, 'report' | 'settings'> & { readonly show: () => Promise<number> };
export type Reviewing = (take: (reviewed: Reviewed) => Promise<number>) => Promise<number>;

type Watching = {
  readonly folder: string;
  /** Whether this program writes the file itself. */
  readonly isOwn: (path: string) => boolean;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
};

/**
 * Reviews, and again at every save of what git does not ignore, until it is cancelled or its budget is spent. One review at a
 * time: a save amid it is taken up when it is done, since what is asked by then is kept for the next. Only what changed is
 * asked: the rest is in the store.
 * @returns the exit status of the last whole verdict
 */
export async function watchReview(review: Reviewing, watching: Watching): Promise<number> {
  const { folder, isOwn, terminal, signal } = watching;
  const watched = await watchLocal(folder, isOwn, terminal.say);
  let [status, shown]: [number, string] = [exits.closed, ''];
  const session = { reviews: 0, calls: 0, usd: 0 };
  try {
    for (let saved: readonly string[] = []; ; ) {
      let isSpent = false;
      status = await review(async ({ report, settings, show }) => {
        if (signal.aborted) return status;
        session.reviews += 1;
        session.calls += report.calls.made;
        session.usd += report.costUsd.actual ?? 0;
        const { fingerprint, verdict, problems, skipped, unreviewed } = report;
        const seen = JSON.stringify([fingerprint, verdict, problems, skipped, unreviewed]);
        const isSame = seen === shown;
        shown = seen;
        if (isSame) terminal.say(`${nameSaved(saved)}: nothing under review changed.`);
        else if (session.reviews > 1 && terminal.screen.colours) terminal.print('\u001b[2J\u001b[3J\u001b[H');
        const ended = isSame ? status : await show();
        isSpent = tellSession(session, settings, terminal.say);
        return ended;
      });
      if (isSpent || signal.aborted) return status;
      saved = await watched.changed(signal);
      if (saved.length === 0) return status;
    }
  } finally {
    watched.close();
  }
}

/** @returns whether the session may ask no more: what one review may take is what all of them may take together */
function tellSession(
  { reviews, calls, usd }: { readonly reviews: number; readonly calls: number; readonly usd: number },
  { maxCalls, maxCostUsd }: ReviewResult['settings'],
  say: (line: string) => void,
): boolean {
  const spent = `${reviews} ${reviews === 1 ? 'review' : 'reviews'}, ${calls} calls, $${usd.toFixed(2)}`;
  const limits = `max-calls ${maxCalls} and max-cost $${maxCostUsd.toFixed(2)}`;
  const isSpent = calls >= maxCalls || usd >= maxCostUsd;
  say(
    isSpent
      ? `This session has spent what it may (${spent}; ${limits}). Start it again to go on.`
      : `Watching for saves; Ctrl-C ends. This session: ${spent}, within ${limits}.`,
  );
  return isSpent;
}

function nameSaved(paths: readonly string[]): string {
  const [first = 'A file', ...others] = paths;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
