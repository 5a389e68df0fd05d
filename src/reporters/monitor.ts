import type { GroupNames } from '../core/monitor/monitor-comparison.ts';
import type { MonitorReport, MonitorTally } from '../core/monitor/monitor-report.ts';
import { showPosition } from '../core/problem.ts';
import type { Screen } from '../core/screen.ts';
import { observedBlocks } from './monitor-observed.ts';
import { showCount, showDuration, showMoney, showNumberOf, showPercent } from './show-quantity.ts';
import { type Column, fitTable } from './terminal/fit-table.ts';
import { harmless, type Pen, penFor } from './terminal/pen.ts';
import { own, type Phrase, quote, say } from './wording/say.ts';
import { wordComparison } from './wording/word-monitor.ts';

/** Rows of each table at most: the JSON has all. */
const most = { totals: 40, days: 31, broken: 5, changes: 20 } as const;

/** What production logs tell, for a terminal: what was read, then a table by segment, model and prompt, and one by day. */
export function writeMonitor(report: MonitorReport, screen: Screen): string {
  const pen = penFor(screen);
  const [headline, ...notes] = [headlineOf(report), ...notesOf(report)];
  const blocks = [
    [...pen.lines(headline ?? []).map((line) => pen.paint('head', line)), ...notes.flatMap((note) => pen.lines(note))],
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

function headlineOf({ all, from, to }: MonitorReport): Phrase {
  const when = from === null ? ', no day known' : from === to ? ` on ${from}` : ` from ${from} to ${to}`;
  return own(`${showNumberOf(all.calls, 'call')}${when}: ${showMoney(all.usd)}`);
}

function notesOf({ all, read, broken, limits, history }: MonitorReport): readonly Phrase[] {
  const { unknown, computed } = all.priced;
  const formats = read.formats.join(', ');
  return [
    say`${own(`Read ${showNumberOf(read.lines, 'record')} of ${showNumberOf(read.files, 'file')}`)} (${quote(formats)}).`,
    ...(computed === 0
      ? []
      : [
          own(
            `The cost of ${showNumberOf(computed, 'call')} is computed by the price list: no log says what was billed.`,
          ),
        ]),
    ...(unknown === 0
      ? []
      : [
          own(
            `The cost of ${showNumberOf(unknown, 'call')} is not known, and not in the sums: name a price under \`prices\` in the config.`,
          ),
        ]),
    ...(read.broken === 0
      ? []
      : [own(`${showNumberOf(read.broken, 'record is', 'records are')} broken and not counted.`)]),
    ...broken
      .slice(0, most.broken)
      .map(({ what, at }) => say`  ${at === undefined ? [] : say`${showPosition(at)}: `}${quote(what)}`),
    ...(history?.unread ?? [])
      .slice(0, most.broken)
      .map(({ at, why }) => say`Of the history ${at} ${quote(why)}: it was left out.`),
    ...(limits.callsOfOthers === 0
      ? []
      : [
          own(
            `There are more segments, models or prompts than are kept apart (${limits.segment}, ${limits.model} and ${limits.prompt}; ${showCount(limits.groups)} groups): ${showNumberOf(limits.callsOfOthers, 'call is', 'calls are')} counted together as \`others\`.`,
          ),
        ]),
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
      ({ replyCharacters }) => (replyCharacters === null ? '–' : `${showCount(replyCharacters)} chars`),
      true,
    ),
  ];
}

function showKnown(count: number | null): string {
  return count === null ? '–' : showCount(count);
}
