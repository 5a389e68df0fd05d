import type { GroupNames } from '../core/monitor/monitor-comparison.ts';
import type { MonitorReport, MonitorTally } from '../core/monitor/monitor-report.ts';
import type { Screen } from '../core/screen.ts';
import { wordRuleResults } from './alerts/word-rule-results.ts';
import { wordMonitorHeadline, wordRead } from './monitor/word-read.ts';
import { observedBlocks } from './monitor-observed.ts';
import { showCount, showDuration, showMoney, showNumberOf, showPercent } from './show-quantity.ts';
import { type Column, fitTable } from './terminal/fit-table.ts';
import { harmless, type Pen, penFor } from './terminal/pen.ts';
import { own } from './wording/say.ts';
import { wordComparison } from './wording/word-monitor.ts';

// The other form that a run shows it in.
export { monitorProblems, monitorSummary } from './monitor/markdown.ts';
export { writeMonitorHtml } from './monitor/write-monitor-html.ts';

/** Rows of each table at most: the JSON has all. */
const most = { totals: 40, days: 31, changes: 20, rules: 20 } as const;

/** What production logs tell, for a terminal: what was read, then a table by segment, model and prompt, and one by day. */
export function writeMonitor(report: MonitorReport, screen: Screen): string {
  const pen = penFor(screen);
  const [headline, ...notes] = [wordMonitorHeadline(report), ...wordRead(report)];
  const blocks = [
    [...pen.lines(headline ?? []).map((line) => pen.paint('head', line)), ...notes.flatMap((note) => pen.lines(note))],
    wordRuleResults(report.alerts)
      .slice(0, most.rules)
      .flatMap((phrase) => pen.lines(phrase)),
    comparisonLines(report, pen),
    totalsTable(report, pen),
    daysTable(report, pen),
    ...(report.observed === undefined ? [] : observedBlocks(report.observed, pen)),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function comparisonLines(report: MonitorReport, pen: Pen): readonly string[] {
  const [headline = [], ...told] = wordComparison(report);
  const more = told.length - most.changes;
  return [
    ...pen.lines(headline),
    ...told.slice(0, most.changes).flatMap((phrase) => pen.lines([...own('  '), ...phrase])),
    ...(more > 0 ? [`… and ${more} more: --json has all`] : []),
  ];
}

function totalsTable({ totals }: MonitorReport, pen: Pen): readonly string[] {
  const shown = totals.slice(0, most.totals);
  const named = (by: 'segment' | 'model' | 'prompt'): readonly Column[] => {
    const cells = shown.map((group) => nameOf(group, by));
    return cells.every((cell) => cell === '–')
      ? []
      : [{ head: by, cells, least: 8, cutAt: by === 'prompt' ? 'start' : 'end' }];
  };
  const columns = [...named('segment'), ...named('model'), ...named('prompt'), ...columnsOf(shown)];
  return tableOf(columns, totals.length - shown.length, 'rows with fewer calls', pen);
}

function daysTable({ days }: MonitorReport, pen: Pen): readonly string[] {
  const shown = days.slice(-most.days);
  const columns = [{ head: 'day', cells: shown.map(({ day }) => day ?? '–') }, ...columnsOf(shown)];
  return tableOf(columns, days.length - shown.length, 'days before', pen);
}

function tableOf(columns: readonly Column[], more: number, of: string, pen: Pen): readonly string[] {
  const [head = '', ...lines] = fitTable(columns, pen.columns);
  return [pen.paint('head', head), ...lines, ...(more > 0 ? [`… and ${more} ${of}: --json has all`] : [])];
}

function nameOf(group: GroupNames, by: 'segment' | 'model' | 'prompt'): string {
  if (group.others.includes(by)) return 'others';
  return group[by] === null ? '–' : harmless(group[by]);
}

function columnsOf(shown: readonly MonitorTally[]): readonly Column[] {
  const column = (head: string, cell: (tally: MonitorTally) => string, mayGo?: true): Column => ({
    head,
    cells: shown.map(cell),
    align: 'right',
    ...(mayGo && { mayGo }),
  });
  const share = (of: 'errors' | 'refusals' | 'truncated') => (tally: MonitorTally) =>
    showPercent(tally[of] / tally.calls);
  const tokens = (of: keyof MonitorTally['tokens']) => (tally: MonitorTally) => showKnown(tally.tokens[of]);
  return [
    column('calls', ({ calls }) => showCount(calls)),
    column('cost', ({ usd }) => showMoney(usd)),
    column('p50', ({ latencyMs }) => showDuration(latencyMs.p50)),
    column('p95', ({ latencyMs }) => showDuration(latencyMs.p95)),
    column('errors', share('errors')),
    column('refused', share('refusals')),
    column('cut', share('truncated')),
    column('tokens in', tokens('in'), true),
    column('out', tokens('out'), true),
    column('cached', tokens('cached'), true),
    column('reasoning', tokens('reasoning'), true),
    column(
      'reply',
      ({ replyCharacters }) => (replyCharacters === null ? '–' : showNumberOf(replyCharacters, 'char')),
      true,
    ),
  ];
}

function showKnown(count: number | null): string {
  return count === null ? '–' : showCount(count);
}
