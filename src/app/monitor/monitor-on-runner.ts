import { asPublishedMonitor } from '../../core/monitor/as-published-monitor.ts';
import { failingWords, movementOf } from '../../core/monitor/failing-words.ts';
import type { MonitorReport } from '../../core/monitor/monitor-report.ts';
import { isWorse, movedOf } from '../../core/monitor/moved.ts';
import type { PageForm } from '../../core/page-form.ts';
import { type Problem, ProblemError, showProblem } from '../../core/problem.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import { keepForms } from '../publish/keep-forms.ts';
import { setOutputs, tryOutput } from '../publish/outputs-of.ts';
import type { PublishPorts, Stage } from '../publish/stage.ts';
import { hasNoGrade, reasonOfNoGrade } from './no-grade.ts';
import { type ReadOnRunner, type RunnerReading, readOnRunner } from './read-on-runner.ts';

export type RunnerMonitorPorts = RunnerReading & Pick<PublishPorts, 'stage' | 'run'>;

/**
 * The action's run in `mode: monitor`: outputs first, then the report's files, the job summary and annotations. Costs, errors,
 * refusals, cut replies and latency that rose beyond chance make it `moved`; where none of them could be tested it is `unknown`. It fails on
 * either, or on an open alert, where `fail-on` says so, and always where grades were asked for and there is none.
 * @returns whether it ends green
 */
export async function monitorOnRunner(
  inputs: Inputs,
  { stage, run, ...ports }: RunnerMonitorPorts,
  signal: AbortSignal,
): Promise<boolean> {
  const result = await reportOrProblems(inputs, ports, signal);
  if ('problems' in result) {
    await tellProblems(result.problems, stage);
    return false;
  }
  const report = asPublishedMonitor(result.report, result.settings);
  const endings = endingsOf(report, result);
  await setOutputs(outputsOf(report, endings), stage);
  const { monitorSummary, writeMonitorHtml } = await import('../../reporters/monitor.ts');
  const forms = {
    json: () => escapeHidden(JSON.stringify(report)),
    html: async ({ hash }: PageForm) => writeMonitorHtml(report, hash, run.url),
  };
  await keepForms(forms, result.settings.artifact ?? '', stage);
  await tryOutput('The job summary', stage, () => stage.writeSummary(stage.redact(monitorSummary(report))));
  for (const note of result.notes) annotate('notice', note, stage);
  for (const { fails, message } of endings.told)
    await tryOutput('The annotations', stage, () => annotate(fails ? 'error' : 'warning', message, stage));
  return endings.told.every(({ fails }) => !fails);
}

/** How a run ended: its verdict, and what is told of it. */
type Endings = {
  readonly verdict: 'invalid' | 'moved' | 'unknown' | 'steady';
  readonly reason: string;
  readonly told: readonly { readonly fails: boolean; readonly message: string }[];
};

function endingsOf(report: MonitorReport, { settings, open, missed }: ReadOnRunner): Endings {
  const worse = movedOf(report).filter(isWorse);
  const moved = movementOf(report);
  const failing = failingWords(report, settings, open);
  const { observed } = report;
  const ungraded = observed !== undefined && hasNoGrade(report);
  return {
    verdict: ungraded ? 'invalid' : moved,
    reason: ungraded ? reasonOfNoGrade(observed) : '',
    told: [
      ...(moved === 'steady' ? [] : [{ fails: failing.includes(moved), message: words[moved](worse.length) }]),
      ...(failing.includes('alert') ? [{ fails: true, message: words.alert(open) }] : []),
      ...(ungraded ? [{ fails: true, message: words.ungraded }] : []),
      ...(missed.size > 0 ? [{ fails: true, message: words.untaken }] : []),
    ],
  };
}

const words = {
  moved: (count: number) =>
    `${count} ${count === 1 ? 'metric' : 'metrics'} of the production logs got worse: see the job summary.`,
  unknown: () => 'It is unknown whether anything got worse: too few earlier days, or too few calls on them.',
  alert: (count: number | undefined) =>
    count === undefined
      ? 'Whether an alert of a rule is open is not known (`fail-on: alert`): whom earlier runs told could not be read.'
      : `${count === 1 ? 'An alert of a rule is' : `${count} alerts of rules are`} open (\`fail-on: alert\`): the job summary lists the rules.`,
  ungraded: 'The config has a sample judged (`monitor.quality`), and no call got a grade: the job summary says why.',
  untaken: 'No pull request with the offered cases could be opened: the job summary says why.',
} as const;

function outputsOf(report: MonitorReport, { verdict, reason }: Endings): Readonly<Record<string, string>> {
  const { observed, alerts } = report;
  return {
    verdict,
    ...(verdict === 'invalid' ? { reason } : {}),
    moved: movedJson(report),
    alerts: escapeHidden(JSON.stringify(alerts)),
    ...(observed === undefined ? {} : { calls: String(observed.calls), 'cost-usd': String(observed.usd ?? '') }),
  };
}

function annotate(level: 'error' | 'warning' | 'notice', message: string, stage: Stage): void {
  stage.annotate({ level, title: 'Promptgate', message });
}

/** Logs, a config or a history that cannot be read are told, and never end green. */
async function tellProblems(problems: readonly Problem[], stage: Stage): Promise<void> {
  await setOutputs({ verdict: 'invalid', reason: problems[0]?.reason ?? 'files' }, stage);
  for (const problem of problems)
    await tryOutput('The annotations', stage, () => annotate('error', stage.redact(showProblem(problem)), stage));
  const { monitorProblems } = await import('../../reporters/monitor.ts');
  await tryOutput('The job summary', stage, () => stage.writeSummary(stage.redact(monitorProblems(problems))));
}

async function reportOrProblems(
  inputs: Inputs,
  ports: RunnerReading,
  signal: AbortSignal,
): Promise<ReadOnRunner | { readonly problems: readonly Problem[] }> {
  try {
    return await readOnRunner(inputs, ports, signal);
  } catch (fault) {
    if (!(fault instanceof ProblemError)) throw fault;
    return { problems: fault.problems };
  }
}

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
