import type { Cell, Grade, Outcome } from '../outcome.ts';
import type { MeasuredCell } from './mean-change.ts';
import { isOutcome, type Measure, type MeasuredBatch, measureBatches, scoreOf } from './measured-batch.ts';
import type { GateSettings } from './settings.ts';

/** What is tested of a case beside its passes: a graded check without a pass mark, or (`null`) the reply's whole score. */
export type GradedPart = { readonly check: string | null; readonly batches: readonly MeasuredBatch[] };

/** A case as the tests of single cases read it. `copyOf`: it repeats the case of that index, whose test is its own. */
export type MeasuredCase = MeasuredCell & { readonly parts: readonly GradedPart[]; readonly copyOf?: number };

/**
 * The parts of a case that its passes do not tell. Each of them is a test of its own, so that a judge's grade that falls from
 * nine to one of ten is no less a broken case for the `contains` beside it that still holds.
 * @param drawn the cell with replies that repeat taken for the one observation they are
 */
export function gradedParts(asked: Cell, drawn: Cell, settings: GateSettings): readonly GradedPart[] {
  const grades = new Map(outcomesOf(drawn).flatMap(({ graded = [] }) => graded.map((grade) => [grade.check, grade])));
  if (grades.size === 0) return [];
  const marked = outcomesOf(drawn).some(({ passes }) => passes !== undefined);
  // A single grade is the score, which is what a case without any pass mark is tested on.
  if (!marked && grades.size === 1) return [];
  const trusted = [...grades.values()].filter(({ kind }) => !(settings.doubted ?? []).includes(kind));
  const ofChecks = trusted.map((grade) => {
    const cell = grade.judged === true || settings.repeats === 'chance' ? drawn : asked;
    return { check: grade.check, batches: measureBatches(cell, gradeOf(grade)) };
  });
  return marked && trusted.length === grades.size
    ? [{ check: null, batches: measureBatches(drawn, scoreOf) }, ...ofChecks]
    : ofChecks;
}

/** The value of a graded check in a reply. */
export function gradeOf({ check }: Pick<Grade, 'check'>): Measure {
  return ({ graded }) => graded?.find((one) => one.check === check)?.value;
}

function outcomesOf({ batches }: Cell): readonly Outcome[] {
  return batches.flatMap(({ pairs }) => pairs.flatMap((pair) => [pair.old, pair.new].filter(isOutcome)));
}
