import { standingOfJudge } from '../../core/alerts/watch-judge-row.ts';
import type { DriftReport, DriftRow, DriftVerdict } from '../../core/drift/drift-report.ts';
import { canaryRow, judgeRow, rowName } from '../../core/drift/read-history.ts';
import { standingOf } from '../../core/drift/row-of-state.ts';
import { hash } from '../../core/hash.ts';
import { type IssuesWanted, publishIssues } from '../../core/publish/publish-issues.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { PublishPorts } from '../publish/stage.ts';
import { wordRefused } from '../publish/tell-published.ts';
import type { SchedulePorts } from './watch-on-schedule.ts';

/** Several uses in one repository have issues of their own. */
export function issuesOf(
  settings: Settings,
  { sealOf }: Pick<PublishPorts, 'sealOf'>,
): Pick<IssuesWanted, 'kind' | 'seal'> {
  return { kind: settings.name === undefined ? 'drift' : `drift ${settings.name}`, seal: sealOf(settings) };
}

/**
 * One issue for each row that drifted: begun when it is confirmed, brought up to date once a day or where it has news, closed when it is
 * over, taken as the usual, or no longer asked. A row of which this run could not tell keeps its issue as it is.
 * @param about `isWhole`: the run saw all that the config has watched
 */
export async function tellIssues(
  report: DriftReport,
  about: { readonly settings: Settings; readonly isWhole: boolean },
  ports: SchedulePorts,
): Promise<void> {
  const { settings, isWhole } = about;
  const { canaryIssue, driftIssue, judgeIssue, driftIssueClosed, driftIssueLeft } = await import(
    '../../reporters/drift.ts'
  );
  const { stage, run } = ports;
  const day = report.startedAt;
  const now = new Date(ports.clock.now()).toISOString();
  const place = { run: run.url, day, label: settings.acceptLabel };
  const rows: readonly IssueRow[] = [
    ...report.prompts.flatMap(({ path, models }) =>
      models.map((row) => ({
        key: rowName(path, row.model),
        verdict: row.verdict,
        isOver: standingOf(row) !== 'drifted' && standingOf(row) !== 'unknown',
        news: hash(newsOf(row)).slice(0, 16),
        write: (marker: string) => driftIssue({ path, row }, { ...place, marker }),
        writeClosed: (marker: string) => driftIssueClosed({ path, row }, { ...place, marker }),
      })),
    ),
    ...(report.canaries ?? []).map((row) => ({
      key: rowName(canaryRow, row.model),
      verdict: row.verdict,
      isOver: row.verdict === 'steady' || row.verdict === 'baseline',
      news: hash([row.told ?? '', row.served, row.since?.run ?? '']).slice(0, 16),
      write: (marker: string) => canaryIssue(row, { ...place, marker }),
      writeClosed: (marker: string) => canaryIssue(row, { ...place, marker }).body,
    })),
    ...(report.judge === undefined ? [] : [report.judge]).map((row) => ({
      key: rowName(judgeRow, row.model),
      verdict: row.verdict,
      isOver: !['drifted', 'unknown'].includes(standingOfJudge(row, { isWhole })),
      news: hash([row.told ?? '', row.towards ?? '', row.served, row.since?.run ?? '']).slice(0, 16),
      write: (marker: string) => judgeIssue(row, { ...place, marker }),
      writeClosed: (marker: string) => judgeIssue(row, { ...place, marker }).body,
    })),
  ];
  const outcomes = await publishIssues(ports.issues, {
    ...issuesOf(settings, ports),
    wishes: rows
      .filter(({ verdict }) => verdict === 'drifted')
      .map(({ key, news, write }) => ({
        key,
        title: stage.redact(write('').title),
        render: (marker, before = '') => {
          const known = readTold(before);
          const since = known?.news === news ? known.since : now;
          const line = writeTold({ day: day.slice(0, 10), news, since });
          return stage.redact(write(`${line}\n${marker}`).body);
        },
        saysEnough: (body) => {
          const known = readTold(body);
          return known?.news === news && known.day === day.slice(0, 10);
        },
      })),
    closing: (key, marker) => {
      const row = rows.find((one) => one.key === key);
      if (row === undefined) return isWhole ? stage.redact(driftIssueLeft({ ...place, marker })) : undefined;
      return row.isOver ? stage.redact(row.writeClosed(marker)) : undefined;
    },
  });
  for (const outcome of outcomes) {
    if (outcome.kind !== 'refused') {
      stage.say(`The issue about ${outcome.key} is ${outcome.kind}: ${outcome.url}`);
      continue;
    }
    const message = `The issue about ${outcome.key} could not be written: ${wordRefused(outcome)} The job summary says what moved.`;
    stage.annotate({ level: 'warning', title: 'Promptgate', message: stage.redact(message) });
  }
}

/** What an issue is about, and what it says. */
type IssueRow = {
  readonly key: string;
  readonly verdict: DriftVerdict;
  /** It is known that it drifts no more, or that it cannot be compared with what was. */
  readonly isOver: boolean;
  /** Equal as long as nothing new is known. */
  readonly news: string;
  readonly write: (marker: string) => { readonly title: string; readonly body: string };
  readonly writeClosed: (marker: string) => string;
};

/** What it is about: equal as long as nothing new is known. */
function newsOf({ found, cases, served, since }: DriftRow): readonly unknown[] {
  return [found, cases, served, since?.run ?? ''];
}

/** What an issue says of itself: the day it was written, a hash of its news, and since when it has told them (ISO 8601, UTC). */
type Told = { readonly day: string; readonly news: string; readonly since: string };

function writeTold({ day, news, since }: Told): string {
  return `<!-- ${day} ${news} ${since} -->`;
}

/** Undefined where it does not say. */
export function readTold(body: string): Told | undefined {
  const [, day = '', news = '', since = ''] =
    /^<!-- (\d{4}-\d\d-\d\d) ([0-9a-f]{16}) (\d{4}-\d\d-\d\dT[\d:.]+Z) -->\r?$/mu.exec(body) ?? [];
  return since === '' ? undefined : { day, news, since };
}
