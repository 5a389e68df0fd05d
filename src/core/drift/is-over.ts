import { baselineFrom } from './baseline.ts';
import { channelOf } from './channels.ts';
import { confirmAlarm, type Held } from './confirm-alarm.ts';
import { caseChannel, type Drift, servedBy, valuesTowards } from './drift.ts';
import type { DriftRun } from './drift-line.ts';
import { readAdmitted } from './read-layers.ts';
import { readSuite } from './watch-suite.ts';

/** Numbers of latest runs of which it may take some to tell. */
const widths = [1, 2, 3, 5, 8] as const;
/** Runs of a drift that its end is held to. */
const mostDuring = 8;
/** Chance, at each look, of taking a good day amid a drift for its end; there is one look a run and width. */
const overAlpha = 0.002;
/** Standard errors that a mean may still be off the usual. */
const nearEnough = 2;

/** What of a drift still stands after the latest run; undefined where nothing does. @param usual, runs as for its parts */
export function driftLeft(drift: Drift, usual: readonly DriftRun[], runs: readonly DriftRun[]): Drift | undefined {
  const found = partsLeft(drift, usual, runs);
  const [first, ...more] = found.map(({ since = drift.since }) => since);
  if (first === undefined) return undefined;
  const since = more.reduce((early, one) => (one.at < early.at ? one : early), first);
  const recovers = drift.found.some((part) => part.layer === 'cases' && !found.includes(part));
  return { ...drift, since, runs, found, ...(recovers ? { recovered: true } : {}) };
}

/**
 * The parts of a drift that still stand; none where it has ended. What the service admits is over once it is as it was, and a channel
 * once its latest runs are better than those of the drift beyond chance, and not off the usual.
 * @param usual runs of the baseline @param runs all of the row, the latest last
 */
function partsLeft(drift: Drift, usual: readonly DriftRun[], runs: readonly DriftRun[]): Drift['found'] {
  const latest = runs.at(-1);
  if (latest === undefined) return drift.found;
  return drift.found.filter(({ layer, channel, towards = -1, cases, since = drift.since }) => {
    if (layer === 'served' || layer === 'tokens') {
      const reading = readAdmitted(usual.at(-1), latest).find((one) => one.layer === layer);
      return reading === undefined || reading.alarm || (layer === 'served' && servedBy(latest).length === 0);
    }
    const name = channel === undefined || channel === 'case' ? caseChannel(latest) : channel;
    const part = (run: DriftRun): DriftRun =>
      cases.length === 0 ? run : { ...run, cases: run.cases.filter(({ id }) => cases.includes(id)) };
    // Cases that are gone, or were edited, cannot tell any more.
    if (part(latest).cases.every((one) => !usual.some((run) => run.cases.some(({ key }) => key === one.key))))
      return false;
    return !widths.some((width) => {
      // Its first runs: those that came after its end, if that went unseen, are no part of it.
      const [during, recent] = [
        runs.slice(since.at, -width).slice(0, mostDuring).map(part),
        runs.slice(-width).map(part),
      ];
      if (during.length === 0) return false;
      const about = channelOf(name);
      const pooled = recent.reduce((all, run) => ({ ...run, cases: [...all.cases, ...run.cases] }));
      const off = about === undefined ? undefined : readSuite(pooled, name, about, baselineFrom(usual.map(part)));
      if (off === undefined || towards * off.z > nearEnough) return false;
      return confirmAlarm(heldOf(during, recent, name, towards), [], true, overAlpha).confirmed;
    });
  });
}

/** Replies during the drift against the latest, so that lower is nearer the usual. */
function heldOf(
  during: readonly DriftRun[],
  recent: readonly DriftRun[],
  channel: string,
  towards: -1 | 1,
): readonly Held[] {
  const back = towards === 1 ? -1 : 1;
  const byKey = (runs: readonly DriftRun[]) =>
    Map.groupBy(
      runs.flatMap(({ cases }) => cases),
      ({ key }) => key,
    );
  const now = byKey(recent);
  return [...byKey(during)].flatMap(([key, cases]) => {
    const [first] = cases;
    const fresh = (now.get(key) ?? []).flatMap((one) => valuesTowards(one, channel, back));
    return first === undefined
      ? []
      : [{ id: first.id, usual: cases.flatMap((one) => valuesTowards(one, channel, back)), fresh }];
  });
}
