import type { GateSettings } from '../../src/core/gate/settings.ts';
import type { Batch, Cell, Outcome } from '../../src/core/outcome.ts';

/** The gate's defaults, with one look at five replies unless said otherwise. */
export function gateSettings(more: Partial<GateSettings> = {}): GateSettings {
  return {
    alpha: 0.05,
    tolerance: 0.02,
    margin: 0.1,
    cases: 'block',
    metrics: {},
    sampling: 'fixed',
    trials: 5,
    ...more,
  };
}

/** A reply with a 0/1 score, or a graded one without a pass mark. */
export function outcome(score: number, graded = false): Outcome {
  return graded ? { score, marks: [], metrics: {} } : { score, passes: score === 1, marks: [score === 1], metrics: {} };
}

/** One uniform batch of paired replies. */
export function batch(
  before: readonly number[],
  after: readonly number[],
  more: Partial<Batch> & { readonly graded?: boolean } = {},
): Batch {
  const { graded = false, ...rest } = more;
  const pairs = before.map((score, at) => ({ old: outcome(score, graded), new: outcome(after[at] ?? 0, graded) }));
  return { round: 1, uniform: true, oldKept: false, pairs, ...rest };
}

export function cell(id: string, batches: readonly Batch[], more: Partial<Cell> = {}): Cell {
  return { row: 'model', case: id, weight: 1, family: 'base', identical: false, batches, ...more };
}

/** `passes` ones and zeros for the rest of `of`. */
export function replies(passes: number, of: number): readonly number[] {
  return Array.from({ length: of }, (_, at) => (at < passes ? 1 : 0));
}
