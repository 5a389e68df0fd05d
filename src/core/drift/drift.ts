import type { driftLayers } from '../settings/drift-schema.ts';
import type { DriftCase, DriftRun } from './drift-line.ts';
import type { ChangePoint } from './find-change.ts';

export type Layer = (typeof driftLayers)[number];

/** Where one statistic stands after the latest run. `statistic` and `limit` in its own unit: a sum, an average, a share of requests. */
export type LayerReading = {
  readonly layer: Layer;
  /** Of `cases`: the channel of the suite, or `case` for single cases. */
  readonly channel?: string;
  readonly statistic: number;
  readonly limit: number;
  readonly alarm: boolean;
};

/** An alarm that fresh replies are to confirm. */
export type Suspicion = {
  readonly channel: string;
  /** −1 where a lower value is what is suspected, 1 a higher one. */
  readonly towards: -1 | 1;
  readonly isSuite: boolean;
  /** Ids of the cases that made single cases' evidence. */
  readonly cases: readonly string[];
  /** Of a judge: prompts that fell made one look, and no grade of its own did. */
  readonly asked?: 'withPrompts';
  /** Runs from which on it shows, where it is true. */
  readonly since: ChangePoint;
};

/** What changed, and since when. */
export type Drift = {
  readonly since: ChangePoint;
  /** The runs of the row, so that `since` names some: index 0 is the first of the baseline. */
  readonly runs: readonly DriftRun[];
  readonly found: readonly {
    readonly layer: Layer;
    readonly channel?: string;
    readonly towards?: -1 | 1;
    readonly cases: readonly string[];
    /** Of a part that came later than the drift began. */
    readonly since?: ChangePoint;
  }[];
  /** Replies that were worse are as usual again, and other parts of it stand. */
  readonly recovered?: true;
  readonly servedBefore: readonly string[];
};

/** Passes where checks have a pass mark, since they tell a broken case from a weak one. */
export function caseChannel(run: DriftRun | undefined): string {
  return run?.cases.some(({ values }) => values['pass'] !== undefined) === true ? 'pass' : 'score';
}

/** Models that answered, the most frequent first. */
export function servedBy(run: DriftRun | undefined): readonly string[] {
  const replies = new Map<string, number>();
  for (const one of run?.served ?? []) replies.set(one.model, (replies.get(one.model) ?? 0) + one.replies);
  return [...replies].toSorted(([, a], [, b]) => b - a).map(([model]) => model);
}

/** Values of a channel, so that lower is what is suspected. */
export function valuesTowards(one: DriftCase, channel: string, towards: -1 | 1): readonly number[] {
  return (one.values[channel] ?? []).map((value) => -towards * value);
}
