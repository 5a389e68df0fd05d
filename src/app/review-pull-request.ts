import type { ForumComment } from '../core/forum.ts';
import { type Problem, ProblemError } from '../core/problem.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { publishReview } from './publish/publish-review.ts';
import { publishTakenOver } from './publish/publish-taken-over.ts';
import type { PublishPorts } from './publish/stage.ts';
import { findTakenOver } from './publish/take-over.ts';
import { type LiveComment, tellWhileAsking } from './publish/tell-while-asking.ts';
import { brokenReview } from './review/empty-report.ts';
import { type ReviewRequest, type ReviewResult, review } from './review/review.ts';
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
  let listed: readonly ForumComment[] | undefined;
  let live: LiveComment | undefined;
  const findEarlier: ReviewRequest['findEarlier'] = async (fingerprint, pull, settings) => {
    const comments = pull.number === undefined ? undefined : await ports.forum.comments(pull.number);
    // What cannot be read is no verdict.
    if (comments === undefined || comments.kind === 'refused') return undefined;
    listed = comments.value;
    const earlier = findTakenOver(listed, { name: settings.name ?? '', fingerprint, seal: ports.sealOf(settings) });
    const { number } = pull;
    if (earlier === undefined && number !== undefined && pull.queued !== true && settings.comment !== 'never')
      live = tellWhileAsking({ settings, pull: { ...pull, number }, startedAt, listed }, ports);
    return earlier;
  };
  try {
    const result = await reviewOrProblems(run, findEarlier, ports, startedAt);
    return result.takenOver === undefined
      ? await publishReview(result, startedAt, listed, ports, live)
      : await publishTakenOver(result, result.takenOver, { startedAt, listed: listed ?? [] }, ports);
  } finally {
    await live?.end();
  }
}

async function reviewOrProblems(
  { inputs, privileged, signal }: PullRequestRun,
  findEarlier: ReviewRequest['findEarlier'],
  ports: PullRequestPorts,
  startedAt: number,
): Promise<ReviewResult> {
  try {
    const request = { inputs, privileged, ...(signal === undefined ? {} : { signal }) };
    return await review({ ...request, ...(findEarlier === undefined ? {} : { findEarlier }) }, ports);
  } catch (fault) {
    const problems = fault instanceof ProblemError ? fault.problems : [faultOfOurs(fault, ports.stage.say)];
    // The comment, where there is one already, must not go on showing an older verdict.
    const pull = await ports.host.pullRequest().catch(() => undefined);
    const broken = brokenReview(problems, ports.tool, startedAt, inputs);
    return pull === undefined || 'nothing' in pull ? broken : { ...broken, pull };
  }
}

/** It decides nothing about the prompts, and must not leave an older verdict standing: what was paid for is kept for the next run. */
function faultOfOurs(fault: unknown, say: (line: string) => void): Problem {
  say(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  const why = fault instanceof Error ? fault.message : String(fault);
  return {
    reason: 'files',
    what: `A fault of Promptgate's own, which decides nothing about your prompts: ${why.replace(/\.$/u, '')}.`,
    fix: 'Please report it, with the log of this step.',
  };
}
