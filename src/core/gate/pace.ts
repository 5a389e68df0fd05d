import type { Cell, Outcome } from '../outcome.ts';
import { sides } from '../side.ts';
import { quantile } from '../statistics/quantile.ts';
import { isOutcome, type Measure, swiftnessOf } from './measured-batch.ts';
import type { LatencyOf } from './settings.ts';

/** Milliseconds of a reply, or until its first token. */
export function timeOf({ latencyMs, firstTokenMs }: Outcome, of: LatencyOf | undefined): number | undefined {
  return of === 'first-token' ? firstTokenMs : latencyMs;
}

/** Share of both sides' first replies together above which a reply is late. */
const lateFrom = 0.9;

/**
 * How replies are compared under a limit of latency, row by row. A median by minus the logarithms of the times. p95 by whether a
 * reply is late: among the slowest tenth of all that both sides were asked in the first round. That line does not move with the
 * labels of the sides, nor with later rounds, so that the permutation of late replies inside each batch is an exact test, and a
 * look stays as it was (docs/decisions/0340-latency-tails.md).
 */
export function paceMeasures(cells: readonly Cell[], of: LatencyOf | undefined): (row: string) => Measure {
  if (of !== 'p95') return () => (outcome) => swiftnessOf(timeOf(outcome, of));
  const byRow = Map.groupBy(cells, ({ row }) => row);
  const lines = new Map([...byRow].map(([row, held]) => [row, quantile(firstTimes(held), lateFrom)]));
  return (row) => {
    const line = lines.get(row) ?? null;
    return ({ latencyMs }) => (latencyMs === undefined || line === null ? undefined : latencyMs > line ? 0 : 1);
  };
}

/** Times of the first uniform round over base's cases, both sides. */
function firstTimes(cells: readonly Cell[]): readonly number[] {
  const asked = cells.flatMap(({ family, identical, batches }) =>
    family === 'base' && !identical ? batches.filter(({ uniform }) => uniform) : [],
  );
  const first = Math.min(...asked.map(({ round }) => round));
  return asked
    .filter(({ round }) => round === first)
    .flatMap(({ pairs }) =>
      pairs.flatMap((pair) => sides.flatMap((side) => (isOutcome(pair[side]) ? (pair[side].latencyMs ?? []) : []))),
    );
}
