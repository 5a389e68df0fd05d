import { type Problem, showProblem } from '../core/problem.ts';
import type { Report } from '../core/report/report.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { parseInputs } from '../core/settings/parse-inputs.ts';
import type { Annotation } from '../reporters/index.ts';
import type { ComparePorts } from './compare/compare-files.ts';
import { brokenReview } from './review/broken-review.ts';
import { type PullRequestPorts, reviewPullRequest } from './review-pull-request.ts';

/** What of the runner is needed before anything can be wired. */
type Given = {
  readonly inputs: ReadonlyMap<string, string>;
  readonly annotate: (annotation: Annotation) => void;
  readonly writeSummary: (markdown: string) => Promise<void>;
  readonly setOutput: (name: 'verdict' | 'reason', value: string) => void;
  readonly tool: Report['tool'];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
};

/** What the action's run is wired with. */
export type ActionPorts = PullRequestPorts &
  ComparePorts & {
    readonly privileged: boolean;
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
  if (parsed.kind === 'broken') return refuseInputs(parsed.problems, given);
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
    return await reviewPullRequest(run, ports);
  } finally {
    await close();
  }
}

/** Inputs that cannot be read leave nothing to wire: they are told with what the runner alone can do. */
async function refuseInputs(problems: readonly Problem[], given: Given): Promise<boolean> {
  for (const problem of problems)
    given.annotate({ level: 'error', title: 'Promptgate', message: showProblem(problem) });
  const { writeSummary } = await import('../reporters/index.ts');
  const { report } = brokenReview(problems, given.tool, given.startedAt);
  await given.writeSummary(writeSummary(report));
  given.setOutput('verdict', 'invalid');
  given.setOutput('reason', 'config');
  return false;
}
