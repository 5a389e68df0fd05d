import type { ModelChoice } from '../../core/design/rows-of.ts';
import type { ModelExchange } from '../../core/model-exchange.ts';
import { modelNamed } from '../../core/settings/model-named.ts';
import type { Settings } from '../../core/settings/settings.ts';

/** What of the settings decides which models a prompt meets. */
export function modelChoice(
  { models, allowedModels, allowedParams, providers }: Settings,
  exchange?: ModelExchange,
): ModelChoice {
  return {
    models,
    allowedParams,
    ...exchange,
    ...(allowedModels === undefined ? {} : { allowedModels }),
    resolve: (name) => modelNamed(name, providers),
  };
}
