import { ProblemError } from '../core/problem.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { type PublishPorts, publishReview, publishTakenOver } from './publish/publish-review.ts';
import { findTakenOver } from './publish/take-over.ts';
import { brokenReview } from './review/broken-review.ts';
import { type ReviewResult, review } from './review/review.ts';
import type { ReviewPorts } from './review/review-ports.ts';

export type PullRequestPorts = ReviewPorts & PublishPorts;

export type PullRequestRun = {
  readonly inputs: Inputs;
  /** The event gives the run the base repository's secrets, whoever opened the pull request. */
  readonly privileged: boolean;
  readonly signal?: AbortSignal;
};

/** The action's whole run: review, comment, summary, outputs. @returns whether the gate is open. */
export async function reviewPullRequest(run: PullRequestRun, ports: PullRequestPorts): Promise<boolean> {
  const startedAt = ports.clock.now();
  const result = await reviewOrProblems(run, ports, startedAt);
  return result.takenOver === undefined
    ? publishReview(result, startedAt, ports)
    : publishTakenOver(result, result.takenOver, startedAt, ports);
}

async function reviewOrProblems(
  run: PullRequestRun,
  ports: PullRequestPorts,
  startedAt: number,
): Promise<ReviewResult> {
  try {
    return await review(
      {
        inputs: run.inputs,
        privileged: run.privileged,
        ...(run.signal === undefined ? {} : { signal: run.signal }),
        findEarlier: async (fingerprint, pull, settings) =>
          pull.number === undefined
            ? undefined
            : findTakenOver(ports.forum, { pull: pull.number, name: settings.name ?? '', fingerprint }),
      },
      ports,
    );
  } catch (fault) {
    if (!(fault instanceof ProblemError)) throw fault;
    // The comment, where there is one already, must not go on showing an older verdict.
    const pull = await ports.host.pullRequest().catch(() => undefined);
    const broken = brokenReview(fault.problems, ports.tool, startedAt, run.inputs);
    return pull === undefined || 'nothing' in pull ? broken : { ...broken, pull };
  }
}
