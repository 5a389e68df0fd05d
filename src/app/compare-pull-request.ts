import { ProblemError } from '../core/problem.ts';
import type { PullRequest } from '../core/pull-request.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { type ComparePorts, compareFiles } from './compare/compare-files.ts';
import { publishReview } from './publish/publish-review.ts';
import { brokenReview } from './review/empty-report.ts';
import type { ReviewResult } from './review/review.ts';
import type { PullRequestPorts } from './review-pull-request.ts';

/** The action's run in `mode: compare`: no model is asked. In a pull request it comments too. @returns whether the gate is open. */
export async function comparePullRequest(inputs: Inputs, ports: PullRequestPorts & ComparePorts): Promise<boolean> {
  const startedAt = ports.clock.now();
  return publishReview(await compareOrProblems(inputs, ports, startedAt), startedAt, undefined, ports);
}

async function compareOrProblems(
  inputs: Inputs,
  ports: PullRequestPorts & ComparePorts,
  startedAt: number,
): Promise<ReviewResult> {
  let pull: PullRequest | undefined;
  try {
    const found = await ports.host.pullRequest();
    pull = 'nothing' in found ? undefined : found;
    const { old, new: next } = inputs;
    if (old === undefined || next === undefined) throw new ProblemError(filesMissing);
    const compared = pull === undefined ? {} : { pull: { host: ports.host, request: pull } };
    return await compareFiles({ inputs, paths: { old, new: next }, ...compared }, ports);
  } catch (fault) {
    if (!(fault instanceof ProblemError)) throw fault;
    const broken = brokenReview(fault.problems, ports.tool, startedAt, inputs);
    return pull === undefined ? broken : { ...broken, pull };
  }
}

const filesMissing = {
  reason: 'config',
  what: '`mode: compare` needs two files, `old` and `new`.',
  fix: 'Give each as an input: a saved report or a score file in the workspace.',
} as const;
