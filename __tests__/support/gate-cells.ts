import type { GateSettings } from '../../src/core/gate/settings.ts';
import type { Batch, Cell, Missing, Outcome, Pair } from '../../src/core/outcome.ts';

/** The gate's defaults for one prompt. */
export function gateSettings(changed: Partial<GateSettings> = {}): GateSettings {
  return {
    alpha: 0.05,
    tolerance: 0.02,
    margin: 0.1,
    cases: 'block',
    metrics: {},
    sampling: 'adaptive',
    trials: 12,
    ...changed,
  };
}

/** A reply that passes or does not. */
function verdictReply(passes: boolean): Outcome {
  return { score: passes ? 1 : 0, passes, marks: [passes], metrics: {} };
}

const lostReply: Missing = { missing: 'failed' };

/** Pairs from two lines of marks: `1` passes, `0` fails, `x` is lost. */
function pairsOf(before: string, after: string): readonly Pair[] {
  return [...before].map((mark, i) => ({ old: replyOf(mark), new: replyOf(after[i] ?? 'x') }));
}

/** A batch of pairs as `pairsOf` reads them. */
export function batchOf(round: number, uniform: boolean, before: string, after: string): Batch {
  return { round, uniform, pairs: pairsOf(before, after), oldKept: false };
}

export function cellOf(name: string, batches: readonly Batch[], changed: Partial<Cell> = {}): Cell {
  return { row: 'm', case: name, weight: 1, family: 'base', identical: false, batches, ...changed };
}

/** Cells asked once, everywhere alike: `before` and `after` of each case. */
export function fixedCells(
  cases: readonly (readonly [string, string])[],
  changed: Partial<Cell> = {},
): readonly Cell[] {
  return cases.map(([before, after], i) => cellOf(`c${i}`, [batchOf(1, true, before, after)], changed));
}

function replyOf(mark: string): Outcome | Missing {
  return mark === 'x' ? lostReply : verdictReply(mark === '1');
}
