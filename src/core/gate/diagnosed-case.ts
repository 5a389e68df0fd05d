import type { Cell } from '../outcome.ts';
import { caseState } from './case-state.ts';
import type { CaseComparison, Tally } from './comparison.ts';
import { fallsOf } from './falls-of.ts';
import { tallySide } from './tally-side.ts';

/**
 * A case with the replies of the round of diagnosis counted in: its tallies, its change and its state, which may turn out no fall
 * at all. Test results stay those of the looks, which never see these replies: they name, and neither block nor open.
 * @param cell with all its batches, those of the diagnosis too
 * @param asked replies a side that the diagnosis asked
 */
export function diagnosedCase(found: CaseComparison, cell: Cell, asked: number): CaseComparison {
  const [old, now] = [tallySide(cell, 'old'), tallySide(cell, 'new')];
  const delta = changeOf(old, now);
  const falls = fallsOf(cell, undefined, found.falls);
  const state = caseState({ ...found, old, new: now, delta, falls, newOnly: false, improved: false });
  return { ...found, old, new: now, delta, falls, state, diagnosed: asked };
}

/** New minus old pass rate, mean score where passes do not tell; `null` where a side is empty. */
function changeOf(old: Tally, now: Tally): number | null {
  if (old.of === 0 || now.of === 0) return null;
  if (old.passes !== null && now.passes !== null) return now.passes / now.of - old.passes / old.of;
  return mean(now.scores) - mean(old.scores);
}

function mean(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
