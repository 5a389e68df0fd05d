import type { Cell } from '../outcome.ts';
import type { Side } from '../side.ts';
import { stratumOf } from '../statistics/stratum.ts';
import { suiteTest } from '../statistics/suite-test.ts';
import type { RowComparison } from './comparison.ts';
import { isOutcome } from './measured-batch.ts';

/** Missing and asked replies of a row's side, all cells and rounds up to `round`. */
export function countMissing(
  cells: readonly Cell[],
  side: Side,
  round: number,
): { readonly missing: number; readonly of: number } {
  let missing = 0;
  let of = 0;
  for (const { batches } of cells) {
    for (const batch of batches) {
      if (batch.round > round) continue;
      of += batch.pairs.length;
      for (const pair of batch.pairs) if (!isOutcome(pair[side])) missing++;
    }
  }
  return { missing, of };
}

/**
 * Whether a reply was answered and scored, tested as a metric of its own: lost replies and their partners
 * all count here. null while nothing is missing.
 */
export function compareAnswered(cells: readonly Cell[], round: number, alpha: number): RowComparison['answered'] {
  const old = countMissing(cells, 'old', round);
  const now = countMissing(cells, 'new', round);
  if (old.missing + now.missing === 0) return null;
  const cases = cells.map(({ batches }) => ({
    weight: 1,
    strata: batches
      .filter((batch) => batch.round <= round && batch.pairs.length > 0)
      .map(({ pairs }) =>
        stratumOf(
          pairs.map((pair) => (isOutcome(pair.old) ? 1 : 0)),
          pairs.map((pair) => (isOutcome(pair.new) ? 1 : 0)),
        ),
      ),
  }));
  const { p } = suiteTest(cases, alpha);
  return { old: 1 - old.missing / old.of, new: 1 - now.missing / now.of, p };
}
