import { verdicts, worst } from '../verdict.ts';
import type { GateVerdict, RowVerdict } from './gate-verdict.ts';
import type { Reason } from './reason.ts';
import { verdictOfReason } from './verdict-of-reason.ts';

/** The verdict with further reasons for its rows, which can only make it worse. */
export function withReasons(verdict: GateVerdict, reasonsOf: (row: RowVerdict) => readonly Reason[]): GateVerdict {
  const rows = verdict.rows.map((row): RowVerdict => {
    const more = reasonsOf(row);
    if (more.length === 0) return row;
    const reasons = [...row.reasons, ...more].toSorted((one, other) => rankOf(one) - rankOf(other));
    return { ...row, verdict: worst([row.verdict, ...more.map(verdictOfReason)]), reasons };
  });
  return { ...verdict, rows, verdict: worst([verdict.verdict, ...rows.map((row) => row.verdict)]) };
}

function rankOf(reason: Reason): number {
  return verdicts.indexOf(verdictOfReason(reason));
}
