import { showPosition } from '../core/position.ts';
import type { Report, ReportPrompt } from '../core/report/report.ts';
import { casesOf } from './cases-of.ts';
import { failedChecks } from './pick-replies.ts';
import { reasonsToTell } from './reasons-to-tell.ts';
import {
  showChange,
  showDelta,
  showDuration,
  showMoney,
  showP,
  showPercent,
  showScore,
  showTally,
} from './show-quantity.ts';
import { clipTo } from './terminal/clip-to.ts';
import { columnsOf } from './terminal/columns-of.ts';
import { type Paint, painter } from './terminal/paint.ts';
import { harmless, phraseLines as lines, terminalWidth as width } from './terminal/phrase-lines.ts';
import { replyBlock } from './terminal/reply-block.ts';
import { textTable } from './terminal/text-table.ts';
import { headlineOf } from './wording/headline.ts';
import { listNames, type Phrase, quote, say } from './wording/say.ts';
import { wordCaseChanges } from './wording/word-case-changes.ts';
import { wordFallen } from './wording/word-fallen.ts';
import { wordJudge } from './wording/word-judge.ts';
import { wordMethod } from './wording/word-method.ts';
import { wordNextStep } from './wording/word-next-step.ts';
import { wordPreferences } from './wording/word-preferences.ts';
import { wordReason } from './wording/word-reason.ts';
import { upperFirst } from './wording/word-regression.ts';
import { wordShortReplies } from './wording/word-short-replies.ts';
import { mendUnreviewed, wordUnreviewed } from './wording/word-unreviewed.ts';

/** Most reasons told one by one: all of them are in the page and in the JSON. */
const mostReasons = 40;

/** The report for a terminal: the verdict line, the table, the broken cases, the reasons. Plain text, colours if asked for. */
export function writeTerminal(report: Report, options: { readonly colours: boolean }): string {
  const paint = painter(options.colours);
  const blocks = [
    [
      ...lines(headlineOf(report)).map((line) => paint(report.verdict, line)),
      ...lines(wordNextStep(report)),
      ...wordShortReplies(report).flatMap((told) => lines(told)),
    ],
    ...report.prompts.map((prompt) => rowsTable(prompt, paint)),
    brokenTable(report),
    replyBlock(report),
    findings(report).flatMap((finding) => lines(finding, '  ')),
    report.prompts.length === 0
      ? []
      : [...wordMethod(report).slice(1), ...wordJudge(report)].flatMap((line) => lines(line)),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function rowsTable(prompt: ReportPrompt, paint: Paint): readonly string[] {
  if (prompt.models.length === 0) return [];
  const head = ['model', 'verdict', 'pass rate', 'score', 'worse', 'better', '$/1,000', 'p50'];
  const thousand = (side: number | null) => (side === null ? null : side * 1000);
  const cells = prompt.models.map((row) => {
    const number = (state: string) => String(row.cases.filter((one) => one.state === state).length || '–');
    const delta = row.score.delta === null || Math.abs(row.score.delta) < 0.005 ? '' : ` ${showDelta(row.score.delta)}`;
    return [
      clipTo(harmless(row.id), 24),
      row.verdict,
      showChange(row.passRate.old, row.passRate.new, showPercent),
      `${showChange(row.score.old, row.score.new, showScore)}${delta}`,
      number('regressed'),
      number('improved'),
      row.cost.old === null && row.cost.new === null
        ? 'unknown'
        : showChange(thousand(row.cost.old), thousand(row.cost.new), showMoney),
      showChange(row.latency.p50.old, row.latency.p50.new, showDuration),
    ];
  });
  const table = narrow(head, cells, ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right']);
  const [top, ...rest] = table;
  return [
    clipTo(harmless(prompt.path), width),
    paint('head', top ?? ''),
    ...rest.map((line, index) => paint(prompt.models[index]?.verdict ?? 'head', line)),
  ];
}

/** The table with as many of its columns as fit, the last giving way first. */
function narrow(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly ('left' | 'right')[],
): readonly string[] {
  const table = textTable(head, rows, align);
  if (head.length === 1 || table.every((line) => columnsOf(line) <= width)) return table;
  return narrow(
    head.slice(0, -1),
    rows.map((row) => row.slice(0, -1)),
    align,
  );
}

function brokenTable(report: Report): readonly string[] {
  const broken = casesOf(report, 'regressed');
  if (broken.length === 0) return [];
  const cells = broken
    .slice(0, 40)
    .map(({ row, case: one }) => [
      clipTo(harmless(one.id), 30),
      clipTo(harmless(row.id), 20),
      `${showTally(one.old)} → ${showTally(one.new)}`,
      one.p === null ? '' : showP(one.p),
      clipTo(harmless(failedChecks(one.replies)[0] ?? ''), 24),
    ]);
  const table = textTable(['broken case', 'model', 'old → new', '', 'fails now'], cells, [
    'left',
    'left',
    'right',
    'left',
    'left',
  ]);
  return [...table, ...(broken.length > 40 ? [`… and ${broken.length - 40} more`] : [])];
}

/** Cases whose own replies disagree, or fail on both sides. */
function unsteady(report: Report): readonly Phrase[] {
  const named = (state: 'flaky' | 'failing') => [...new Set(casesOf(report, state).map(({ case: one }) => one.id))];
  const [flaky, failing] = [named('flaky'), named('failing')];
  return [
    ...(flaky.length > 0 ? [say`Flaky: ${listNames(flaky, 10)}.`] : []),
    ...(failing.length > 0
      ? [say`Fails on both sides: ${listNames(failing, 10)}. Suspect the golden case before the prompt.`]
      : []),
  ];
}

function findings(report: Report): readonly Phrase[] {
  const problems = report.problems.map(({ at, what, fix }) => {
    const where = at === undefined ? [] : say`${showPosition(at)}: `;
    return say`${where}${quote(what)}${fix === undefined ? [] : say` ${quote(fix)}`}`;
  });
  const unreviewed = report.unreviewed.map((one) => say`${one.path}: ${wordUnreviewed(one)}. ${mendUnreviewed(one)}`);
  const reasons = report.prompts.flatMap(reasonsToTell).map((reason) => say`${upperFirst(wordReason(reason))}.`);
  const more = reasons.length - mostReasons;
  return [
    ...problems,
    ...unreviewed,
    ...reasons.slice(0, mostReasons),
    ...(more > 0 ? [say`… and ${more} more findings.`] : []),
    ...wordFallen(report),
    ...unsteady(report),
    ...wordPreferences(report),
    ...report.prompts.flatMap((prompt) => wordCaseChanges(prompt, report.prompts.length > 1)),
    ...report.notes.map((note) => say`${quote(note)}`),
    ...report.prompts.flatMap(({ path, notes }) => notes.map((note) => say`${path}: ${quote(note)}`)),
  ];
}
