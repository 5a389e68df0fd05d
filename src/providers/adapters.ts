import type { Clock, Provider } from '../core/ports.ts';
import type { Api } from '../core/settings/provider-schema.ts';

/** A model service and how it is reached. */
export type ServiceSettings = {
  /** The provider's name in the config. */
  readonly name: string;
  /** https, or http on loopback. */
  readonly baseUrl: string;
  /** Absent where the service wants none. */
  readonly key?: string;
  /** Where the key comes from, in words for messages, such as `the environment variable N1N_API_KEY`. */
  readonly keyFrom: string;
  readonly clock: Clock;
};

/** Makes a provider of a service. @throws ProviderError where its address is neither https nor on loopback */
type CreateProvider = (settings: ServiceSettings) => Provider;

/** What speaks each API. A library is loaded where a provider of the config speaks by it, and nowhere else. */
export const adapters = {
  chat: async () => (await import('./openai/create-openai-provider.ts')).createOpenAiProvider,
} satisfies Readonly<Record<Api, () => Promise<CreateProvider>>>;
