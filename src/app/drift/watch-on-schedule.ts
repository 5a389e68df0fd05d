import type { DriftReport, DriftRow } from '../../core/drift/drift-report.ts';
import { rowName } from '../../core/drift/read-history.ts';
import { hash } from '../../core/hash.ts';
import type { IssueBoard } from '../../core/issue-board.ts';
import { type IssuesWanted, keysLabelled, publishIssues } from '../../core/publish/publish-issues.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import type { AlertPorts } from '../alerts/raise-alerts.ts';
import { setOutputs, tryOutput } from '../publish/outputs-of.ts';
import type { PublishPorts, Stage } from '../publish/stage.ts';
import { wordRefused } from '../publish/tell-published.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import { alertOfDrifts } from './alert-of-drifts.ts';
import type { DriftHistory, DriftRequest } from './watch-drift.ts';
import { watchOrProblems } from './watch-locally.ts';

export type SchedulePorts = ReviewPorts &
  Pick<PublishPorts, 'stage' | 'run' | 'sealOf'> & {
    readonly issues: IssueBoard;
    readonly driftHistory: DriftHistory;
    readonly alertsOf: (settings: Settings) => AlertPorts;
  };

/** The action's run in `mode: drift`: outputs first, then the report's file, the job summary and a line on the run's page. @returns whether it ends green */
export async function watchOnSchedule(
  { inputs, signal }: Pick<DriftRequest, 'inputs' | 'signal'>,
  ports: SchedulePorts,
): Promise<boolean> {
  const { stage, run } = ports;
  const failOn = (inputs['fail-on'] ?? ['drifted']).filter((word) => word === 'drifted');
  const request: DriftRequest = {
    inputs,
    signal,
    run: run.url,
    named: { written: [], folder: '' },
    failOn,
    accepted: async (settings) =>
      new Set(await keysLabelled(ports.issues, settings.acceptLabel, issuesOf(settings, ports))),
  };
  const { report, settings } = await watchOrProblems(request, ports, ports.driftHistory);
  await setOutputs(outputsOfDrift(report), stage);
  await tryOutput('The report promptgate.json', stage, async () => {
    const path = await stage.writeFile('promptgate.json', [stage.redact(escapeHidden(JSON.stringify(report)))]);
    stage.setOutput('report-json', stage.redact(path));
  });
  const { driftHeadline, driftSummary } = await import('../../reporters/drift.ts');
  await tryOutput('The job summary', stage, () => stage.writeSummary(stage.redact(driftSummary(report))));
  if (settings !== undefined) {
    await tellIssues(report, settings, ports);
    await tryOutput('The alerts', stage, async () => {
      const alerts = await alertOfDrifts(report, settings, ports.alertsOf(settings), { signal, except: ['issue'] });
      stage.setOutput('alerts', escapeHidden(JSON.stringify(alerts)));
    });
  }
  await tryOutput('The annotations', stage, () => tell(report, driftHeadline(report), stage));
  return report.open;
}

function outputsOfDrift(report: DriftReport): Readonly<Record<string, string>> {
  const drifted = report.prompts.flatMap(({ path, models }) =>
    models
      .filter(({ verdict }) => verdict === 'drifted')
      .map(({ model, since }) => ({ prompt: path, model, since: since?.at ?? report.startedAt })),
  );
  return {
    verdict: report.verdict,
    reason: report.verdict === 'invalid' ? (report.problems[0]?.reason ?? 'provider') : '',
    drifted: escapeHidden(JSON.stringify(drifted)),
    calls: String(report.calls.made),
    'cost-usd': report.costUsd === undefined ? '' : String(Number(report.costUsd.toFixed(6))),
  };
}

function tell({ verdict, problems, open }: DriftReport, headline: string, stage: Stage): void {
  const level = open ? 'notice' : 'error';
  if (verdict !== 'steady' && verdict !== 'baseline') stage.annotate({ level, title: 'Promptgate', message: headline });
  for (const { what, fix } of problems)
    stage.annotate({ level: 'error', title: 'Promptgate', message: fix === undefined ? what : `${what} ${fix}` });
}

/** Several uses in one repository have issues of their own. */
function issuesOf(settings: Settings, { sealOf }: Pick<PublishPorts, 'sealOf'>): Pick<IssuesWanted, 'kind' | 'seal'> {
  return { kind: settings.name === undefined ? 'drift' : `drift ${settings.name}`, seal: sealOf(settings) };
}

/**
 * One issue for each row that drifted: begun when it is confirmed, brought up to date once a day or where it has news, closed when it is
 * over or taken as the usual. A row of which this run could not tell keeps its issue as it is.
 */
async function tellIssues(report: DriftReport, settings: Settings, ports: SchedulePorts): Promise<void> {
  const { driftIssue, driftIssueClosed } = await import('../../reporters/drift.ts');
  const { stage, run } = ports;
  const rows = report.prompts.flatMap(({ path, models }) =>
    models.map((row) => ({ key: rowName(path, row.model), told: { path, row } })),
  );
  const day = report.startedAt;
  const place = { run: run.url, day, label: settings.acceptLabel };
  const outcomes = await publishIssues(ports.issues, {
    ...issuesOf(settings, ports),
    wishes: rows
      .filter(({ told }) => told.row.verdict === 'drifted')
      .map(({ key, told }) => {
        const news = newsOf(told.row, day);
        return {
          key,
          title: stage.redact(driftIssue(told, { ...place, marker: '' }).title),
          render: (marker) => stage.redact(driftIssue(told, { ...place, marker: `${news}\n${marker}` }).body),
          saysEnough: (body) => body.includes(news),
        };
      }),
    closing: (key, marker) => {
      const row = rows.find((one) => one.key === key);
      const isOver = row !== undefined && (row.told.row.verdict === 'steady' || row.told.row.verdict === 'baseline');
      return isOver ? stage.redact(driftIssueClosed(row.told, { ...place, marker })) : undefined;
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

/** Equal as long as nothing new is known on the same day. */
function newsOf({ found, cases, served, since }: DriftRow, day: string): string {
  return `<!-- ${day.slice(0, 10)} ${hash([found, cases, served, since?.run ?? '']).slice(0, 16)} -->`;
}
