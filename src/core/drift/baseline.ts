import { channelOf, onScale } from './channels.ts';
import type { DriftCase, DriftRun } from './drift-line.ts';

/** Runs that a case's baseline grows by; what comes later is held to them, so that a slow fall does not become the usual. */
export const mostBaselineRuns = 30;

/** Replies to a case in one channel: how many, of how many runs, their mean, and the sum of squares about it. */
export type Moments = {
  readonly count: number;
  readonly runs: number;
  readonly mean: number;
  readonly squares: number;
};

/** The usual of a prompt on a model: what the replies of its first runs were like, by case and channel. */
export type Baseline = {
  readonly runs: number;
  readonly knows: (one: DriftCase) => boolean;
  readonly of: (one: DriftCase, channel: string) => Moments | undefined;
  readonly with: (run: DriftRun) => Baseline;
};

/** Moments by the key of a case and the channel. */
type Held = ReadonlyMap<string, ReadonlyMap<string, Moments>>;

export const emptyBaseline: Baseline = baselineOf(0, new Map());

/** The baseline of runs, in order of time. */
export function baselineFrom(runs: readonly DriftRun[]): Baseline {
  return runs.reduce((held, run) => held.with(run), emptyBaseline);
}

function baselineOf(runs: number, held: Held): Baseline {
  return {
    runs,
    knows: ({ key }) => held.has(key),
    of: ({ key }, channel) => held.get(key)?.get(channel),
    with: (run) => {
      // After its first runs a row is held to what is known: nothing is copied for the hundreds that follow.
      if (runs >= mostBaselineRuns && run.cases.every((one) => isFull(one, held))) return baselineOf(runs + 1, held);
      const grown = new Map(held);
      for (const one of run.cases) {
        const own = new Map(grown.get(one.key));
        for (const [channel, values] of Object.entries(one.values)) {
          const about = channelOf(channel);
          const before = own.get(channel) ?? none;
          if (about === undefined || values.length === 0 || before.runs >= mostBaselineRuns) continue;
          const after = values.reduce((moments, value) => grow(moments, onScale(value, about)), before);
          own.set(channel, { ...after, runs: before.runs + 1 });
        }
        grown.set(one.key, own);
      }
      return baselineOf(runs + 1, grown);
    },
  };
}

function isFull({ key, values }: DriftCase, held: Held): boolean {
  const own = held.get(key);
  if (own === undefined) return false;
  for (const channel in values) if ((own.get(channel) ?? none).runs < mostBaselineRuns) return false;
  return true;
}

const none: Moments = { count: 0, runs: 0, mean: 0, squares: 0 };

/** B. P. Welford's update, "Note on a method for calculating corrected sums of squares" (1962). */
function grow({ count, runs, mean, squares }: Moments, value: number): Moments {
  const next = mean + (value - mean) / (count + 1);
  return { count: count + 1, runs, mean: next, squares: squares + (value - mean) * (value - next) };
}
