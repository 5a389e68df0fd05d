import type { Report } from '../../core/report/report.ts';
import type { PlacedCase } from '../cases-of.ts';
import type { FenceSize } from './fence.ts';
import { type PairSize, pairBlock } from './shown-pair.ts';

/** Most cases shown: what a reader works through, and what is diffed. */
const most = 60;

/**
 * Each of these cases with an old reply that was right and a new one that is not (conversations side by side), and what the
 * checks say against the new one.
 */
export function replyItems(report: Report, cases: readonly PlacedCase[], size: FenceSize): readonly string[] {
  return cases.slice(0, most).map((placed) => pairBlock(placed, report, sizeOf(size)));
}

/** Whether two are one case on one model. */
export function isSame(one: PlacedCase, other: PlacedCase): boolean {
  return one.prompt.path === other.prompt.path && one.row.id === other.row.id && one.case.id === other.case.id;
}

/** What of a case is shown where it may be unfolded: more than above, and never a wall of text. */
function sizeOf({ characters }: FenceSize): PairSize {
  return { asked: 600, reply: Math.floor(characters / 3), transcript: characters };
}
