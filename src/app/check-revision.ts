import { ProblemError } from '../core/problem.ts';
import { type CheckRequest, check } from './check/check.ts';
import { publishReview } from './publish/publish-review.ts';
import { brokenReview } from './review/empty-report.ts';
import type { ReviewResult } from './review/review.ts';
import type { ReviewPorts } from './review/review-ports.ts';
import type { PullRequestPorts, PullRequestRun } from './review-pull-request.ts';
import { type LocalResult, type Showing, showLocally } from './show-locally.ts';

/**
 * The action's run in `mode: check`: the golden cases of the pull request's head, elsewhere of the commit that the run is for.
 * @returns whether the gate is open.
 */
export async function checkRevision(run: PullRequestRun, ports: PullRequestPorts): Promise<boolean> {
  const startedAt = ports.clock.now();
  const result = await checkOrProblems({ ...run, named: { written: [], folder: '' } }, ports);
  return publishReview(await placed(result, ports), startedAt, undefined, ports);
}

/** A check that could not even begin belongs to its pull request all the same: the comment must not go on showing an older verdict. */
async function placed(result: ReviewResult, { host }: PullRequestPorts): Promise<ReviewResult> {
  if (result.pull !== undefined) return result;
  const pull = await host.pullRequest().catch(() => undefined);
  return pull === undefined || 'nothing' in pull ? result : { ...result, pull };
}

/** A check of the golden cases of a working tree, as the command line shows it. */
export async function checkLocally(asked: Showing & CheckRequest, ports: ReviewPorts): Promise<LocalResult> {
  const { report, shown } = await checkOrProblems(asked, ports);
  return showLocally(report, asked, ports.clock.now(), shown);
}

/** A check whose config or files cannot be read is a report of what is wrong. */
async function checkOrProblems(request: CheckRequest, ports: ReviewPorts): Promise<ReviewResult> {
  const startedAt = ports.clock.now();
  try {
    return await check(request, ports);
  } catch (fault) {
    if (!(fault instanceof ProblemError)) throw fault;
    return brokenReview(fault.problems, ports.tool, startedAt, request.inputs);
  }
}
