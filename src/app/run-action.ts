import type { IssueBoard } from '../core/issue-board.ts';
import { type Problem, showProblem } from '../core/problem.ts';
import type { Report } from '../core/report/report.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { parseInputs } from '../core/settings/parse-inputs.ts';
import type { Annotation } from '../reporters/index.ts';
import type { ComparePorts } from './compare/compare-files.ts';
import type { SchedulePorts } from './drift/watch-on-schedule.ts';
import type { RunnerMonitorPorts } from './monitor/monitor-on-runner.ts';
import type { PortabilityPorts } from './portability/portability.ts';
import { brokenReview } from './review/empty-report.ts';
import { type PullRequestPorts, reviewPullRequest } from './review-pull-request.ts';

/** What of the runner is needed before anything can be wired. */
type Given = {
  readonly inputs: ReadonlyMap<string, string>;
  readonly annotate: (annotation: Annotation) => void;
  readonly writeSummary: (markdown: string) => Promise<void>;
  readonly setOutput: (name: 'verdict' | 'reason', value: string) => void;
  /** What of the step itself cannot be read, such as its event. */
  readonly problems: readonly Problem[];
  readonly tool: Report['tool'];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
};

/** What the action's run is wired with. */
export type ActionPorts = PullRequestPorts &
  PortabilityPorts &
  ComparePorts &
  SchedulePorts &
  RunnerMonitorPorts & {
    readonly privileged: boolean;
    readonly issues: IssueBoard;
    /** Closes what was opened, once all is published. */
    readonly close: () => Promise<void>;
  };

/** Reads the inputs, wires what they ask for and reviews. @returns whether the gate is open. */
export async function runAction(
  given: Given,
  wire: (inputs: Inputs) => ActionPorts,
  signal: AbortSignal,
): Promise<boolean> {
  const parsed = parseInputs(given.inputs);
  if (parsed.kind === 'broken' || given.problems.length > 0)
    return refuse([...given.problems, ...(parsed.kind === 'broken' ? parsed.problems : [])], given);
  const { privileged, close, ...ports } = wire(parsed.inputs);
  try {
    if (parsed.inputs.mode === 'compare') {
      const { comparePullRequest } = await import('./compare-pull-request.ts');
      return await comparePullRequest(parsed.inputs, ports);
    }
    const run = { inputs: parsed.inputs, privileged, signal };
    if (parsed.inputs.mode === 'check') {
      const { checkRevision } = await import('./check-revision.ts');
      return await checkRevision(run, ports);
    }
    if (parsed.inputs.mode === 'portability') {
      const { portRevision } = await import('./portability/port-revision.ts');
      return await portRevision(run, ports);
    }
    if (parsed.inputs.mode === 'drift') {
      const { watchOnSchedule } = await import('./drift/watch-on-schedule.ts');
      return await watchOnSchedule(run, ports);
    }
    if (parsed.inputs.mode === 'monitor') {
      const { monitorOnRunner } = await import('./monitor/monitor-on-runner.ts');
      return await monitorOnRunner(parsed.inputs, ports, signal);
    }
    return await reviewPullRequest(run, ports);
  } finally {
    // What is left behind for later runs decides nothing about this one.
    await close().catch((fault: unknown) => {
      const message = `What this run learned could not be kept: ${fault instanceof Error ? fault.message : String(fault)}`;
      given.annotate({ level: 'warning', title: 'Promptgate', message });
    });
  }
}

/** Inputs or an event that cannot be read leave nothing to wire: they are told with what the runner alone can do. */
async function refuse(problems: readonly Problem[], given: Given): Promise<boolean> {
  for (const problem of problems)
    given.annotate({ level: 'error', title: 'Promptgate', message: showProblem(problem) });
  await trying(given, () => given.setOutput('verdict', 'invalid'));
  await trying(given, () => given.setOutput('reason', problems[0]?.reason ?? 'config'));
  const { writeSummary } = await import('../reporters/index.ts');
  const { report } = brokenReview(problems, given.tool, given.startedAt);
  await trying(given, () => given.writeSummary(writeSummary(report)));
  return false;
}

async function trying({ annotate }: Given, show: () => void | Promise<void>): Promise<void> {
  try {
    await show();
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault);
    annotate({ level: 'warning', title: 'Promptgate', message });
  }
}
