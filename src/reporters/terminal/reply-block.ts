import type { Report, ReportReply } from '../../core/report/report.ts';
import { pickReplies } from '../pick-replies.ts';
import { replyText } from '../reply-text.ts';
import { showTally } from '../show-quantity.ts';
import { shownCases } from '../shown-cases.ts';
import { own, quote, say } from '../wording/say.ts';
import { phraseLines } from './phrase-lines.ts';

/** Cases whose replies a terminal shows, and characters of each reply; the page and the comment show all. */
const most = 2;
const longest = 300;

/** What was said before and now in the cases that matter most, and what the checks say against it. */
export function replyBlock(report: Report): readonly string[] {
  return shownCases(report)
    .slice(0, most)
    .flatMap(({ prompt, row, case: one }) => {
      const { old, new: now } = pickReplies(one);
      if (now?.text === undefined) return [];
      const where = report.prompts.length > 1 ? say` in ${prompt.path}` : [];
      const tallies = one.old.of === 0 ? showTally(one.new) : `${showTally(one.old)} → ${showTally(one.new)}`;
      const failed = now.checks.find((check) => check.kind === 'scored' && check.passed === false);
      return [
        ...phraseLines(say`${one.id} on ${row.id}${where}: ${own(tallies)}`),
        ...(old === undefined ? [] : said('before', old)),
        ...said('now   ', now),
        ...(failed?.kind === 'scored' ? phraseLines(say`✗ ${failed.check}: ${quote(failed.reason)}`, '  ') : []),
      ];
    });
}

function said(when: string, reply: ReportReply): readonly string[] {
  const text = replyText(reply);
  return text === undefined ? [] : phraseLines(say`${own(when)} ${quote(cut(text))}`, '  ');
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
}
