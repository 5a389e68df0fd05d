import type { GateSettings } from '../../src/core/gate/settings.ts';
import type { BothSides } from '../../src/core/side.ts';
import type { Effect, Grading, Mix } from './case-mix.ts';

/** A kind of review to simulate many times. */
export type Scenario = {
  readonly cases: number;
  readonly models: number;
  /** Compared prompts of the review: alpha is shared among them. */
  readonly prompts: number;
  readonly effect: Effect;
  /** The usual one unless said. */
  readonly mix?: Mix;
  /** Share of replies that are lost for good, by side; none unless said. */
  readonly lost?: BothSides<number>;
  /** The service answers a request always alike; with `judged`, a model judges each text, wrongly in so large a share. */
  readonly repeats?: { readonly as: 'fact' | 'chance'; readonly judgedWrong?: number };
  /** Cases come in clusters of so many near copies that share all their luck. */
  readonly clusters?: number;
  /** A judge without a pass mark grades each reply, beside the 0/1 check. */
  readonly graded?: Grading;
  /** A second review loses what the first says it would have seen. */
  readonly stated?: true;
  /** Kept replies of each case as it was; `misleading`: those of some other case. */
  readonly history?: { readonly replies: number; readonly misleading?: true };
  readonly sampling: GateSettings['sampling'];
  readonly trials: number;
};

export const ladder = { models: 1, prompts: 1, sampling: 'adaptive', trials: 12 } as const;

export function fixed(trials: number) {
  return { models: 1, prompts: 1, sampling: 'fixed', trials } as const;
}

/** The gate's defaults, with alpha .05 a review. */
export function settingsOf({ sampling, trials, prompts, repeats }: Scenario): GateSettings {
  return {
    repeats: repeats?.as ?? 'fact',
    alpha: 0.05 / prompts,
    tolerance: 0.02,
    margin: 0.1,
    cases: 'block',
    metrics: {},
    sampling,
    trials,
  };
}
