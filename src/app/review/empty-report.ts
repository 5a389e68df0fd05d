import { assembleReport, type Spent } from '../../core/assemble/assemble-report.ts';
import type { Problem } from '../../core/problem.ts';
import type { PullRequest } from '../../core/pull-request.ts';
import type { Report } from '../../core/report/report.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { defaultInputs, defaultSettings } from './read-settings.ts';
import type { ReviewResult } from './review.ts';
import type { ReviewPorts } from './review-ports.ts';

/** No call, no dollar. */
export const nothingSpent: Spent = {
  calls: {
    made: 0,
    kept: 0,
    saved: 0,
    failed: 0,
    retried: 0,
    byPurpose: { reply: 0, judge: 0, simulate: 0, embedding: 0 },
  },
  costUsd: { actual: 0, unpriced: [] },
  served: [],
  adapted: [],
};

/** A report of a review in which nothing was asked. */
export function emptyReport(
  { tool }: Pick<ReviewPorts, 'tool'>,
  settings: Settings,
  startedAt: string,
  pull?: PullRequest,
): Report {
  const nowhere = { sha: '', ref: '' };
  return assembleReport({
    tool,
    pull: pull ?? { base: nowhere, head: nowhere },
    startedAt,
    fingerprint: '',
    settings,
    results: [],
    broken: [],
    unreviewed: [],
    problems: [],
    notes: [],
    ended: 'complete',
    accepted: [],
    spent: nothingSpent,
    links: {},
    readSaid: () => undefined,
  });
}

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
