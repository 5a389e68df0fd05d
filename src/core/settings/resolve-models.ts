import type { ModelRef } from '../row.ts';
import type { Inputs } from './inputs.ts';
import type { Config } from './parse-config.ts';
import { modelNamed, type namesOf, type Settings } from './settings.ts';

export type Providers = ReturnType<typeof namesOf>;
type WrittenModel = Config['models'][number];

export function modelOf(written: WrittenModel, providers: Providers): ModelRef {
  if (typeof written === 'string') return { ...modelNamed(written, providers), params: {} };
  const { provider, model, params } = written;
  return provider === undefined ? { ...modelNamed(model, providers), params } : { provider, model, params };
}

/** Models of the input keep the parameters that the config gives to the same model. */
export function resolveModels(inputs: Inputs, config: Config, providers: Providers): readonly ModelRef[] {
  const configured = config.models.map((written) => modelOf(written, providers));
  return (
    inputs.models?.map((name) => {
      const named = modelOf(name, providers);
      return configured.find((ref) => ref.provider === named.provider && ref.model === named.model) ?? named;
    }) ?? configured
  );
}

/** A judge of the input keeps the config's votes; its parameters only where it is the same model. */
export function resolveJudge(inputs: Inputs, config: Config, providers: Providers): Settings['judge'] {
  const written = config.judge;
  const configured = written === undefined ? undefined : modelOf(written, providers);
  const votes = typeof written === 'object' ? written.votes : 1;
  if (inputs.judge === undefined) return configured === undefined ? undefined : { ...configured, votes };
  const named = modelOf(inputs.judge, providers);
  const same = configured?.provider === named.provider && configured.model === named.model;
  return { ...(same ? configured : named), votes };
}

export function withoutVotes(judge: Settings['judge']): ModelRef | undefined {
  return judge === undefined ? undefined : { provider: judge.provider, model: judge.model, params: judge.params };
}
