import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { hasGaps, wordCoverage } from '../count-checked.ts';
import { showChange, showDelta, showDuration, showMoney, showPercent, showScore } from '../show-quantity.ts';
import { stateColumns } from '../state-columns.ts';
import { worstFirst } from '../worst-first.ts';
import { type Column, fitTable } from './fit-table.ts';
import { harmless, type Pen } from './pen.ts';

/** A row of a prompt, or a prompt that has none: it could not be read. */
type Line = { readonly prompt: ReportPrompt; readonly row?: ReportRow };

/** Most rows shown: beyond them stand, worst first, those that nobody must look at. */
const most = 60;
/** A change of cost or speed by less than this share is not worth reading. */
const leastChange = 0.1;

/** What became of every prompt on every model: one table, the worst first. Empty where nothing was asked. */
export function rowsTable(report: Report, { columns: width, paint }: Pen): readonly string[] {
  const { prompts } = report;
  const all = worstFirst(prompts.flatMap(linesOf));
  if (all.every(({ row }) => row === undefined)) return [];
  const shown = all.slice(0, most);
  const [only, ...others] = prompts;
  const title = only !== undefined && others.length === 0 ? [harmless(only.path)] : [];
  const [head = '', ...lines] = fitTable(columnsOfRows(shown, prompts.length > 1, report), width);
  return [
    ...title.flatMap((path) => fitTable([{ head: path, cells: [], least: 1, cutAt: 'start' }], width)),
    paint('head', head),
    ...lines.map((line, at) => paint(verdictOf(shown[at]) ?? 'head', line)),
    ...(all.length > most ? [`… and ${all.length - most} more rows, none of them worse`] : []),
  ];
}

function linesOf(prompt: ReportPrompt): readonly Line[] {
  return prompt.problems === undefined ? prompt.models.map((row) => ({ prompt, row })) : [{ prompt }];
}

function verdictOf(line: Line | undefined): ReportPrompt['verdict'] | undefined {
  return line?.row?.verdict ?? line?.prompt.verdict;
}

function columnsOfRows(
  shown: readonly Line[],
  several: boolean,
  report: Pick<Report, 'mode' | 'prompts'>,
): readonly Column[] {
  const column = (head: string, cell: (row: ReportRow) => string): Column => ({
    head,
    cells: shown.map(({ row }) => (row === undefined ? '–' : cell(row))),
    align: 'right',
    mayGo: true,
  });
  const path: Column = {
    head: 'prompt',
    cells: shown.map(({ prompt }) => harmless(prompt.path)),
    cutAt: 'start',
    least: 20,
  };
  const cases: Column = {
    head: 'cases',
    cells: shown.map(({ prompt, row }) => (row === undefined ? '–' : wordCoverage(prompt))),
    align: 'right',
    least: 8,
    mayGo: true,
  };
  const graded = shown.some(({ row }) => row !== undefined && isGraded(row));
  return [
    ...(several ? [path] : []),
    { head: 'model', cells: shown.map(({ row }) => (row === undefined ? '–' : harmless(row.id))), least: 10 },
    { head: 'verdict', cells: shown.map((line) => verdictOf(line) ?? '') },
    ...stateColumns(report).map(({ title, count }) => column(title.toLowerCase(), (row) => String(count(row) || '–'))),
    column('pass rate', ({ passRate }) => showChange(passRate.old, passRate.new, showPercent)),
    ...(hasGaps(report) ? [cases] : []),
    ...(graded ? [column('score', wordScore)] : []),
    column('$/1,000', ({ cost }) => showMoved(thousand(cost.old), thousand(cost.new), showMoney)),
    column('p50', ({ latency }) => showMoved(latency.p50.old, latency.p50.new, showDuration)),
  ];
}

/** Whether the score says what the pass rate does not. */
function isGraded({ passRate, score }: ReportRow): boolean {
  const alike = (rate: number | null, mean: number | null) =>
    rate === null || mean === null ? rate === mean : Math.abs(rate - mean) < 0.005;
  return !(alike(passRate.old, score.old) && alike(passRate.new, score.new));
}

function wordScore({ score }: ReportRow): string {
  const delta = score.delta === null || Math.abs(score.delta) < 0.005 ? '' : ` ${showDelta(score.delta)}`;
  return `${showChange(score.old, score.new, showScore)}${delta}`;
}

/** `old → new`, or the new value alone where they are about the same. */
function showMoved(old: number | null, now: number | null, show: (value: number) => string): string {
  if (old === null && now === null) return 'unknown';
  const moved = old === null || now === null || Math.abs(now - old) > leastChange * old;
  return moved ? showChange(old, now, show) : show(now);
}

function thousand(dollars: number | null): number | null {
  return dollars === null ? null : dollars * 1000;
}
