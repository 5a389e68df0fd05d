import type { Request } from '../call.ts';
import type { Usage } from '../reply.ts';
import type { CellRun, SideRun, TrialRun } from '../run/trial-run.ts';
import { type BothSides, type Side, sides } from '../side.ts';

/** A reply that came and was scored, with the case that it is of. */
export type Counted = {
  readonly cell: CellRun['cell'];
  readonly run: SideRun;
  readonly usage: Usage;
  /** What it answers. */
  readonly request: Request | undefined;
};

/** The same trial of a case, by its key, on both sides. */
export type CountedPair = { readonly case: string; readonly trial: TrialRun } & Readonly<
  Record<Side, Counted | undefined>
>;

/**
 * The replies that means of cost are of, as pairs: of the rounds that every case was asked, of base's cases where there are any,
 * answered and scored. A case that is asked once for both sides stands for both.
 */
export function countedPairs(cells: readonly CellRun[]): readonly CountedPair[] {
  const ofBase = cells.filter(({ cell }) => cell.exam.family === 'base');
  return (ofBase.length > 0 ? ofBase : cells).flatMap(({ cell, trials }) =>
    trials
      .filter(({ uniform, diagnosis }) => uniform && diagnosis !== true)
      .map((trial) => ({
        case: cell.exam.key,
        trial,
        old: countedOf(cell, 'old', cell.identical ? trial.new : trial.old),
        new: countedOf(cell, 'new', trial.new),
      })),
  );
}

function countedOf(cell: CellRun['cell'], side: Side, run: SideRun | undefined): Counted | undefined {
  if (run === undefined || run.reply.kind === 'failed' || run.score.kind === 'unscored') return undefined;
  return { cell, run, usage: run.reply.answer.usage, request: cell[side] };
}

export function countedOfSides(pairs: readonly CountedPair[]): BothSides<readonly Counted[]> {
  const [old = [], now = []] = sides.map((side) => pairs.flatMap((pair) => pair[side] ?? []));
  return { old, new: now };
}

/** The mean of what is read off replies; null where there are none, or one of them does not tell it. */
export function meanOf(counted: readonly Counted[], read: (one: Counted) => number | undefined): number | null {
  let sum = 0;
  for (const one of counted) {
    const value = read(one);
    if (value === undefined) return null;
    sum += value;
  }
  return counted.length === 0 ? null : sum / counted.length;
}
