import { maskPersonalData } from '../publish/mask-personal-data.ts';
import type { ReportCase, ReportReply } from '../report/report.ts';
import { clip } from '../text/clip.ts';
import { showCall } from '../tools/call-arguments.ts';
import type { DriftCase, DriftLine, DriftRun } from './drift-line.ts';

/** Characters of a reply that are kept, and shown. */
export const mostText = 600;
/** Runs until a case's reply is kept anew: a history grows by a seventh of its texts a run. */
const renewedAfter = 7;

/**
 * A run's line with the best reply of every case of which the latest runs hold none: masked and cut, so that a later drift can show
 * what was said before it.
 * @param seen the cases of that run @param earlier the row's own lines, in order of time
 */
export function withTexts(line: DriftRun, seen: readonly ReportCase[], earlier: readonly DriftLine[]): DriftRun {
  const runs = earlier.filter((one) => one.kind === 'run').slice(1 - renewedAfter);
  const held = new Set(
    runs.flatMap(({ cases }) => cases.flatMap(({ key, text }) => (text === undefined ? [] : [key]))),
  );
  const replies = new Map(seen.map((one) => [one.id, one.replies]));
  const cases = line.cases.map((one): DriftCase => {
    if (held.has(one.key)) return one;
    const best = byWorth(replies.get(one.id) ?? []).at(-1);
    return best === undefined ? one : { ...one, text: safeText(best) };
  });
  return { ...line, cases };
}

/** Scored replies, the worst first. */
export function byWorth(replies: readonly ReportReply[]): readonly ReportReply[] {
  const worth = ({ passes, score = 0 }: ReportReply): number => (passes === true ? 2 : 0) + score;
  return replies
    .filter(({ text, score, error }) => text !== undefined && score !== undefined && error === undefined)
    .toSorted((a, b) => worth(a) - worth(b));
}

/** What a reply says, or calls, as far as it may be kept. */
export function safeText({ text = '', toolCalls = [] }: ReportReply): string {
  const said = text.trim() === '' ? toolCalls.map(showCall).join('\n') : text;
  return clip(maskPersonalData(said), mostText);
}
