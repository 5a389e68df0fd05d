import type { Inputs } from '../core/settings/inputs.ts';
import type { ProviderSettings, Settings } from '../core/settings/settings.ts';
import type { Surroundings } from './surroundings.ts';

/** Where a key comes from, in words for messages. */
export function nameKeySource(provider: ProviderSettings): string {
  switch (provider.key.kind) {
    case 'input':
      return 'the input `api-key`';
    case 'environment':
      return `the environment variable ${provider.key.name}`;
    case 'none':
      return 'no key';
  }
}

export function keyOf(provider: ProviderSettings, inputs: Inputs, env: Surroundings['env']): string | undefined {
  switch (provider.key.kind) {
    case 'input':
      return inputs['api-key'];
    case 'environment':
      return env[provider.key.name]?.trim() || undefined;
    case 'none':
      return undefined;
  }
}

/** All keys that this run holds: what it signs with for later runs, which hold the same. */
export function keysHeld(settings: Settings, inputs: Inputs, env: Surroundings['env']): readonly string[] {
  return [...settings.providers.values()].flatMap((provider) => keyOf(provider, inputs, env) ?? []);
}

/** A provider can be asked when it has its key, or needs none. */
export function hasKey(settings: Settings, name: string, inputs: Inputs, env: Surroundings['env']): boolean {
  const application = settings.applications.get(name);
  if (application !== undefined) {
    // What a program needs of its variables, it says itself.
    if (application.kind === 'command' || application.key === undefined) return true;
    return (env[application.key]?.trim() ?? '') !== '';
  }
  const provider = settings.providers.get(name);
  if (provider === undefined) return false;
  if (provider.key.kind === 'none') return true;
  return keyOf(provider, inputs, env) !== undefined || (provider.key.kind === 'environment' && provider.key.optional);
}
