import type { Cell, Missing, Outcome } from '../outcome.ts';
import { ownOf } from '../own-of.ts';
import type { Side } from '../side.ts';
import { type Stratum, stratumOf } from '../statistics/stratum.ts';
import { suiteTest } from '../statistics/suite-test.ts';
import type { RowComparison, Tally } from './comparison.ts';

/** What is read off an outcome, higher is better; undefined where it has none. */
export type Measure = (outcome: Outcome) => number | undefined;

/** A batch as one measure sees it: the pairs in which both replies have a value. */
export type MeasuredBatch = { readonly round: number; readonly uniform: boolean; readonly stratum: Stratum };

/**
 * A cell's batches under a measure. A lost value takes its partner of the same trial along, so that strata stay
 * balanced; batches left without a pair are dropped.
 */
export function measureBatches(cell: Cell, measure: Measure): readonly MeasuredBatch[] {
  return cell.batches.flatMap(({ round, uniform, pairs }) => {
    const before: number[] = [];
    const after: number[] = [];
    for (const pair of pairs) {
      const old = valueUnder(pair.old, measure);
      const now = valueUnder(pair.new, measure);
      if (old === undefined || now === undefined) continue;
      before.push(old);
      after.push(now);
    }
    return after.length === 0 ? [] : [{ round, uniform, stratum: stratumOf(before, after) }];
  });
}

export function isOutcome(outcome: Outcome | Missing): outcome is Outcome {
  return !('missing' in outcome);
}

function valueUnder(outcome: Outcome | Missing, measure: Measure): number | undefined {
  return isOutcome(outcome) ? measure(outcome) : undefined;
}

/** A metric of an outcome by its name, a field's too. */
export function metricOf({ metrics, fields }: Outcome, name: string): number | undefined {
  return ownOf(metrics, name) ?? ownOf(fields, name);
}

export function scoreOf(outcome: Outcome): number {
  return outcome.score;
}

export function passOf({ passes }: Outcome): number | undefined {
  return passes === undefined ? undefined : passes ? 1 : 0;
}

/** What the checks of a judged reply say that no model answers. */
export function exactOf({ exact }: Outcome): number | undefined {
  return exact === undefined ? undefined : exact ? 1 : 0;
}

/** Whether every scored reply has a pass mark: then a case is tested on passes, else on scores. */
export function passesTell(cell: Cell): boolean {
  return cell.batches.every(({ pairs }) =>
    pairs.every((pair) => [pair.old, pair.new].every((one) => !isOutcome(one) || one.passes !== undefined)),
  );
}

/** A time on a scale where higher is better: minus its logarithm, so that one slow reply does not outweigh the rest. */
export function swiftnessOf(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : -Math.log(Math.max(1, ms));
}

/** Dollars on a scale where higher is better: minus their logarithm, so that one long reply does not outweigh the rest. */
export function thrift({ costUsd }: Outcome): number | undefined {
  return costUsd === undefined ? undefined : -Math.log(Math.max(leastDollars, costUsd));
}

/** Less than any reply is billed: what is free has a logarithm too. */
const leastDollars = 1e-12;

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

/** What became of the replies of one side of a cell, up to a round. */
export function tallySide(cell: Cell, side: Side, round = Number.POSITIVE_INFINITY): Tally {
  const asked: (Outcome | Missing)[] = cell.batches
    .filter((batch) => batch.round <= round)
    .flatMap(({ pairs }) => pairs.map((pair) => pair[side]));
  const scored = asked.filter(isOutcome);
  const marked = scored.filter(({ passes }) => passes !== undefined);
  return {
    scores: scored.map(({ score }) => score),
    passes: marked.length === 0 ? null : marked.filter(({ passes }) => passes).length,
    of: scored.length,
    missing: asked.length - scored.length,
  };
}
