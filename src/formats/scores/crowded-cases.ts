import type { Position } from '../../core/position.ts';
import type { Problem } from '../../core/problem.ts';
import type { ListedTrial } from './gather-trials.ts';

/** More trials of a case are no evaluation that was asked trial by trial. */
const mostTrials = 1000;

/** What is wrong with a case of so many trials; nothing where it has few enough. */
export function crowdedCase(id: string, trials: number, at: () => Position): readonly Problem[] {
  if (trials <= mostTrials) return [];
  const what = `The case \`${id}\` has ${trials} scores, more than the ${mostTrials} that are read.`;
  const fix = 'List the scores of each case apart, not those of all cases together.';
  return [{ reason: 'files', what, at: at(), fix }];
}

/** The crowded cases of listed trials, each at its first trial. @param at the place of a trial by its index */
export function crowdedCases(listed: readonly ListedTrial[], at: (index: number) => Position): readonly Problem[] {
  const counts = new Map<string, { readonly first: number; readonly id: string; trials: number }>();
  for (const [first, { subject, row, case: id }] of listed.entries()) {
    const key = JSON.stringify([subject, row, id]);
    const held = counts.get(key) ?? { first, id, trials: 0 };
    held.trials++;
    counts.set(key, held);
  }
  return [...counts.values()].flatMap(({ first, id, trials }) => crowdedCase(id, trials, () => at(first)));
}
