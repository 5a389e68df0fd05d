import type { Inputs } from './inputs.ts';
import type { PromptOverride } from './override-settings.ts';
import type { Config } from './parse-config.ts';
import { modelOf, type Providers } from './resolve-models.ts';
import type { Settings } from './settings.ts';

export function gateOf(gate: Config['gate']): Settings['gate'] {
  return {
    tolerance: gate.tolerance,
    alpha: gate.alpha,
    margin: gate.margin,
    cases: gate.cases,
    repeats: gate.repeats,
    ...(gate['min-score'] === undefined ? {} : { minScore: gate['min-score'] }),
    metrics: gate.metrics,
    ...costLimits(gate.cost),
    ...(gate.latency === undefined
      ? {}
      : {
          latencyLimit: gate.latency['max-increase'],
          ...(gate.latency.of === 'p50' ? {} : { latencyOf: gate.latency.of }),
        }),
  };
}

/** An input names the models of the whole run; which model a prompt names itself is asked beside them all the same. */
export function overrideOf(
  { paths, gate, models, budget, owners }: Config['overrides'][number],
  inputs: Inputs,
  providers: Providers,
): PromptOverride {
  const { 'exam-changes': examChanges, 'min-score': minScore, cost, latency, ...others } = gate;
  const set = withoutUnset(others);
  return {
    paths,
    gate: {
      ...set,
      ...(minScore !== undefined && { minScore }),
      ...costLimits(cost),
      ...(latency !== undefined && { latencyLimit: latency['max-increase'], latencyOf: latency.of }),
    },
    ...(examChanges !== undefined && { examChanges }),
    ...(models !== undefined &&
      inputs.models === undefined && { models: models.map((one) => modelOf(one, providers)) }),
    ...(budget !== undefined && { budget: withoutUnset(budget) }),
    ...(owners !== undefined && { owners }),
  };
}

function withoutUnset<Written extends object>(written: Written): Record<string, NonNullable<Written[keyof Written]>> {
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
}

function costLimits(cost: Config['gate']['cost']): Pick<Settings['gate'], 'costLimit' | 'costCap' | 'outputCap'> {
  const { 'max-increase': increase, 'max-usd-per-1000': dollars, 'max-output-tokens': tokens } = cost ?? {};
  return {
    ...(increase === undefined ? {} : { costLimit: increase }),
    ...(dollars === undefined ? {} : { costCap: dollars / 1000 }),
    ...(tokens === undefined ? {} : { outputCap: tokens }),
  };
}
