import { ProblemError } from '../core/problem.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import type { BothSides } from '../core/side.ts';
import { type ComparePorts, compareFiles } from './compare/compare-files.ts';
import { brokenReview } from './review/empty-report.ts';
import type { ReviewResult } from './review/review.ts';
import { type LocalResult, type Showing, showLocally } from './show-locally.ts';

/** A comparison of two score files, as the command line shows it. */
export async function compareLocally(
  asked: Showing & { readonly inputs: Inputs; readonly paths: BothSides<string> },
  ports: ComparePorts,
): Promise<LocalResult> {
  const { report } = await compareOrProblems(asked.inputs, asked.paths, ports);
  return showLocally(report, asked, ports.clock.now());
}

async function compareOrProblems(inputs: Inputs, paths: BothSides<string>, ports: ComparePorts): Promise<ReviewResult> {
  const startedAt = ports.clock.now();
  try {
    return await compareFiles({ inputs, paths }, ports);
  } catch (fault) {
    if (!(fault instanceof ProblemError)) throw fault;
    const broken = brokenReview(fault.problems, ports.tool, startedAt, inputs);
    return { ...broken, report: { ...broken.report, mode: 'compare' } };
  }
}
