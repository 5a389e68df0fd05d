import type { ReportRow } from '../report/report.ts';
import type { CellRun, TrialRun } from '../run/trial-run.ts';
import type { PairScore } from '../scoring/compare-pair.ts';
import { signTest } from '../statistics/sign-test.ts';

/**
 * How often the new reply was preferred over the old one, pair by pair; nothing where no case asks for it. A pair that
 * several rubrics compare counts once, for the side that more of them prefer: its rubrics are no independent pairs.
 */
export function countPreferences(cells: readonly CellRun[]): ReportRow['prefer'] {
  const pairs = cells.flatMap(({ trials }) =>
    trials.flatMap(({ pairs: found }: TrialRun) => (found === undefined ? [] : [found])),
  );
  if (pairs.length === 0) return undefined;
  const leads = pairs.map(leadOf);
  const count = (fits: (lead: number) => boolean) => leads.filter((lead) => lead !== undefined && fits(lead)).length;
  const [wins, ties, losses] = [count((lead) => lead > 0), count((lead) => lead === 0), count((lead) => lead < 0)];
  const unscored = leads.filter((lead) => lead === undefined).length;
  return { wins, ties, losses, unscored, p: signTest({ wins, losses }) };
}

/** Rubrics that prefer the new reply minus those that prefer the old; undefined where one could not tell. */
function leadOf(scores: readonly PairScore[]): number | undefined {
  let lead = 0;
  for (const score of scores) {
    if (score.kind === 'unscored') return undefined;
    lead += { win: 1, tie: 0, loss: -1 }[score.outcome];
  }
  return lead;
}
