import type { Report, ReportRow } from '../../core/report/report.ts';
import { showNumberOf, showP } from '../show-quantity.ts';
import { own, type Phrase, say } from './say.ts';

/** How often the judge preferred the new reply over the old, a sentence for each row that has such checks. */
export function wordPreferences(report: Report): readonly Phrase[] {
  return report.prompts.flatMap(({ path, models }) =>
    models.flatMap((row) => {
      if (row.prefer === undefined) return [];
      const where = report.prompts.length > 1 ? say`${path} on ${row.id}` : say`${row.id}`;
      return [say`Side by side on ${where}: ${wordCounts(row.prefer)}.`];
    }),
  );
}

function wordCounts({ wins, ties, losses, unscored = 0, p }: NonNullable<ReportRow['prefer']>): Phrase {
  const pairs = wins + ties + losses;
  if (pairs === 0) return own(`none of ${showNumberOf(unscored, 'pair')} of replies could be judged`);
  const test = p === undefined || wins + losses === 0 ? '' : `sign test for worse, ${showP(p)}; `;
  const missing = unscored === 0 ? '' : `, ${unscored} not judged`;
  return own(
    `the new reply preferred in ${wins} of ${showNumberOf(pairs, 'pair')}, the old one in ${losses}, ${showNumberOf(ties, 'tie')}${missing} (${test}outside the score and the gate)`,
  );
}
