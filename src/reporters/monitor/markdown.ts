import { markdownTable } from 'markdown-table';
import type { GroupNames } from '../../core/monitor/monitor-comparison.ts';
import type { MonitorReport } from '../../core/monitor/monitor-report.ts';
import type { Problem } from '../../core/problem.ts';
import { showPosition } from '../../core/problem.ts';
import { wordRuleResults } from '../alerts/word-rule-results.ts';
import { toMarkdown } from '../markdown/escape.ts';
import { showCount, showDuration, showMoney, showNumberOf, showPercent } from '../show-quantity.ts';
import { type Phrase, quote, say } from '../wording/say.ts';
import { wordComparison } from '../wording/word-monitor.ts';
import { observedMarkdown } from './observed-markdown.ts';
import { wordMonitorHeadline, wordRead } from './word-read.ts';

/** Rows and changes at most: the JSON has all. */
const most = { rows: 50, changes: 30, rules: 30 } as const;

/** What production logs tell, as a job summary: what moved, then the table by segment, model and prompt. */
export function monitorSummary(report: MonitorReport): string {
  const [headline = [], ...told] = wordComparison(report);
  const more = told.length - most.changes;
  const rows = report.totals.slice(0, most.rows);
  const left = report.totals.length - rows.length;
  return [
    `### ${toMarkdown(wordMonitorHeadline(report))}`,
    toMarkdown(headline),
    ...(told.length === 0
      ? []
      : [
          told
            .slice(0, most.changes)
            .map((phrase) => `- ${toMarkdown(phrase)}`)
            .join('\n'),
        ]),
    ...(more > 0 ? [`… and ${more} more: the JSON report has all.`] : []),
    ...rulesOf(report),
    tableOf(rows),
    ...(left > 0 ? [`… and ${showNumberOf(left, 'row')} with fewer calls.`] : []),
    ...(report.observed === undefined ? [] : observedMarkdown(report.observed)),
    wordRead(report).map(toMarkdown).join('<br>'),
  ].join('\n\n');
}

/** The rules of `alerts`: what is broken first, then what is over, and what nobody knows. */
function rulesOf({ alerts }: MonitorReport): readonly string[] {
  if (alerts.length === 0) return [];
  const told = wordRuleResults(alerts);
  const more = told.length - most.rules;
  return [
    '#### Alert rules',
    told
      .slice(0, most.rules)
      .map((phrase) => `- ${toMarkdown(phrase)}`)
      .join('\n'),
    ...(more > 0 ? [`… and ${more} more: the JSON report has all.`] : []),
  ];
}

/** The job summary where the logs tell nothing. */
export function monitorProblems(problems: readonly Problem[]): string {
  const told = problems.map(({ what, at, fix }) => {
    const place: Phrase = at === undefined ? [] : say`${showPosition(at)}: `;
    return `- ${toMarkdown(say`${place}${quote(what)}${fix === undefined ? [] : say` ${quote(fix)}`}`)}`;
  });
  return `### The logs could not be read\n\n${told.join('\n')}`;
}

function tableOf(rows: MonitorReport['totals']): string {
  const cell = (group: GroupNames, by: 'segment' | 'model' | 'prompt'): string => {
    if (group.others.includes(by)) return 'others';
    const name = group[by];
    return name === null ? '–' : toMarkdown(say`${name}`);
  };
  return markdownTable(
    [
      ['segment', 'model', 'prompt', 'calls', 'cost', 'p50', 'p95', 'errors', 'refused', 'cut'],
      ...rows.map((row) => [
        cell(row, 'segment'),
        cell(row, 'model'),
        cell(row, 'prompt'),
        showCount(row.calls),
        showMoney(row.usd),
        showDuration(row.latencyMs.p50),
        showDuration(row.latencyMs.p95),
        ...(['errors', 'refusals', 'truncated'] as const).map((of) => showPercent(row[of] / row.calls)),
      ]),
    ],
    { align: ['l', 'l', 'l', 'r', 'r', 'r', 'r', 'r', 'r', 'r'], padding: false },
  );
}
