import { worst } from '../verdict.ts';
import type { Comparison } from './comparison.ts';
import type { GateVerdict, RowVerdict } from './gate-verdict.ts';
import type { Reason } from './reason.ts';

/** The verdict of a check: each case that always fails is a reason of its row. */
export function tellFailing(comparison: Comparison, verdict: GateVerdict): GateVerdict {
  const rows = verdict.rows.map((row): RowVerdict => {
    const cases = comparison.rows.find((compared) => compared.row === row.row)?.cases ?? [];
    const failing = cases.flatMap(({ case: name, state, new: { passes, of } }): Reason[] =>
      state === 'failing' ? [{ kind: 'failing-case', row: row.row, case: name, new: { passes, of } }] : [],
    );
    if (failing.length === 0) return row;
    // That nothing passes is told case by case here.
    const others = row.reasons.filter(({ kind }) => kind !== 'nothing-passes');
    return { ...row, verdict: worst([row.verdict, 'failing']), reasons: [...others, ...failing] };
  });
  return { ...verdict, rows, verdict: worst([verdict.verdict, ...rows.map((row) => row.verdict)]) };
}
