import { markdownTable } from 'markdown-table';
import { type GroupedBy, groupedBy } from '../../core/monitor/monitor-comparison.ts';
import type { Observed, QualityRow } from '../../core/monitor/observed.ts';
import { toMarkdown } from '../markdown/escape.ts';
import { goldenLines, notesOf, showGrade, shownGrades, showScale, wordOffered } from '../monitor-observed.ts';
import { showCount, showNumberOf } from '../show-quantity.ts';
import { type Phrase, say } from '../wording/say.ts';

/** Rows of grades at most: the JSON has all. */
const mostRows = 40;

/** What models made of a sample of the calls, as blocks of a job summary. */
export function observedMarkdown(observed: Observed): readonly string[] {
  const rows = shownGrades(observed);
  const left = rows.length - mostRows;
  const { headline, told, more } = wordOffered(observed.candidates);
  return [
    '#### Grades of a sample of the calls',
    ...(rows.length === 0 ? [] : [tableOf(rows.slice(0, mostRows))]),
    ...(left > 0 ? [`… and ${showNumberOf(left, 'row')} more: the JSON report has all.`] : []),
    notesOf(observed).map(toMarkdown).join('<br>'),
    ...observed.golden.map((prompt) => goldenLines(prompt).map(toMarkdown).join('<br>')),
    ...(told.length === 0 ? [] : [headline, listOf(told)]),
    ...(more > 0 ? [`… and ${more} more: the JSON report has all.`] : []),
  ];
}

function listOf(phrases: readonly Phrase[]): string {
  return phrases.map((phrase) => `- ${toMarkdown(phrase)}`).join('\n');
}

function tableOf(rows: readonly QualityRow[]): string {
  // A name that no row tells apart has no column.
  const names = groupedBy.filter((by) => rows.some((row) => row.by.includes(by)));
  const cell = (row: QualityRow, by: GroupedBy, at: number): string => {
    if (!row.by.includes(by)) return row.by.length === 0 && at === 0 ? 'all' : '';
    const name = row[by];
    return name === null ? '–' : toMarkdown(say`${name}`);
  };
  return markdownTable(
    [
      ['metric', ...names, 'mean', '95%', 'judged', 'unknown'],
      ...rows.map((row) => [
        `${toMarkdown(say`${row.metric}`)} (${showScale(row.scale)})`,
        ...names.map((by, at) => cell(row, by, at)),
        row.mean === null ? 'unknown' : showGrade(row.mean, row.scale),
        row.interval === null
          ? '–'
          : `${showGrade(row.interval.low, row.scale)} to ${showGrade(row.interval.high, row.scale)}`,
        showCount(row.n),
        showCount(row.unknown),
      ]),
    ],
    { align: ['l', ...names.map(() => 'l'), 'r', 'r', 'r', 'r'], padding: false },
  );
}
