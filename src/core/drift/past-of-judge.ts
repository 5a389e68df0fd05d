import type { Drift } from './drift.ts';
import type { DriftLine, DriftRun } from './drift-line.ts';
import { emptyRow, follow } from './follow-row.ts';
import { leastShift } from './judge-shift.ts';

/** Runs in which the judge graded otherwise than before, by their times (ISO 8601, UTC); the last is not among them. */
type JudgeMove = {
  /** The first that it may have moved at, and the likeliest. */
  readonly from: string;
  readonly at: string;
  readonly confirmedAt: string;
  readonly to?: string;
  /** Its grades were taken as the new usual: it lasts on for what began before. */
  readonly isAccepted?: true;
  /** From each run on how far its grades lie at least above what they were, −1 to 1. */
  readonly least: readonly { readonly at: string; readonly shift: number }[];
};

/** When a judge graded by another measure than now. `acceptedAt`: all before it. */
export type JudgePast = { readonly moves: readonly JudgeMove[]; readonly acceptedAt?: string };

export const steadyJudge: JudgePast = { moves: [] };

/**
 * Reads when a judge moved, and how far, out of its own lines, in order of time. That its service names another model is no move: what it
 * grades may be the same.
 */
export function pastOfJudge(lines: readonly DriftLine[]): JudgePast {
  const moves: JudgeMove[] = [];
  let [history, acceptedAt]: [typeof emptyRow, string | undefined] = [emptyRow, undefined];
  let open: { readonly drift: Drift; readonly confirmedAt: string } | undefined;
  for (const line of lines) {
    history = follow(history, line);
    const { drift } = history;
    const isMoved = drift?.found.some(({ layer }) => layer === 'cases') === true;
    if (line.kind === 'accepted') acceptedAt = line.at;
    if (isMoved) open = { drift, confirmedAt: open?.confirmedAt ?? line.at };
    else if (open !== undefined) {
      const move = moveOf(open.drift, open.confirmedAt);
      moves.push(line.kind === 'accepted' ? { ...move, isAccepted: true } : { ...move, to: line.at });
      open = undefined;
    }
  }
  if (open !== undefined) moves.push(moveOf(open.drift, open.confirmedAt));
  return { moves, ...(acceptedAt === undefined ? {} : { acceptedAt }) };
}

function moveOf({ since, runs, found }: Drift, confirmedAt: string): JudgeMove {
  // A judge that became milder explains no fall.
  const floor = found.some(({ layer, towards }) => layer === 'cases' && towards === 1) ? 0 : -1;
  const [usual, moved] = [runs.slice(0, since.at), runs.slice(since.at)];
  const timeOf = (at: number): string => runs[at]?.at ?? confirmedAt;
  const least = moved.map(({ at }, nth) => ({
    at,
    shift: Math.max(floor, leastShift(usual, moved.slice(0, nth + 1))),
  }));
  return { from: timeOf(since.from), at: timeOf(since.at), confirmedAt, least };
}

/** A day on which the judge grades lower, though no more than on other days, is a move of that day alone. */
export function withBadDay(past: JudgePast, usual: readonly DriftRun[], fresh: DriftRun): JudgePast {
  const { at } = fresh;
  const least = [{ at, shift: leastShift(usual, [fresh]) }];
  return { ...past, moves: [...past.moves, { from: at, at, confirmedAt: at, least }] };
}

/**
 * How far the judge's grades in a run lie at least above what they were, −1 to 1; undefined where it had not moved.
 * @param carried whether moves count that were taken as the new usual
 */
export function shiftAt(time: string, { moves }: JudgePast, carried = false): number | undefined {
  const own = moves.filter(
    ({ from, to, isAccepted }) => from <= time && (to === undefined || time < to) && (carried || isAccepted !== true),
  );
  if (own.length === 0) return undefined;
  const shifts = own.map(({ at, least }) => {
    const shift = (least.findLast((one) => one.at <= time) ?? least[0])?.shift ?? -1;
    // Before the likeliest run nobody knows whether it had moved already.
    return time < at ? Math.min(0, shift) : shift;
  });
  return shifts.reduce((sum, shift) => sum + shift, 0);
}
