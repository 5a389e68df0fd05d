import type { DriftLine } from './drift-line.ts';
import { emptyRow, follow } from './follow-row.ts';

/** Runs in which the judge graded otherwise than before, by their times (ISO 8601, UTC); the last is not among them. */
type JudgeMove = { readonly from: string; readonly confirmedAt: string; readonly to?: string };

/** When a judge graded by another measure than now. `acceptedAt`: all before it. */
export type JudgePast = { readonly moves: readonly JudgeMove[]; readonly acceptedAt?: string };

export const steadyJudge: JudgePast = { moves: [] };

/**
 * Reads when a judge moved out of its own lines, in order of time. That its service names another model is no move: what it
 * grades may be the same.
 */
export function pastOfJudge(lines: readonly DriftLine[]): JudgePast {
  const moves: JudgeMove[] = [];
  let [history, acceptedAt]: [typeof emptyRow, string | undefined] = [emptyRow, undefined];
  let open: JudgeMove | undefined;
  for (const line of lines) {
    history = follow(history, line);
    const { drift } = history;
    const isMoved = drift?.found.some(({ layer }) => layer === 'cases') === true;
    if (line.kind === 'accepted') acceptedAt = line.at;
    if (isMoved && open === undefined)
      open = { from: drift.runs[drift.since.from]?.at ?? line.at, confirmedAt: line.at };
    else if (!isMoved && open !== undefined) {
      moves.push({ ...open, to: line.at });
      open = undefined;
    }
  }
  return {
    moves: open === undefined ? moves : [...moves, open],
    ...(acceptedAt === undefined ? {} : { acceptedAt }),
  };
}
