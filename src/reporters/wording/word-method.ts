import type { Report, ReportRow } from '../../core/report/report.ts';
import { showCount, showMoney, showNumberOf, showPoints } from '../show-quantity.ts';
import { list, own, type Phrase, quote, say } from './say.ts';
import { wordRaise, wordStopped } from './word-stopped.ts';

const samplings = {
  adaptive: 'rounds, more replies only where they disagree',
  confirm: 'rounds until it is proven either way',
  fixed: 'one round',
} as const satisfies Record<Report['method']['sampling'], string>;

/**
 * How the verdict was found, in two lines: the procedure with its error; what it cost, why it ended, and what it would have seen.
 * @param told the error and what it would have seen stand above already
 */
export function wordMethod(report: Report, told = false): readonly [Phrase, Phrase] {
  const { method, calls, costUsd } = report;
  const procedure =
    report.mode === 'check'
      ? wordChecking(report)
      : say`${told ? [] : own(`A harmless edit is blocked in at most ${wordShare(method.alpha)} reviews. `)}Old and new replies to the same cases were swapped in all ways inside each case (permutation tests, one-sided); drops under ${own(showPoints(method.tolerance))} are tolerated. Pass rate and score are means over the replies that every case was asked, without those of the rounds that only unsteady cases were. Sampling: ${own(method.sampling)} (${own(samplings[method.sampling])}, at most ${own(showNumberOf(method.trials, 'reply', 'replies'))} a case and side)${own(carlo(report))}.`;
  const row = blindestRow(report);
  const seen =
    row === undefined || told
      ? []
      : say` Would have seen ${wordWouldSee(row)}${wordHalving(row).length === 0 ? [] : say` (${wordHalving(row)})`}.`;
  // Score files are compared as they are: to count calls and dollars of it would be noise.
  if (report.mode === 'compare') return [procedure, say`No model was asked.${seen}`];
  const counts = [
    `${showNumberOf(calls.made, 'call')} made`,
    ...(calls.kept > 0 ? [`${showCount(calls.kept)} answered by kept replies`] : []),
    ...(calls.saved > 0 ? [`${showCount(calls.saved)} saved`] : []),
    ...(calls.retried > 0 ? [`${showCount(calls.retried)} retried`] : []),
    ...(calls.failed > 0 ? [`${showCount(calls.failed)} failed`] : []),
  ];
  return [procedure, say`${own(counts.join(', '))}; ${wordCost(costUsd)}.${wordEnding(report)}${seen}`];
}

function wordEnding(report: Report): Phrase {
  if (report.ended === 'cancelled') return own(' The run was cancelled.');
  const stopped = wordStopped(report);
  return stopped.length === 0 ? [] : say` ${stopped} No further round was asked. ${wordRaise(report)}`;
}

/** How a check asks: one side, every case alike. */
function wordChecking({ prompts }: Report): Phrase {
  const cases = prompts.flatMap(({ models }) => models.flatMap((row) => row.cases));
  const replies = Math.max(0, ...cases.map((one) => one.new.of + one.new.missing));
  const asked = showNumberOf(replies, 'reply', 'replies');
  return own(
    `Each case was asked for ${asked} on each model: it passes where all of them do, fails where none does, and is flaky in between. Pass rate and score are means over all replies.`,
  );
}

/** Dollars as far as prices are known; an unknown price is said, and never shown as nothing. */
function wordCost({ actual, estimated, models = [], unpriced, byName = [] }: Report['costUsd']): Phrase {
  const unknown = list(unpriced.map((model) => say`${model}`));
  if (actual === undefined)
    return say`cost not known (no list has a price for ${unknown} at this endpoint; write it in ${quote('`prices`')})`;
  const said = estimated === undefined ? [] : own(` of an estimated ${showMoney(estimated)}`);
  return say`cost ${own(showMoney(actual))}${said}${wordByModel(models)}${unpriced.length === 0 ? [] : say` (price unknown: ${unknown})`}${wordLists(byName)}`;
}

/** What each of several models was billed beside what it was said to come to. */
function wordByModel(models: NonNullable<Report['costUsd']['models']>): Phrase {
  const told = models.flatMap(({ model, actual, estimated }) =>
    actual === undefined
      ? []
      : [say`${model} ${own(showMoney(actual))}${own(estimated === undefined ? '' : ` of ${showMoney(estimated)}`)}`],
  );
  return told.length < 2 ? [] : say` (${list(told)})`;
}

/** Prices that were taken by the model's name alone. */
function wordLists(byName: NonNullable<Report['costUsd']['byName']>): Phrase {
  if (byName.length === 0) return [];
  const lists = [...new Set(byName.map((one) => one.list))].map((name) => say`${quote(name)}’s`);
  return say` at the price of ${list(lists, ' and ')} list for ${list(byName.map(({ model }) => say`${model}`))}: your endpoint may bill differently (${quote('`prices`')} says what)`;
}

function carlo(report: Report): string {
  const rows = report.prompts.flatMap(({ models }) => models);
  const methods = [
    ...report.prompts.map(({ pooled }) => pooled?.method),
    ...rows.flatMap((row) => [row.method, ...row.cases.map(({ method }) => method)]),
  ];
  return methods.some((method) => method?.kind === 'monte-carlo')
    ? '; seeded Monte Carlo where exact counting would be too long'
    : '';
}

/** `1 of 20` */
function wordShare(alpha: number): string {
  return alpha <= 0 ? 'no' : `1 of ${showCount(1 / alpha)}`;
}

/** What a row's design would have seen: `one case that breaks and an even drop of 12 points or more over all cases`. Empty where nothing was compared. */
export function wordWouldSee(row: Pick<ReportRow, 'wouldSee'>): Phrase {
  if (row.wouldSee === null) return [];
  const { case: one, drop, couldFall } = row.wouldSee;
  // Of cases that failed before nothing is promised: they have nothing to lose.
  const able = couldFall === undefined || couldFall.cases === couldFall.of ? undefined : couldFall.cases;
  const over =
    able === undefined ? 'all cases' : one ? 'those' : `the ${showNumberOf(able, 'case')} that passed before`;
  const seen = [
    ...(one ? [able === undefined ? 'one case that breaks' : wordBreak(able)] : []),
    ...(isTold(drop) ? [`an even drop of ${showPoints(drop)} or more over ${over}`] : []),
  ];
  return own(seen.length === 0 ? 'nothing: there are too few replies' : seen.join(' and '));
}

function wordBreak(able: number): string {
  return able === 1
    ? 'a break of the one case that passed before'
    : `one case that breaks of the ${able} that passed before`;
}

/** A drop that reads as half or more is no fine thing to see: a case that breaks says more. */
function isTold(drop: number | null): drop is number {
  return drop !== null && drop < 0.495;
}

/** What would halve the smallest drop that is seen; `what` says so where that was just told. */
export function wordHalving(row: Pick<ReportRow, 'wouldSee'>, what = 'would halve that'): Phrase {
  const halved = row.wouldSee?.halvedBy;
  if (halved === null || halved === undefined || !isTold(row.wouldSee?.drop ?? null)) return [];
  const cases = showNumberOf(halved.moreCases, 'more case');
  const replies = showNumberOf(halved.moreTrials, 'more reply', 'more replies');
  return own(`${cases}, or ${replies} a case and side, ${what}`);
}

/** The row whose design sees least, of those that were answered and could fall: what it would have seen, all of them would have. */
export function blindestRow(report: Report): ReportRow | undefined {
  const rows = report.prompts
    .flatMap(({ models }) => models)
    .filter(({ wouldSee, score }) => wouldSee !== null && score.old !== null && score.new !== null)
    .filter(({ wouldSee }) => wouldSee?.couldFall?.cases !== 0);
  const blindness = (row: ReportRow) => (row.wouldSee?.case === true ? 0 : 1) + (row.wouldSee?.drop ?? 1);
  return rows.toSorted((a, b) => blindness(b) - blindness(a))[0];
}

/** The same in a sentence that can be relied on: `A case that breaks would have been seen; a drop below 12 points spread over all would not.` */
export function wordSeen(row: Pick<ReportRow, 'wouldSee'>): Phrase {
  if (row.wouldSee === null) return [];
  const { case: one, drop, couldFall } = row.wouldSee;
  const able = couldFall === undefined || couldFall.cases === couldFall.of ? undefined : couldFall.cases;
  const which =
    able === undefined
      ? 'A case that breaks'
      : `A break of ${able === 1 ? 'the one case' : `one of the ${able} cases`} that passed before`;
  if (!one) return own('Too few replies to see even a case that breaks.');
  const subtle = isTold(drop) ? `a drop below ${showPoints(drop)} spread over all would not` : 'nothing subtler';
  return own(`${which} would have been seen${isTold(drop) ? '; ' : ', '}${subtle}.`);
}
