import type { driftLayers } from './drift-schema.ts';
import type { Inputs } from './inputs.ts';
import type { Config } from './parse-config.ts';
import { resolveFailOn } from './resolve-fail-on.ts';

/** What scheduled runs watch. */
export type DriftSettings = {
  readonly layers: readonly (typeof driftLayers)[number][];
  /** Replies a case and run. */
  readonly trials: number;
  /** What a run may spend, where that is not what any run may; `setup`: calls of the canary's search, over all runs. */
  readonly budget: { readonly calls?: number; readonly usd?: number; readonly setup: number };
  /** Where the action keeps the history, unless the input `history` names a file. */
  readonly history: 'branch' | 'artifact';
  /** Names of what every reply is judged by beside its checks. */
  readonly metrics: readonly string[];
  /** Whether replies are kept with the history. */
  readonly historyTexts: boolean;
  /** Verdicts that fail the run, beside `invalid`. */
  readonly failOn: readonly 'drifted'[];
};

/** Weighs what inputs and config say of scheduled runs. */
export function resolveDrift(inputs: Inputs, config: Config): DriftSettings {
  const { trials, budget } = config.drift;
  const calls = inputs['max-calls'] === undefined ? budget.calls : undefined;
  const usd = inputs['max-cost'] === undefined ? budget.usd : undefined;
  return {
    layers: config.drift.layers,
    trials,
    budget: { setup: budget.setup, ...(calls === undefined ? {} : { calls }), ...(usd === undefined ? {} : { usd }) },
    history: inputs.history === 'artifact' ? 'artifact' : config.drift.history,
    metrics: config.drift.metrics,
    historyTexts: config.drift['history-texts'] && config['publish-replies'] !== 'none',
    failOn: resolveFailOn(inputs, config).drift,
  };
}
