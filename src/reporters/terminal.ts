import type { Report, ReportCase, ReportPrompt, ReportRow } from '../core/report/report.ts';
import type { Screen } from '../core/screen.ts';
import { openingOf } from './opening/opening-of.ts';
import { failedChecks } from './pick-replies.ts';
import { showOnce } from './show-once.ts';
import { showNumberOf, showTally } from './show-quantity.ts';
import { casesTable } from './terminal/cases-table.ts';
import { editBlock } from './terminal/edit-block.ts';
import { findingsOf } from './terminal/findings.ts';
import { type Column, fitTable } from './terminal/fit-table.ts';
import { harmless, type Pen, penFor, wrap } from './terminal/pen.ts';
import { rowsTable } from './terminal/rows-table.ts';
import { shownCase } from './terminal/shown-case.ts';
import { list, own, say } from './wording/say.ts';
import { wordBehind } from './wording/word-edit.ts';
import { wordFields } from './wording/word-fields.ts';
import { wordJudge } from './wording/word-judge.ts';
import { wordMethod } from './wording/word-method.ts';
import { wordNextStep } from './wording/word-next-step.ts';
import { wordServed } from './wording/word-served.ts';
import { wordShortReplies } from './wording/word-short-replies.ts';
import { unansweredCases, wordTools } from './wording/word-tools.ts';

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
  const [only, ...more] = report.prompts;
  const name = only === undefined || more.length > 0 ? [] : say`${only.path}`;
  const blocks = [
    [
      ...pen.lines(line).map((one) => pen.paint(report.verdict, one)),
      ...pen.lines(
        list(
          [name, sentence].filter(({ length }) => length > 0),
          ' · ',
        ),
      ),
      ...pen.lines(wordNextStep(report)),
      ...[
        ...wordBehind(report),
        ...wordServed(report),
        ...wordShortReplies(report),
        ...wordFields(report),
        ...wordTools(report),
      ].flatMap((told) => pen.lines(told)),
    ],
    report.mode === 'check' ? unsteadyTable(report, pen) : casesTable(report, pen),
    shownCase(report, pen),
    rowsTable(report, pen),
    report.mode === 'check' ? [] : editBlock(report, pen),
    findingsOf(report).flatMap((finding) => hanging(pen.lines(finding, '    '))),
    toPaste(report, pen),
    report.prompts.length === 0 ? [] : ending(report, pen, written),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** The canned results that cases lack, as they are to be pasted: a long line of YAML goes on where it means the same. */
function toPaste(report: Report, pen: Pen): readonly string[] {
  const lines = (line: string): readonly string[] => {
    const indent = `  ${/^ */u.exec(line)?.[0] ?? ''}`;
    const further = `${indent}      `;
    return wrap(harmless(line), pen.columns - further.length, '').map((one, at) => (at === 0 ? indent : further) + one);
  };
  return unansweredCases(report).flatMap(({ where, stub }) => [
    ...pen.lines(say`Paste into the case ${where}:`),
    ...stub.split('\n').flatMap(lines),
  ]);
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

/** Most lines of the table: the page has them all. */
const most = 20;

/** The cases of a check that do not pass everywhere, models side by side, and what fails. Empty where all pass. */
function unsteadyTable(report: Report, { columns: width, paint }: Pen): readonly string[] {
  const all = unsteadyCases(report);
  if (all.length === 0) return [];
  const shown = all.slice(0, most);
  const prompt: Column = {
    head: 'prompt',
    cells: shown.map((one) => harmless(one.prompt.path)),
    cutAt: 'start',
    least: 14,
  };
  const models = modelsOf(report).map((id, at): Column => {
    const cells = shown.map(({ onModels }) => (onModels[at] === undefined ? '–' : showTally(onModels[at].new)));
    return { head: harmless(id), cells, align: 'right', mayGo: true };
  });
  const [head = '', ...lines] = fitTable(
    [
      { head: 'case', cells: shown.map(({ id }) => harmless(id)), least: 16 },
      ...(report.prompts.length > 1 ? [prompt] : []),
      ...models,
      { head: 'fails', cells: shown.map(({ fails }) => harmless(fails[0] ?? '')), least: 14 },
    ],
    width,
  );
  const more = all.length - shown.length;
  return [paint('head', head), ...lines, ...(more > 0 ? [`… and ${showNumberOf(more, 'more case')}`] : [])];
}

/** A case of a check that does not pass everywhere, with what it came to on each model. */
export type UnsteadyCase = {
  readonly prompt: ReportPrompt;
  readonly id: string;
  /** In the order of `modelsOf`; a model that was not asked has none. */
  readonly onModels: readonly (ReportCase | undefined)[];
  /** Names of the checks that replies fail on any model, most often first. */
  readonly fails: readonly string[];
};

const told: ReadonlySet<ReportCase['state']> = new Set(['failing', 'flaky', 'unscored']);

/** The models of a report, each once, in their order. */
export function modelsOf({ prompts }: Report): readonly string[] {
  return [...new Set(prompts.flatMap(({ models }) => models.map(({ id }) => id)))];
}

/** The cases that fail, are flaky or have no score on some model; those that fail on most models first. */
export function unsteadyCases(report: Report): readonly UnsteadyCase[] {
  const models = modelsOf(report);
  const found = report.prompts.flatMap((prompt) => {
    const ids = new Set(
      prompt.models.flatMap(({ cases }) => cases.filter(({ state }) => told.has(state)).map(({ id }) => id)),
    );
    return [...ids].map((id): UnsteadyCase => {
      const onModels = models.map((model) => caseOn(prompt.models, model, id));
      const replies = onModels.flatMap((one) => one?.replies ?? []);
      return { prompt, id, onModels, fails: failedChecks({ replies }) };
    });
  });
  return found.toSorted((a, b) => failing(b) - failing(a));
}

function caseOn(rows: readonly ReportRow[], model: string, id: string): ReportCase | undefined {
  return rows.find((row) => row.id === model)?.cases.find((one) => one.id === id);
}

function failing({ onModels }: UnsteadyCase): number {
  return onModels.filter((one) => one?.state === 'failing' || one?.state === 'unscored').length;
}
