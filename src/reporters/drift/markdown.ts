import { markdownTable } from 'markdown-table';
import {
  type CanaryRow,
  type DriftEnd,
  type DriftReport,
  type DriftRow,
  isOtherAlone,
  type JudgeRow,
} from '../../core/drift/drift-report.ts';
import { standingOf } from '../../core/drift/row-of-state.ts';
import { escapeQuote, toMarkdown } from '../markdown/escape.ts';
import { say } from '../wording/say.ts';
import { showDay } from '../wording/show-day.ts';
import { repliesMarkdown } from './shown-replies.ts';
import { canariesToTell, wordCanary } from './word-canary.ts';
import {
  metricsToTell,
  rowsToTell,
  type ToldRow,
  wordHeadline,
  wordNewFingerprint,
  wordProblems,
  wordRow,
} from './word-drift.ts';
import { judgeTitle, wordJudge } from './word-judge.ts';

/** Rows that a summary tells in full. */
const mostRows = 50;

/** The job summary of a drift run. */
export function driftSummary(report: DriftReport): string {
  const rows = rowsToTell(report);
  const loud = rows.filter(({ row }) => row.verdict === 'drifted' || row.verdict === 'invalid' || row.ended === true);
  return [
    `### ${toMarkdown(wordHeadline(report))}`,
    ...wordProblems(report).map(toMarkdown),
    ...(rows.length === 0 ? [] : [tableOf(rows.slice(0, mostRows))]),
    ...loud
      .slice(0, mostRows)
      .map((told) => `#### ${toMarkdown(say`${told.path} on ${told.row.model}`)}\n\n${rowMarkdown(told)}`),
    ...rows.slice(0, mostRows).flatMap((told) => wordNewFingerprint(told).map(toMarkdown)),
    ...(report.judge === undefined ? [] : [wordJudge(report.judge).map(toMarkdown).join(' ')]),
    ...canariesToTell(report).map((row) => wordCanary(row).map(toMarkdown).join(' ')),
    ...report.notes.map((note) => escapeQuote(note)),
  ].join('\n\n');
}

/** What an issue says of a row: what moved, since when, which cases, who answered, what to do. */
export function driftIssue(
  told: ToldRow,
  at: { readonly run: string; readonly day: string; readonly label: string; readonly marker: string },
): { readonly title: string; readonly body: string } {
  const title = isOtherAlone(told.row)
    ? `Another model answers ${told.path} on ${told.row.model}`
    : `${told.row.model} answers ${told.path} differently`;
  const accept = `To accept this as the new normal, give this issue the label \`${at.label}\`. The issue is closed once the replies are as usual again.`;
  const body = [rowMarkdown(told), `Last checked on ${showDay(at.day)}, [in this run](${at.run}).`, accept, at.marker];
  return { title, body: body.join('\n\n') };
}

/** What an issue says of a model whose canary moved; once it is over, of that. */
export function canaryIssue(
  row: CanaryRow,
  at: { readonly run: string; readonly day: string; readonly label: string; readonly marker: string },
): { readonly title: string; readonly body: string } {
  const accept =
    row.verdict === 'drifted'
      ? [
          `To accept this as the new normal, give this issue the label \`${at.label}\`. The issue is closed once the model is as before.`,
        ]
      : [];
  const body = [
    wordCanary(row).map(toMarkdown).join(' '),
    `Last checked on ${showDay(at.day)}, [in this run](${at.run}).`,
    ...accept,
    at.marker,
  ];
  return { title: `${row.model} is a different model`, body: body.join('\n\n') };
}

/** What an issue says of a judge that moved; once it is over, of that. */
export function judgeIssue(
  row: JudgeRow,
  at: { readonly run: string; readonly day: string; readonly label: string; readonly marker: string },
): { readonly title: string; readonly body: string } {
  const accept =
    row.verdict === 'drifted'
      ? [
          `To accept its grades as the new normal, give this issue the label \`${at.label}\`. The issue is closed once it grades as before.`,
        ]
      : [];
  const body = [
    wordJudge(row).map(toMarkdown).join(' '),
    `Last checked on ${showDay(at.day)}, [in this run](${at.run}).`,
    ...accept,
    at.marker,
  ];
  return { title: judgeTitle(row), body: body.join('\n\n') };
}

/** What it says once it is closed. */
export function driftIssueClosed(
  told: ToldRow,
  at: { readonly run: string; readonly day: string; readonly marker: string },
): string {
  const standing = standingOf(told.row);
  const how = standing === 'drifted' || standing === 'unknown' ? '' : endings[standing];
  return [`${how} See [the run of ${showDay(at.day)}](${at.run}).`, rowMarkdown(told), at.marker].join('\n\n');
}

const endings: Readonly<Record<DriftEnd, string>> = {
  over: 'The replies are as usual again.',
  accepted: 'The model’s current behaviour is the new normal.',
  'began-anew':
    'The comparison began anew because cases, judge or history changed. Whether the replies are as before is unknown.',
  'no-longer-asked': 'What moved is no longer watched.',
};

/** What one says once it is closed because no row of the config is meant any more. */
export function driftIssueLeft(at: { readonly run: string; readonly day: string; readonly marker: string }): string {
  const why = 'No golden case asks this prompt on this model any more, so it is no longer watched.';
  return [`${why} See [the run of ${showDay(at.day)}](${at.run}).`, at.marker].join('\n\n');
}

function rowMarkdown(told: ToldRow): string {
  const metrics = metricsToTell(told.row);
  return [
    wordRow(told).map(toMarkdown).join(' '),
    ...(metrics.length === 0
      ? []
      : [
          markdownTable([['', 'usual → now'], ...metrics.map(({ name, move }) => [toMarkdown(name), move])], {
            alignDelimiters: false,
          }),
        ]),
    ...repliesMarkdown(told.row),
    ...chartOf(told.row),
  ].join('\n\n');
}

function tableOf(rows: readonly ToldRow[]): string {
  return markdownTable(
    [
      ['Prompt', 'Model', 'Verdict', 'Score', 'Runs'],
      ...rows.map(({ path, row }) => [
        toMarkdown(say`${path}`),
        toMarkdown(say`${row.model}`),
        row.verdict,
        metricsToTell(row).find(({ name }) => name[0]?.text === 'Score')?.move ?? '–',
        String(row.runs),
      ]),
    ],
    { align: ['l', 'l', 'l', 'r', 'r'], alignDelimiters: false },
  );
}

/** A chart of the runs' mean scores; GitHub draws it. */
function chartOf({ history, since }: DriftRow): readonly string[] {
  const shown = history.filter(({ score }) => score !== null).slice(-30);
  if (shown.length < 3) return [];
  const values = shown.map(({ score }) => (score ?? 0).toFixed(3)).join(', ');
  const days = shown.map(({ at }) => `"${dayIn(at)}${at === since?.at ? ' ●' : ''}"`).join(', ');
  return [
    [
      '```mermaid',
      'xychart-beta',
      '  title "Mean score by run"',
      `  x-axis [${days}]`,
      '  y-axis 0 --> 1',
      `  line [${values}]`,
      '```',
    ].join('\n'),
  ];
}

/** `11-28`: nothing else may stand in a drawing's source. */
function dayIn(time: string): string {
  return /^\d{4}-(\d\d-\d\d)/u.exec(time)?.[1] ?? '?';
}
