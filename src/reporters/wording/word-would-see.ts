import type { Report, ReportRow } from '../../core/report/report.ts';
import { showNumberOf, showPoints } from '../show-quantity.ts';
import { own, type Phrase } from './say.ts';

/** What a row's design would have seen: `one case that breaks and an even drop of 12 points or more over all cases`. Empty where nothing was compared. */
export function wordWouldSee(row: Pick<ReportRow, 'wouldSee'>): Phrase {
  if (row.wouldSee === null) return [];
  const { case: one, drop } = row.wouldSee;
  const seen = [
    ...(one ? ['one case that breaks'] : []),
    ...(drop === null ? [] : [`an even drop of ${showPoints(drop)} or more over all cases`]),
  ];
  return own(seen.length === 0 ? 'nothing: there are too few replies' : seen.join(' and '));
}

/** What would halve the smallest drop that is seen. */
export function wordHalving(row: Pick<ReportRow, 'wouldSee'>): Phrase {
  const halved = row.wouldSee?.halvedBy;
  if (halved === null || halved === undefined) return [];
  const cases = showNumberOf(halved.moreCases, 'more case');
  const replies = showNumberOf(halved.moreTrials, 'more reply', 'more replies');
  return own(`${cases}, or ${replies} a case and side, would halve that`);
}

/** The row whose design sees least, of those that were answered: what it would have seen, all would have. */
export function blindestRow(report: Report): ReportRow | undefined {
  const rows = report.prompts
    .flatMap(({ models }) => models)
    .filter(({ wouldSee, score }) => wouldSee !== null && score.old !== null && score.new !== null);
  const blindness = (row: ReportRow) => (row.wouldSee?.case === true ? 0 : 1) + (row.wouldSee?.drop ?? 1);
  return rows.toSorted((a, b) => blindness(b) - blindness(a))[0];
}
