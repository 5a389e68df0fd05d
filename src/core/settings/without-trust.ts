import { modelNamed } from './model-named.ts';
import type { Config } from './parse-config.ts';

/**
 * A config that the pull request itself brings, where the base has none: without `providers`, `scorers` and `alerts`,
 * and without the models that only those providers serve, so that nothing a reviewer has not seen is sent prompts or
 * keys, or run. `leftOut` names what was taken away, for the comment.
 */
export function withoutTrust(config: Config): { readonly config: Config; readonly leftOut: readonly string[] } {
  const { judge, embeddings, simulate, ...rest } = config;
  const providers = new Set(Object.keys(config.providers));
  const stays = (model: Config['models'][number]): boolean => {
    const written = typeof model === 'string' ? { model } : model;
    if ('provider' in written && written.provider !== undefined) return written.provider === 'default';
    return modelNamed(written.model, providers).provider === 'default';
  };
  const roles = Object.entries({ judge, embeddings, simulate }).filter(
    ([, model]) => model !== undefined && !stays(model),
  );
  const models = config.models.filter(stays);
  return {
    config: {
      ...rest,
      models,
      ...(judge !== undefined && stays(judge) ? { judge } : {}),
      ...(embeddings !== undefined && stays(embeddings) ? { embeddings } : {}),
      ...(simulate !== undefined && stays(simulate) ? { simulate } : {}),
      'allowed-params': [],
      providers: {},
      scorers: {},
      alerts: {},
    },
    leftOut: [
      ...(['allowed-params', 'providers', 'scorers', 'alerts'] as const).filter(
        (key) => Object.keys(config[key]).length > 0,
      ),
      ...(models.length < config.models.length ? ['models'] : []),
      ...roles.map(([role]) => role),
    ],
  };
}
