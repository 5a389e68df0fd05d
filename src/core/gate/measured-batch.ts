import type { Cell, Missing, Outcome } from '../outcome.ts';
import { type Stratum, stratumOf } from '../statistics/stratum.ts';

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

/**
 * Latency on a scale where higher is better: minus its logarithm, so that one slow reply does not outweigh the rest.
 */
export function swiftness({ latencyMs }: Outcome): number | undefined {
  return latencyMs === undefined ? undefined : -Math.log(Math.max(1, latencyMs));
}
