import type { Cell, Outcome } from '../outcome.ts';
import { scoreSlack } from '../statistics/slack.ts';
import { isOutcome } from './measured-batch.ts';

const wideRange = 1 / 3;
/** Range of a graded check without which it cannot have fallen by half its scale. */
const halfScale = 1 / 2;

/** In what a cell's replies differ: `marks`: one passes and another does not, or a 0/1 check says so; `grades`: in their scores alone. */
export type Disagreement = 'none' | 'grades' | 'marks';

/**
 * Whether a cell's replies up to a round disagree, both sides pooled: passes differ, or any 0/1 check does, or scores
 * range over a third, or a graded check without a mark over half its scale. It never looks at which side a reply is of: that
 * keeps the permutation tests exact although only such cells are asked more.
 */
export function disagreement(cell: Cell, round: number): Disagreement {
  const outcomes: Outcome[] = [];
  for (const batch of cell.batches) {
    if (batch.round > round) continue;
    for (const pair of batch.pairs) for (const one of [pair.old, pair.new]) if (isOutcome(one)) outcomes.push(one);
  }
  const [first] = outcomes;
  if (first === undefined) return 'none';
  let low = first.score;
  let high = first.score;
  for (const { score, passes, marks } of outcomes) {
    if (passes !== first.passes || marks.some((mark, i) => mark !== first.marks[i])) return 'marks';
    low = Math.min(low, score);
    high = Math.max(high, score);
  }
  return high - low >= wideRange - scoreSlack || gradesDiffer(outcomes) ? 'grades' : 'none';
}

export function disagrees(cell: Cell, round: number): boolean {
  return disagreement(cell, round) !== 'none';
}

function gradesDiffer(outcomes: readonly Outcome[]): boolean {
  const ranges = new Map<string, { low: number; high: number }>();
  for (const { check, value } of outcomes.flatMap(({ graded = [] }) => graded)) {
    const { low, high } = ranges.get(check) ?? { low: value, high: value };
    ranges.set(check, { low: Math.min(low, value), high: Math.max(high, value) });
  }
  return [...ranges.values()].some(({ low, high }) => high - low >= halfScale - scoreSlack);
}
