import type { ScoreTrial } from '../../formats/scores/types.ts';
import type { PairedCase, PairedRow } from './pair-score-files.ts';

/** Takes scores for passes where a row has nothing but 0 and 1 on both sides, and says nothing of passes itself. */
export function inferPasses(row: PairedRow): PairedRow {
  const all = row.cases.flatMap((one) => [...(one.old ?? []), ...one.new]);
  const bare = all.every(
    ({ outcome }) =>
      'missing' in outcome || (outcome.passes === undefined && (outcome.score === 0 || outcome.score === 1)),
  );
  return bare ? { ...row, cases: row.cases.map(withPasses) } : row;
}

function withPasses(one: PairedCase): PairedCase {
  const { old, ...rest } = one;
  return { ...rest, new: one.new.map(mark), ...(old === undefined ? {} : { old: old.map(mark) }) };
}

function mark(trial: ScoreTrial): ScoreTrial {
  const { outcome } = trial;
  return 'missing' in outcome ? trial : { ...trial, outcome: { ...outcome, passes: outcome.score === 1 } };
}
