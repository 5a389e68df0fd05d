import { checkOrProblems } from './check-locally.ts';
import { publishReview } from './publish/publish-review.ts';
import type { ReviewResult } from './review/review.ts';
import type { PullRequestPorts, PullRequestRun } from './review-pull-request.ts';

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
