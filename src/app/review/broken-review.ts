import type { Problem } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import { emptyReport } from './empty-report.ts';
import { defaultInputs, defaultSettings } from './read-settings.ts';
import type { ReviewResult } from './review.ts';

/** What a run reports that could not even begin: the problems, and a closed gate. */
export function brokenReview(
  problems: readonly Problem[],
  tool: Report['tool'],
  startedAt: number,
  inputs: Inputs = defaultInputs(),
): ReviewResult {
  // What is wrong may be the inputs of the mode themselves: then the settings are not to be had with them.
  const { old: _, new: __, mode, ...others } = inputs;
  const settings = { ...defaultSettings({ ...others, mode: 'review' }), mode };
  const report = emptyReport({ tool }, settings, new Date(startedAt).toISOString());
  return { report: { ...report, verdict: 'invalid', problems, gate: { ...report.gate, open: false } }, settings };
}
