import type { DriftReport } from '../../core/drift/drift-report.ts';
import { withoutReplies } from '../../core/drift/replies-of-row.ts';
import type { IssueBoard } from '../../core/issue-board.ts';
import type { PageForm } from '../../core/page-form.ts';
import { showProblem } from '../../core/problem.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import type { AlertPorts } from '../alerts/raise-alerts.ts';
import { keepForms } from '../publish/keep-forms.ts';
import { setOutputs, tryOutput } from '../publish/outputs-of.ts';
import type { PublishPorts, Stage } from '../publish/stage.ts';
import { defaultSettings } from '../review/read-settings.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import { alertOfDrifts } from './alert-of-drifts.ts';
import type { DriftRequest } from './drift-run.ts';
import { readAccepted } from './read-accepted.ts';
import { tellIssues } from './tell-issues.ts';
import type { DriftHistory } from './watch-drift.ts';
import { watchOrProblems } from './watch-locally.ts';

export type SchedulePorts = ReviewPorts &
  Pick<PublishPorts, 'stage' | 'run' | 'sealOf' | 'forum'> & {
    readonly issues: IssueBoard;
    readonly openDriftHistory: (settings: Settings) => DriftHistory;
    readonly alertsOf: (settings: Settings) => AlertPorts;
    /** The run is of another branch than the default one, whose prompts the issues are about. */
    readonly elsewhere: boolean;
  };

/** The action's run in `mode: drift`: outputs first, then the report's files, the job summary and a line on the run's page. @returns whether it ends green */
export async function watchOnSchedule(
  { inputs, signal }: Pick<DriftRequest, 'inputs' | 'signal'>,
  ports: SchedulePorts,
): Promise<boolean> {
  const { stage, run } = ports;
  const request: DriftRequest = {
    inputs,
    signal,
    run: run.url,
    named: { written: [], folder: '' },
    ...(ports.elsewhere ? {} : { accepted: (settings, kept) => readAccepted(settings, kept, ports) }),
  };
  const { report: whole, settings, isWhole } = await watchOrProblems(request, ports, ports.openDriftHistory);
  const report = settings?.publishReplies === 'none' ? withoutReplies(whole) : whole;
  await setOutputs(outputsOfDrift(report), stage);
  const { driftHeadline, driftSummary, writeDriftHtml } = await import('../../reporters/drift.ts');
  const forms = {
    json: () => escapeHidden(JSON.stringify(report)),
    html: async ({ hash }: PageForm) => writeDriftHtml(report, hash, run.url),
  };
  await keepForms(forms, (settings ?? defaultSettings(inputs)).artifact ?? '', stage);
  await tryOutput('The job summary', stage, () => stage.writeSummary(stage.redact(driftSummary(report))));
  if (settings !== undefined && !ports.elsewhere) {
    await tellIssues(report, { settings, isWhole }, ports);
    await tryOutput('The alerts', stage, async () => {
      const alerts = await alertOfDrifts(report, settings, ports.alertsOf(settings), {
        signal,
        except: ['issue'],
        isWhole,
      });
      stage.setOutput('alerts', escapeHidden(JSON.stringify(alerts)));
    });
  }
  await tryOutput('The annotations', stage, () => tell(report, driftHeadline(report), stage));
  return report.open;
}

function outputsOfDrift(report: DriftReport): Readonly<Record<string, string>> {
  const rows = report.prompts.flatMap(({ path, models }) => models.map((row) => ({ prompt: path, row })));
  const judges = report.judge === undefined ? [] : [{ judge: true, row: report.judge }];
  const drifted = [...rows, ...(report.canaries ?? []).map((row) => ({ row })), ...judges]
    .filter(({ row }) => row.verdict === 'drifted')
    .map(({ row: { model, since }, ...about }) => ({ ...about, model, since: since?.at ?? report.startedAt }));
  return {
    verdict: report.verdict,
    reason: report.verdict === 'invalid' ? (report.problems[0]?.reason ?? 'provider') : '',
    drifted: escapeHidden(JSON.stringify(drifted)),
    calls: String(report.calls.made),
    'cost-usd': report.costUsd === undefined ? '' : String(Number(report.costUsd.toFixed(6))),
  };
}

function tell({ verdict, problems, prompts, open }: DriftReport, headline: string, stage: Stage): void {
  const level = open ? 'notice' : 'error';
  // A run that asked nothing says first what is wrong.
  const isFault = prompts.length === 0 && problems.length > 0;
  if (verdict !== 'steady' && verdict !== 'baseline' && !isFault)
    stage.annotate({ level, title: 'Promptgate', message: headline });
  for (const problem of problems)
    stage.annotate({ level: 'error', title: 'Promptgate', message: showProblem(problem) });
}
