import type { MonitorReport } from '../../core/monitor/monitor-report.ts';
import { isUntested, isWorse, movedOf } from '../../core/monitor/moved.ts';
import type { Host } from '../../core/ports.ts';
import { type Problem, ProblemError, showProblem } from '../../core/problem.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import type { AlertPorts } from '../alerts/raise-alerts.ts';
import { setOutputs, tryOutput } from '../publish/outputs-of.ts';
import type { PublishPorts } from '../publish/stage.ts';
import { readSettings } from '../review/read-settings.ts';
import { alertOfRules } from './alert-of-rules.ts';
import { type MonitorPorts, monitorLogs } from './monitor-logs.ts';

export type RunnerMonitorPorts = Pick<PublishPorts, 'stage'> & {
  readonly host: Host;
  readonly monitor: MonitorPorts;
  readonly alertsOf: (settings: Settings) => AlertPorts;
  /** The run is of another branch than the default one: rules are judged, and nobody is told. */
  readonly elsewhere: boolean;
};

/**
 * The action's run in `mode: monitor`: outputs first, then the report's file, the job summary and annotations. Costs, errors,
 * refusals, cut replies and latency that rose beyond chance make it `moved`; where none of them could be tested it is `unknown`. It fails on
 * either where `fail-on` says so.
 * @returns whether it ends green
 */
export async function monitorOnRunner(
  inputs: Inputs,
  ports: RunnerMonitorPorts,
  signal: AbortSignal,
): Promise<boolean> {
  const { stage } = ports;
  const { monitorProblems, monitorSummary } = await import('../../reporters/monitor.ts');
  const result = await reportOrProblems(inputs, ports, signal);
  if ('problems' in result) {
    await setOutputs({ verdict: 'invalid', reason: result.problems[0]?.reason ?? 'files' }, stage);
    for (const problem of result.problems) {
      const message = stage.redact(showProblem(problem));
      await tryOutput('The annotations', stage, () => stage.annotate({ level: 'error', title: 'Promptgate', message }));
    }
    await tryOutput('The job summary', stage, () => stage.writeSummary(stage.redact(monitorProblems(result.problems))));
    return false;
  }
  const { report, settings } = result;
  if (settings.quality !== undefined) stage.annotate({ level: 'notice', title: 'Promptgate', message: notJudged });
  const worse = movedOf(report).filter(isWorse);
  const verdict = worse.length > 0 ? 'moved' : isUntested(report) ? 'unknown' : 'steady';
  const passes = verdict === 'steady' || !settings.monitorFailOn.includes(verdict);
  await setOutputs({ verdict, moved: movedJson(report) }, stage);
  stage.setOutput('alerts', escapeHidden(JSON.stringify(report.alerts)));
  await tryOutput('The report promptgate.json', stage, async () => {
    const path = await stage.writeFile('promptgate.json', [stage.redact(escapeHidden(JSON.stringify(report)))]);
    stage.setOutput('report-json', stage.redact(path));
  });
  await tryOutput('The job summary', stage, () => stage.writeSummary(stage.redact(monitorSummary(report))));
  if (verdict !== 'steady') {
    const message =
      verdict === 'moved'
        ? `${worse.length} of what production's logs say got worse: the job summary tells it.`
        : 'Whether anything got worse is not known: the days before are too few to compare with, or hold too few calls.';
    const level = passes ? ('warning' as const) : ('error' as const);
    await tryOutput('The annotations', stage, () => stage.annotate({ level, title: 'Promptgate', message }));
  }
  return passes;
}

/** Logs, a config or a history that cannot be read are told, and never end green. */
async function reportOrProblems(
  inputs: Inputs,
  { host, monitor, alertsOf, elsewhere }: RunnerMonitorPorts,
  signal: AbortSignal,
): Promise<
  { readonly report: MonitorReport; readonly settings: Settings } | { readonly problems: readonly Problem[] }
> {
  try {
    const logs = inputs.logs ?? [];
    if (logs.length === 0 || logs.includes('-')) throw new ProblemError(noLogs);
    const pull = await host.pullRequest();
    if ('nothing' in pull)
      throw new ProblemError({ reason: 'files', what: `there is no config to read: ${pull.nothing}` });
    const { settings } = await readSettings(host, pull, inputs);
    const { report: read, days } = await monitorLogs(logs, settings, monitor);
    const sending = elsewhere ? undefined : { ...alertsOf(settings), signal };
    const report = { ...read, alerts: await alertOfRules({ ...days, quality: [] }, settings, sending) };
    return { report, settings };
  } catch (fault) {
    if (!(fault instanceof ProblemError)) throw fault;
    return { problems: fault.problems };
  }
}

/** Nobody is to take a quality for good that nobody looked at. */
const notJudged =
  'The config has `monitor.quality`, which the action does not judge: `promptgate monitor` on the command line does.';

const noLogs: Problem = {
  reason: 'config',
  what: '`mode: monitor` reads no logs: `logs` names none.',
  fix: 'Give it files, folders or globs in the workspace, one a line: `logs: exports/*.jsonl.gz`.',
};

/** A list as JSON on one line, on which nothing hides. */
function movedJson(report: MonitorReport): string {
  const moved = movedOf(report).map(({ metric, change, scope }) => ({
    metric,
    moved: change.moved,
    since: change.since,
    segment: scope.segment,
    model: scope.model,
    prompt: scope.prompt,
  }));
  return escapeHidden(JSON.stringify(moved));
}
