import { verdictOfReason } from '../gate/verdict-of-reason.ts';
import { showProblem } from '../problem.ts';
import type { Report } from '../report/report.ts';
import { gateWordsOf, problemsOf } from '../report/report-outcome.ts';
import { verdicts, worst } from '../verdict.ts';
import { addCalls, addCosts } from './add-spent.ts';
import { isOpen } from './assemble-report.ts';

/** The report of one config's prompts; `config` is that of a folder, and absent of the root's. */
export type ConfigReport = { readonly report: Report; readonly config?: string };

/**
 * The reports of several configs as one: the worst verdict, one gate, what was spent together. What holds for a whole run is the
 * first one's, the root's.
 */
export function mergeReports(
  [root, ...folders]: readonly [ConfigReport, ...ConfigReport[]],
  fingerprint: string,
): Report {
  const all = [root, ...folders];
  const reports = all.map(({ report }) => report);
  const prompts = all
    .flatMap(({ report, config }) =>
      report.prompts.map((prompt) => (config === undefined ? prompt : { ...prompt, config })),
    )
    .toSorted((one, other) => (one.path < other.path ? -1 : Number(one.path > other.path)));
  const exchanged = reports.find((report) => report.exchangedJudge !== undefined)?.exchangedJudge;
  const problems = [
    ...new Map(reports.flatMap((report) => report.problems).map((one) => [showProblem(one), one])).values(),
  ];
  const unreviewed = reports.flatMap((report) => report.unreviewed);
  const pictures = Object.assign({}, ...reports.map((report) => report.pictures ?? {}));
  const ended = soonest.find((one) => reports.some((report) => report.ended === one)) ?? 'complete';
  const stoppedBy = reports.find((report) => report.ended === ended && report.stoppedBy !== undefined)?.stoppedBy;
  const judge = reports.find((report) => report.judge !== undefined)?.judge;
  const judged = reports.find((report) => report.prompts.length > 0) ?? root.report;
  const words = gateWordsOf({ prompts, problems, unreviewed, ...(exchanged && { exchangedJudge: exchanged }) });
  const faults = problemsOf({ problems, prompts }).map(({ problem }) => problem);
  const { skipped, ...whole } = root.report;
  const nothing = words.length === 0 && skipped !== undefined;
  const open = isOpen(words, faults, whole.gate.failOn, whole.accepted.length > 0);
  return {
    ...whole,
    fingerprint,
    ...(nothing ? { verdict: 'skipped' as const, skipped } : { verdict: worst(words) }),
    reasons: reports.flatMap((report) => report.reasons).toSorted((one, other) => rankOf(one) - rankOf(other)),
    gate: { ...whole.gate, open },
    problems,
    ended,
    ...(stoppedBy === undefined ? {} : { stoppedBy }),
    unreviewed,
    ...(Object.keys(pictures).length === 0 ? {} : { pictures }),
    notes: [...new Set(reports.flatMap((report) => report.notes))],
    prompts,
    ...(judge === undefined ? {} : { judge }),
    ...(exchanged === undefined ? {} : { exchangedJudge: exchanged }),
    served: reports.flatMap((report) => report.served),
    ...(reports.some((report) => report.recounted !== undefined) && {
      recounted: reports.flatMap((report) => report.recounted ?? []),
    }),
    adapted: reports.flatMap((report) => report.adapted),
    // Where the root's config judged nothing, how a verdict was found is told of the first that did.
    method: judged.method,
    calls: reports.map((report) => report.calls).reduce(addCalls),
    costUsd: reports.map((report) => report.costUsd).reduce(addCosts),
  };
}

/** What ended a run, by how much it takes away. */
const soonest = ['cancelled', 'deadline', 'budget'] as const;

function rankOf({ reason }: Report['reasons'][number]): number {
  return verdicts.indexOf(verdictOfReason(reason));
}
