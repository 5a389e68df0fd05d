import type { PageAsked } from '../reporters/html/page-data.ts';

/** The trial that tells most: the old reply passes and the new one does not; else one where the new one does not, or the two differ. */
export function tellingTrial(asked: PageAsked | null | undefined): number {
  if (asked === null || asked === undefined) return 0;
  const trials = asked.new.map(({ passes, score }, at) => ({
    now: passes ?? (score ?? 0) >= 1,
    old: asked.old[at]?.passes ?? (asked.old[at]?.score ?? 1) >= 1,
  }));
  const found = [
    trials.findIndex(({ old, now }) => old && !now),
    trials.findIndex(({ now }) => !now),
    trials.findIndex(({ old, now }) => old !== now),
  ];
  return found.find((at) => at !== -1) ?? 0;
}
