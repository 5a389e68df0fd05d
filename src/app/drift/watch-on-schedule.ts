import type { DriftReport } from '../../core/drift/drift-report.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import { setOutputs, tryOutput } from '../publish/outputs-of.ts';
import type { PublishPorts, Stage } from '../publish/stage.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import type { DriftHistory, DriftRequest } from './watch-drift.ts';
import { watchOrProblems } from './watch-locally.ts';

export type SchedulePorts = ReviewPorts & Pick<PublishPorts, 'stage' | 'run'> & { readonly driftHistory: DriftHistory };

/** The action's run in `mode: drift`: outputs first, then the report's file, the job summary and a line on the run's page. @returns whether it ends green */
export async function watchOnSchedule(
  { inputs, signal }: Pick<DriftRequest, 'inputs' | 'signal'>,
  ports: SchedulePorts,
): Promise<boolean> {
  const { stage, run } = ports;
  const failOn = (inputs['fail-on'] ?? ['drifted']).filter((word) => word === 'drifted');
  const request: DriftRequest = { inputs, signal, run: run.url, named: { written: [], folder: '' }, failOn };
  const report = await watchOrProblems(request, ports, ports.driftHistory);
  await setOutputs(outputsOfDrift(report), stage);
  await tryOutput('The report promptgate.json', stage, async () => {
    const path = await stage.writeFile('promptgate.json', [stage.redact(escapeHidden(JSON.stringify(report)))]);
    stage.setOutput('report-json', stage.redact(path));
  });
  const { driftHeadline, driftSummary } = await import('../../reporters/drift.ts');
  await tryOutput('The job summary', stage, () => stage.writeSummary(stage.redact(driftSummary(report))));
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
