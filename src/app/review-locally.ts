import { ProblemError } from '../core/problem.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { brokenReview } from './review/empty-report.ts';
import { type ReviewResult, review } from './review/review.ts';
import type { ReviewPorts } from './review/review-ports.ts';
import type { Stage } from './review/stage.ts';
import { type LocalResult, type Showing, showLocally } from './show-locally.ts';

export type LocalReview = Showing & {
  readonly inputs: Inputs;
  readonly show?: Stage;
  readonly signal: AbortSignal;
};

/** A review, and how the command line shows it. */
export type LocallyReviewed = Pick<ReviewResult, 'report' | 'settings'> & { readonly shown: LocalResult };

/** The review of a local repository, as the command line shows it. */
export async function reviewLocally(asked: LocalReview, ports: ReviewPorts): Promise<LocallyReviewed> {
  const { report, settings, shown } = await reviewOrProblems(asked, ports);
  return { report, settings, shown: await showLocally(report, asked, ports.clock.now(), shown) };
}

async function reviewOrProblems(asked: LocalReview, ports: ReviewPorts): Promise<ReviewResult> {
  const startedAt = ports.clock.now();
  const { inputs, show, signal } = asked;
  try {
    return await review({ inputs, signal, ...(show === undefined ? {} : { show }) }, ports);
  } catch (fault) {
    if (!(fault instanceof ProblemError)) throw fault;
    return brokenReview(fault.problems, ports.tool, startedAt, inputs);
  }
}
