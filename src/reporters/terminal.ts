import type { Report } from '../core/report/report.ts';
import type { Screen } from '../core/screen.ts';
import { openingOf } from './opening/opening-of.ts';
import { showOnce } from './show-once.ts';
import { casesTable } from './terminal/cases-table.ts';
import { findingsOf } from './terminal/findings.ts';
import { type Pen, penFor } from './terminal/pen.ts';
import { rowsTable } from './terminal/rows-table.ts';
import { shownCase } from './terminal/shown-case.ts';
import { unsteadyTable } from './terminal/unsteady-table.ts';
import { list, own, say } from './wording/say.ts';
import { wordJudge } from './wording/word-judge.ts';
import { wordMethod } from './wording/word-method.ts';
import { wordNextStep } from './wording/word-next-step.ts';
import { wordServed } from './wording/word-served.ts';
import { wordShortReplies } from './wording/word-short-replies.ts';

/** Files that were written beside it. */
export type Written = Partial<Readonly<Record<'html' | 'comment' | 'json', string | undefined>>>;

/**
 * The report for a terminal: the verdict, what broke with one case shown, the table of prompts and models, what else there
 * is to know, and how to see more. Plain text within the screen's columns, colours if it has them.
 */
export function writeTerminal(given: Report, screen: Screen, written: Written = {}): string {
  const report = showOnce(given);
  const pen = penFor(screen);
  const { line, sentence } = openingOf(report);
  const blocks = [
    [
      ...pen.lines(line).map((one) => pen.paint(report.verdict, one)),
      ...pen.lines(sentence),
      ...pen.lines(wordNextStep(report)),
      ...[...wordServed(report), ...wordShortReplies(report)].flatMap((told) => pen.lines(told)),
    ],
    report.mode === 'check' ? unsteadyTable(report, pen) : casesTable(report, pen),
    shownCase(report, pen),
    rowsTable(report, pen),
    findingsOf(report).flatMap((finding) => hanging(pen.lines(finding, '    '))),
    report.prompts.length === 0 ? [] : ending(report, pen, written),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** Where a finding begins is seen among those that take several lines. */
function hanging([first, ...rest]: readonly string[]): readonly string[] {
  return first === undefined ? [] : [first.slice(2), ...rest];
}

function ending(report: Report, { lines }: Pen, { html, comment, json }: Written): readonly string[] {
  const told = [
    html === undefined ? own('Every reply: `--html FILE`.') : say`Every reply is in ${html}.`,
    comment === undefined ? own('The pull request’s comment: `--comment FILE`.') : say`The comment is in ${comment}.`,
    json === undefined ? own('Everything as JSON: `--json`.') : say`Everything is in ${json}.`,
  ];
  return [
    ...[...wordMethod(report).slice(1), ...wordJudge(report)].flatMap((line) => lines(line)),
    ...lines(list(told, ' ')),
  ];
}
