import { type DriftLine, type DriftRun, takenAsUsual } from '../../core/drift/drift-line.ts';
import { followBeside, lookBeside } from '../../core/drift/follow-beside-judge.ts';
import type { RowState } from '../../core/drift/follow-row.ts';
import { withTexts } from '../../core/drift/kept-texts.ts';
import { linesOfReport } from '../../core/drift/lines-of-report.ts';
import { freshReplies } from '../../core/drift/look-again.ts';
import { type JudgePast, steadyJudge } from '../../core/drift/past-of-judge.ts';
import { rowName } from '../../core/drift/read-history.ts';
import { withFingerprints } from '../../core/drift/with-fingerprints.ts';
import { isJudged } from '../../core/drift/without-judged.ts';
import type { Report, ReportCase } from '../../core/report/report.ts';
import { findRefusal } from '../../scorers/index.ts';
import { check } from '../check/check.ts';
import type { NamedPrompts } from '../check/pick-checked.ts';
import { chooseMetrics } from '../monitor/choose-metrics.ts';
import type { ReviewResult } from '../review/review.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import { type DriftLimits, type DriftPlace, type DriftRequest, leftOf } from './drift-run.ts';
import { measureDistances } from './measure-distances.ts';
import { type ObservedReport, observeReplies } from './observe-replies.ts';
import { watchedSuspicions } from './report-drift.ts';
import { confirmJudge, type JudgeWatched, watchJudge } from './watch-judge.ts';

/** What the golden cases came to, row by row, the reports of all that was asked, and what the judge that graded them is like. */
export type GoldenWatched = {
  readonly states: readonly RowState[];
  readonly asked: readonly Report[];
  readonly judge?: JudgeWatched;
  /** What judging by observers took, and what is to be said of it. */
  readonly observed: Pick<ObservedReport, 'spent' | 'notes'>;
};

/**
 * Asks the golden cases, holds the replies to the history, and has alarms confirmed by fresh ones. What is seen is kept first. The
 * judge is looked at before what it says is: a fall of judged checks alone is not the model's where the judge moved.
 */
export async function watchGolden(
  request: DriftRequest,
  ports: ReviewPorts,
  place: DriftPlace,
  limits: DriftLimits,
): Promise<GoldenWatched> {
  const { drift: settings } = place.settings;
  const when = { at: place.at, run: place.run };
  const metrics =
    settings.metrics.length === 0
      ? []
      : chooseMetrics(settings, place.settings, (name) => ports.hasKey(place.settings, name), 'drift.metrics');
  const result = await ask(request, ports, { trials: settings.trials, prompts: request.named, ...limits });
  const observed = await observeReplies(result, metrics, ports, place, leftOf(limits, result.report));
  const { report: seen } = observed;
  const told: readonly DriftRun[] = linesOfReport(seen, when, isRefusal)
    .filter(hasReply)
    .map((line) => withFingerprints(line, result.runs ?? []))
    .map((line) => (settings.layers.includes('fingerprint') ? { ...line, watchesFingerprint: true as const } : line))
    .map((line) => (settings.historyTexts ? withTexts(line, casesOf(line, seen), earlierOf(line, place)) : line));
  const rest = observed.spent.reduce(leftOf, leftOf(limits, seen));
  const distances = await measureDistances(told, seen, (line) => earlierOf(line, place), ports, place, rest);
  const { lines } = distances;
  const taken = lines.filter(({ prompt, model }) => place.accepted.has(rowName(prompt, model))).map(takenAsUsual);
  if (lines.length > 0) await place.keep([...lines, ...taken]);
  const rows = lines.map((line) => ({
    line,
    known: [
      ...earlierOf(line, place),
      line,
      ...taken.filter(({ prompt, model }) => prompt === line.prompt && model === line.model),
    ],
  }));
  const statesBy = (past: JudgePast): readonly RowState[] =>
    rows.flatMap(({ known }) => followBeside(known, past) ?? []);
  let left = distances.spent.reduce(leftOf, rest);
  let judge = await watchJudge(
    { ...result, report: seen, beside: metrics.map(({ check: own }) => own) },
    ports,
    place,
    left,
  );
  if (judge !== undefined) {
    left = judge.spent.reduce(leftOf, left);
    const fell = statesBy(judge.past).filter((state) => state.suspected.some((one) => isJudged(one, state)));
    const before = judge.spent.length;
    judge = await confirmJudge(judge, fell, ports, place, left);
    left = judge.spent.slice(before).reduce(leftOf, left);
  }
  const { past } = judge ?? { past: steadyJudge };
  const states = statesBy(past);
  const suspected = states.filter((state) => watchedSuspicions(state, settings).length > 0);
  const again = suspected.length === 0 ? undefined : await confirm(suspected, left, request, ports);
  const wanted = metrics.filter(({ check: { name } }) =>
    suspected.some((state) => state.suspected.some(({ channel }) => channel === `metric:${name}`)),
  );
  const fresh = again && (await observeReplies(again, wanted, ports, place, leftOf(left, again.report)));
  const more = fresh?.report;
  const heard = more === undefined ? [] : linesOfReport(more, when, isRefusal);
  const wantsDistance = suspected.some((state) => state.suspected.some(({ channel }) => channel === 'distance'));
  const unmeasured = { lines: heard, spent: [], notes: [] };
  const freshLines =
    fresh === undefined || !wantsDistance
      ? unmeasured
      : await measureDistances(
          heard,
          fresh.report,
          (line) => earlierOf(line, place),
          ports,
          place,
          fresh.spent.reduce(leftOf, leftOf(left, fresh.report)),
        );
  const confirmations = freshLines.lines.flatMap((line) => {
    const state = suspected.find(({ latest }) => latest.prompt === line.prompt && latest.model === line.model);
    return state === undefined ? [] : lookBeside(watchedSuspicions(state, settings), state, line, past);
  });
  if (confirmations.length > 0) await place.keep(confirmations);
  const settled = rows.flatMap(({ line, known }) => {
    const isOwn = ({ prompt, model }: Pick<DriftLine, 'prompt' | 'model'>): boolean =>
      prompt === line.prompt && model === line.model;
    const own = confirmations.filter(isOwn);
    // Years of runs are not followed once more where nothing was added to them.
    if (own.length === 0) return states.filter(({ latest }) => isOwn(latest));
    return followBeside([...known, ...own], past) ?? [];
  });
  return {
    states: settled,
    asked: [seen, ...(more === undefined ? [] : [more])],
    ...(judge === undefined ? {} : { judge }),
    observed: {
      spent: [observed, distances, fresh, freshLines].flatMap((one) => one?.spent ?? []),
      notes: [observed, distances, fresh, freshLines].flatMap((one) => one?.notes ?? []),
    },
  };
}

/** Golden cases asked of head, each so often, none of them kept from before. */
function ask(
  { inputs, signal }: DriftRequest,
  ports: ReviewPorts,
  { trials, prompts, calls, usd }: { readonly trials: number; readonly prompts: NamedPrompts } & DriftLimits,
): Promise<ReviewResult> {
  return check(
    {
      inputs: {
        ...inputs,
        mode: 'check',
        sampling: 'fixed',
        trials,
        'baseline-age': 0,
        'max-calls': calls,
        'max-cost': usd,
      },
      named: prompts,
      signal,
    },
    ports,
  );
}

function confirm(
  suspected: readonly RowState[],
  left: DriftLimits,
  request: DriftRequest,
  ports: ReviewPorts,
): Promise<ReviewResult> {
  const prompts = [...new Set(suspected.map(({ latest }) => latest.prompt))];
  ports.progress.say(`${prompts.join(', ')}: something changed; checking with ${freshReplies} fresh replies per case.`);
  return ask(request, ports, { trials: freshReplies, prompts: { written: prompts, folder: '' }, ...left });
}

function isRefusal(text: string): boolean {
  return findRefusal(text) !== undefined;
}

/** A prompt of which no reply came leaves no line: it would say nothing. */
function hasReply({ cases }: DriftRun): boolean {
  return cases.some(({ values }) => Object.keys(values).length > 0);
}

function earlierOf({ prompt, model }: DriftRun, { rows }: DriftPlace): readonly DriftLine[] {
  return rows.get(rowName(prompt, model)) ?? [];
}

function casesOf({ prompt, model }: DriftRun, { prompts }: Report): readonly ReportCase[] {
  const rows = prompts.find(({ path }) => path === prompt)?.models ?? [];
  return rows.find((row) => row.model.new === model)?.cases ?? [];
}
