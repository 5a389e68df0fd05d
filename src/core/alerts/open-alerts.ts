import type { AlertState } from './alert-state.ts';
import type { Watched } from './plan-alerts.ts';

/**
 * How many alerts of rules are open after a run, told or not: what is wrong for as many runs as its rule asks, and what was told and of which
 * this run does not know that it is over. Where it is not known what earlier runs found, a single run counts.
 * @param kept what was kept before the run; undefined where nothing is kept, or it could not be read
 */
export function openAlerts(watched: readonly Watched[], kept: AlertState | undefined): number {
  const entries = kept?.entries.filter(({ about }) => about.kind === 'rule') ?? [];
  const entryOf = (key: string) => entries.find((entry) => entry.key === key);
  const isOpen = ({ key, is, forRuns }: Watched): boolean => {
    if (is === 'unknown') return (entryOf(key)?.told.length ?? 0) > 0;
    return is === 'wrong' && (kept === undefined || (entryOf(key)?.runs ?? 0) + 1 >= forRuns);
  };
  const unseen = entries.filter(({ key, told }) => told.length > 0 && watched.every((one) => one.key !== key));
  return watched.filter(isOpen).length + unseen.length;
}
