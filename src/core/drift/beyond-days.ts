import { studentQuantile } from '../statistics/student.ts';
import type { DriftRun } from './drift-line.ts';

/** Chance that a further day is as far off, where nothing but the grades made one look, and where prompts fell as well. */
const tails = { alone: 0.002, withPrompts: 0.02 } as const;
/** Least scatter of days that is reckoned with, on a scale of 0–1. */
const leastScatter = 0.005;

/**
 * Whether grades of the same texts are further off than days are from each other. A judge has better and worse days, all of whose
 * grades move alike: no test that holds one day's grades to others' can know of that.
 * @param usual runs before @param fresh grades of today @param why what made one look
 */
export function isBeyondDays(
  usual: readonly DriftRun[],
  fresh: DriftRun,
  towards: -1 | 1,
  why: keyof typeof tails,
): boolean {
  const means = new Map<string, { sum: number; count: number }>();
  for (const one of usual.flatMap(({ cases }) => cases)) {
    const held = means.get(one.key) ?? { sum: 0, count: 0 };
    for (const value of one.values['grade'] ?? []) {
      held.sum += value;
      held.count++;
    }
    means.set(one.key, held);
  }
  const offOf = ({ cases }: DriftRun): number | undefined => {
    const offs = cases.flatMap(({ key, values }) => {
      const { sum = 0, count = 0 } = means.get(key) ?? {};
      return count === 0 ? [] : (values['grade'] ?? []).map((value) => value - sum / count);
    });
    return offs.length === 0 ? undefined : offs.reduce((sum, off) => sum + off, 0) / offs.length;
  };
  const now = offOf(fresh);
  if (now === undefined) return false;
  const days = usual.flatMap((run) => offOf(run) ?? []);
  const freedom = Math.max(1, days.length - 1);
  const scatter = Math.max(leastScatter, Math.sqrt(days.reduce((sum, off) => sum + off ** 2, 0) / freedom));
  const limit = studentQuantile(tails[why], freedom) * scatter * Math.sqrt(1 + 1 / Math.max(1, days.length));
  return towards * now > limit;
}
