import type { Report, ReportRow } from '../../core/report/report.ts';
import { showNumberOf, showPoints } from '../show-quantity.ts';
import { own, type Phrase } from './say.ts';

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
