import { ProblemError } from '../core/problem.ts';
import { type CheckRequest, check } from './check/check.ts';
import { brokenReview } from './review/broken-review.ts';
import type { ReviewResult } from './review/review.ts';
import type { ReviewPorts } from './review/review-ports.ts';
import { type LocalResult, type Showing, showLocally } from './show-locally.ts';

/** A check of the golden cases of a working tree, as the command line shows it. */
export async function checkLocally(asked: Showing & CheckRequest, ports: ReviewPorts): Promise<LocalResult> {
  const { report, shown } = await checkOrProblems(asked, ports);
  return showLocally(report, asked, ports.clock.now(), shown);
}

/** A check whose config or files cannot be read is a report of what is wrong. */
export async function checkOrProblems(request: CheckRequest, ports: ReviewPorts): Promise<ReviewResult> {
  const startedAt = ports.clock.now();
  try {
    return await check(request, ports);
  } catch (fault) {
    if (!(fault instanceof ProblemError)) throw fault;
    return brokenReview(fault.problems, ports.tool, startedAt, request.inputs);
  }
}
