import type { DriftRun } from './drift-line.ts';

/** What a service calls its set-up: which it is, which it was, and since which run, by its index. */
export type FingerprintChange = {
  readonly now: string;
  readonly before: string;
  readonly at: number;
  /** The one before answered several runs in a row: a service that changes it all the time tells nothing by it. */
  readonly isClear: boolean;
  /** The run that it came with was one of a config that watches it. */
  readonly wasWatched: boolean;
  /** The one before is back. */
  readonly isOver?: true;
};

/** Share of a run's replies that are to have a fingerprint for it to be the run's. */
const most = 0.5;
/** Runs in a row that the one before is to have answered. */
const lasting = 3;

/**
 * The latest change of the fingerprint that answers most replies of a run. A run whose replies have several, none of them most of
 * all, says nothing; nor does one that was there before, as of a service that answers by several set-ups.
 * @param runs in order of time, the latest last
 * @returns undefined where none changed
 */
export function findFingerprintChange(runs: readonly DriftRun[]): FingerprintChange | undefined {
  const known = new Set<string>();
  let [before, lasted]: [string | undefined, number] = [undefined, 0];
  let change: FingerprintChange | undefined;
  for (const [at, { served, watchesFingerprint }] of runs.entries()) {
    const counts = new Map<string, number>();
    for (const { fingerprint, replies } of served)
      if (fingerprint !== undefined) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + replies);
    const all = served.reduce((sum, { replies }) => sum + replies, 0);
    const [now] = [...counts].find(([, replies]) => replies > most * all) ?? [];
    if (now !== undefined) {
      if (before !== undefined && now !== before) {
        const isNew = !known.has(now);
        const isBack = change?.isClear === true && now === change.before;
        change = isNew
          ? { now, before, at, isClear: lasted >= lasting, wasWatched: watchesFingerprint === true }
          : isBack && change !== undefined
            ? { ...change, isOver: true }
            : undefined;
        lasted = 0;
      }
      before = now;
      lasted++;
    }
    for (const one of counts.keys()) known.add(one);
  }
  return change;
}
