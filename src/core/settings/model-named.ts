/** What of a settings' providers a model's name is read against. */
export type ProviderNames = { readonly has: (name: string) => boolean };

/**
 * Reads a model as people write it: `provider:model` only where that provider is configured, so that `llama3:8b`
 * is a model of the provider `default`.
 */
export function modelNamed(
  name: string,
  providers: ProviderNames,
): { readonly provider: string; readonly model: string } {
  const colon = name.indexOf(':');
  const provider = name.slice(0, Math.max(colon, 0));
  const model = name.slice(colon + 1);
  return colon > 0 && model !== '' && providers.has(provider)
    ? { provider, model }
    : { provider: 'default', model: name };
}
