import type { DriftReport } from '../core/drift/drift-report.ts';
import type { Screen } from '../core/screen.ts';
import { repliesToTell } from './drift/shown-replies.ts';
import { canariesToTell, wordCanary } from './drift/word-canary.ts';
import { metricsToTell, rowsToTell, wordHeadline, wordProblems, wordRow } from './drift/word-drift.ts';
import { wordJudge } from './drift/word-judge.ts';
import { harmless, penFor } from './terminal/pen.ts';
import { plain, quote, say } from './wording/say.ts';

export {
  canaryIssue,
  driftIssue,
  driftIssueClosed,
  driftIssueLeft,
  driftSummary,
  judgeIssue,
} from './drift/markdown.ts';
export { writeDriftHtml } from './drift/write-drift-html.ts';

const painted = { drifted: 'regressed', invalid: 'invalid', baseline: 'skipped', steady: 'pass' } as const;

/** What a drift run found, for a terminal: the headline, then a paragraph for each prompt and model, the worst first. */
export function writeDrift(report: DriftReport, screen: Screen): string {
  const pen = penFor(screen);
  const head = pen.lines(wordHeadline(report)).map((line) => pen.paint(painted[report.verdict], line));
  const problems = wordProblems(report).map((one) => pen.lines(one));
  const rows = rowsToTell(report).map((told) => [
    ...pen.lines(say`${told.path} on ${told.row.model}: ${told.row.verdict}`).map((line) => pen.paint('head', line)),
    ...wordRow(told).flatMap((phrase) => pen.lines(phrase, '  ')),
    ...(told.row.verdict === 'drifted'
      ? metricsToTell(told.row, 'untold').flatMap(({ name, move }) =>
          pen.lines(say`${plain(name, (text) => text)}: ${move}`, '    '),
        )
      : []),
    ...repliesToTell(told.row).flatMap((phrase) => pen.lines(phrase, '    ')),
  ]);
  const canaries = canariesToTell(report).map((row) => wordCanary(row).flatMap((phrase) => pen.lines(phrase)));
  const judge = report.judge === undefined ? [] : [wordJudge(report.judge).flatMap((phrase) => pen.lines(phrase))];
  const notes = report.notes.map((note) => pen.lines(quote(note)));
  return `${[head, ...problems, ...rows, ...judge, ...canaries, ...notes].map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** The headline on one line, as a log shows it. */
export function driftHeadline(report: DriftReport): string {
  return plain(wordHeadline(report), harmless);
}
