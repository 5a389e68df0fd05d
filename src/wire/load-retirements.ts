import type { SaidRetirements } from '../core/retirement/retirement-day.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import type { Settings } from '../core/settings/settings.ts';
import { keyOf } from './provider-keys.ts';
import type { Surroundings } from './surroundings.ts';

const longestMs = 10_000;

/** Asks the services that speak OpenAI's API for the days on which they end their models. */
export async function loadRetirements(
  { providers }: Settings,
  inputs: Inputs,
  { env, signal }: Surroundings,
): Promise<SaidRetirements> {
  const { listRetirements } = await import('../providers/openai/list-retirements.ts');
  const ends = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
  const asked = [...providers]
    .filter(([, { api }]) => api === 'chat' || api === 'responses')
    .map(async ([name, provider]) => {
      const days = await listRetirements({ baseUrl: provider.baseUrl, key: keyOf(provider, inputs, env) }, ends);
      return [name, days] as const;
    });
  return new Map(await Promise.all(asked));
}

/** Models to try in the place of one; the price table is loaded when it is asked. */
export async function suggestSuccessors(model: string): Promise<readonly string[]> {
  return (await import('../providers/suggest-successors.ts')).suggestSuccessors(model);
}
