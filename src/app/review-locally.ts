import { ProblemError } from '../core/problem.ts';
import type { Report } from '../core/report/report.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { brokenReview } from './review/broken-review.ts';
import { type ReviewResult, review } from './review/review.ts';
import type { ReviewPorts } from './review/review-ports.ts';
import type { Stage } from './review/stage.ts';

export type LocalReview = {
  readonly inputs: Inputs;
  readonly json?: true;
  /** File for the HTML report. */
  readonly html?: string;
  /** File for what the pull request's comment would say. */
  readonly comment?: string;
  readonly accept?: true;
  readonly show?: Stage;
  readonly colours: boolean;
  readonly signal: AbortSignal;
};

export type LocalResult = {
  /** For stdout. */
  readonly text: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly open: boolean;
  /** The input is at fault: a config, a file, a permission. */
  readonly faulty: boolean;
};

/** The review of a local repository, as the command line shows it. */
export async function reviewLocally(asked: LocalReview, ports: ReviewPorts): Promise<LocalResult> {
  const { report: judged, shown } = await reviewOrProblems(asked, ports);
  const report = asked.accept === true ? accept(judged, ports.clock.now()) : judged;
  const faulty = report.problems.some(
    ({ reason }) => reason !== 'provider' && reason !== 'judge' && reason !== 'budget',
  );
  const { open } = report.gate;
  if (shown !== undefined) return { text: JSON.stringify(shown, null, 2), files: [], open, faulty };
  const { writeComment, writeHtml, writeJson, writeTerminal } = await import('../reporters/index.ts');
  const files = [
    ...(asked.html === undefined ? [] : [{ path: asked.html, text: writeHtml(report) }]),
    ...(asked.comment === undefined ? [] : [{ path: asked.comment, text: writeComment(report, '') }]),
  ];
  const text = asked.json === true ? writeJson(report) : writeTerminal(report, { colours: asked.colours });
  return { text, files, open, faulty };
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

/** On one's own machine one accepts by saying so. The verdict stays; only the gate opens. */
function accept(report: Report, now: number): Report {
  if (report.verdict !== 'regressed') return report;
  const { fingerprint } = report;
  return {
    ...report,
    accepted: [{ by: 'you', at: new Date(now).toISOString(), how: '--accept', fingerprint }],
    gate: { ...report.gate, open: report.problems.length === 0 },
  };
}
