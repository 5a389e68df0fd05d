import type { Provider } from '../../src/core/ports.ts';
import type { Api } from '../../src/core/settings/provider-schema.ts';
import { adapters } from '../../src/providers/adapters.ts';
import { systemClock } from '../../src/providers/system-clock.ts';

/** Every API that a provider may speak. */
export const spokenApis = [
  'chat',
  'responses',
  'anthropic',
  'gemini',
  'bedrock',
  'azure',
] as const satisfies readonly Api[];

/** A provider that speaks `api` to the service at `baseUrl`, whose address ends in `/v1`. */
export async function providerFor(
  api: Api,
  baseUrl: string,
  key?: string,
  more: { readonly stream?: true } = {},
): Promise<Provider> {
  const create = await adapters[api]();
  return create({
    name: 'router',
    baseUrl,
    keyFrom: 'the variable ROUTER_KEY',
    clock: systemClock,
    ...more,
    ...(key === undefined ? {} : { key }),
  });
}
