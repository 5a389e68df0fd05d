import { defaultEndpoint } from './config-schema.ts';
import type { Inputs } from './inputs.ts';
import type { Config } from './parse-config.ts';
import { type Api, apiEndpoints } from './provider-schema.ts';
import type { ApplicationSettings, KeySource, ProviderSettings, Settings } from './settings.ts';

type WrittenService = Extract<Config['providers'][string], { readonly api: unknown }>;

/** Tells model services from applications of the team's. */
export function splitProviders(config: Config): {
  readonly services: ReadonlyMap<string, WrittenService>;
  readonly applications: Settings['applications'];
} {
  const services = new Map<string, WrittenService>();
  const applications = new Map<string, ApplicationSettings>();
  for (const [name, written] of Object.entries(config.providers)) {
    if ('api' in written) {
      services.set(name, written);
      continue;
    }
    const { timeout, concurrency } = written;
    const common = { timeoutMs: timeout, ...(concurrency === undefined ? {} : { concurrency }) };
    if ('url' in written) {
      const { url, key } = written;
      applications.set(name, { kind: 'url', url, ...(key === undefined ? {} : { key }), ...common });
    } else {
      const { command, serve, env } = written;
      applications.set(name, { kind: 'command', command, env, ...(serve === true ? { serve } : {}), ...common });
    }
  }
  return { services, applications };
}

/** The services by name, with where their keys come from; `default` is always there. */
export function resolveProviders(inputs: Inputs, services: ReadonlyMap<string, WrittenService>): Settings['providers'] {
  const written = services.get('default');
  const others = [...services].filter(([name]) => name !== 'default');
  const named = others.map(([name, provider]): [string, ProviderSettings] => {
    const key: KeySource =
      provider.key === undefined ? { kind: 'none' } : { kind: 'environment', name: provider.key, optional: false };
    return [name, providerOf(provider, ofCloud(provider) ?? key)];
  });
  const own = {
    ...written,
    api: written?.api ?? 'chat',
    ...(inputs['base-url'] && { 'base-url': inputs['base-url'] }),
  };
  // What was named for a cloud is meant: the input's key is most likely another service's.
  const key = ofCloud(own) ?? defaultKey(inputs, written?.key, own);
  return new Map([['default', providerOf(own, key)], ...named]);
}

/** A vendor's key goes to no other vendor. */
const usualKeys = {
  chat: 'OPENAI_API_KEY',
  responses: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
  gemini: 'GEMINI_API_KEY',
  bedrock: 'AWS_BEARER_TOKEN_BEDROCK',
  azure: 'AZURE_OPENAI_API_KEY',
} as const satisfies Readonly<Record<Api, string>>;

/** The usual variable serves where nothing else is said; only a service on this machine may do without a key. */
function defaultKey(inputs: Inputs, written: string | undefined, own: WrittenProvider): KeySource {
  if (inputs['api-key'] !== undefined) return { kind: 'input' };
  if (written !== undefined) return { kind: 'environment', name: written, optional: false };
  const optional = own['base-url']?.startsWith('http://') === true;
  return { kind: 'environment', name: usualKeys[own.api], optional };
}

type WrittenProvider = Omit<WrittenService, 'key'>;

/** What lets a cloud in without a key. */
function ofCloud({ token, credentials }: WrittenProvider): KeySource | undefined {
  if (token !== undefined) return { kind: 'token', name: token };
  return credentials === undefined ? undefined : { kind: credentials };
}

function providerOf(provider: WrittenProvider, key: KeySource): ProviderSettings {
  const { api, 'base-url': written, fallback, region, 'api-version': apiVersion } = provider;
  const ofRegion = region === undefined ? undefined : `https://bedrock-runtime.${region}.amazonaws.com`;
  const baseUrl = (written ?? ofRegion ?? apiEndpoints[api] ?? defaultEndpoint).replace(/\/+$/u, '');
  return {
    ...{ api, baseUrl, key },
    ...(region === undefined ? {} : { region }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(fallback === undefined ? {} : { fallback }),
  };
}
