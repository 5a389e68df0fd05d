import type { Design } from '../design/design-review.ts';
import type { Problem } from '../problem.ts';
import { modelNamed } from '../settings/model-named.ts';
import type { Settings } from '../settings/settings.ts';
import type { CostOf } from './prices.ts';

type Known = Pick<Settings, 'limitsCost' | 'models' | 'allowedModels' | 'providers' | 'configFile'>;

/**
 * Models that the pull request itself brings and whose price nobody knows, where a limit of dollars was set: it could not
 * hold for them. What the base's settings or the old prompt name, and what `allowed-models` holds, someone answers for.
 */
export function findUnpriced(design: Design, settings: Known, costOf: CostOf): readonly Problem[] {
  if (!settings.limitsCost) return [];
  const found = design.prompts.flatMap(({ change, rows }) => {
    const before = change.old?.model === undefined ? [] : [modelNamed(change.old.model, settings.providers)];
    const known = [...settings.models, ...before];
    return rows.flatMap((row): readonly (readonly [string, Problem])[] => {
      const { provider, model } = row.model.new;
      const isKnown = known.some((ref) => ref.provider === provider && ref.model === model);
      const isPriced = costOf(provider, model, { inputTokens: 1, outputTokens: 1 }) !== undefined;
      if (isKnown || isPriced || settings.allowedModels?.includes(model) === true) return [];
      const problem: Problem = {
        reason: 'config',
        what: `the price of \`${model}\`, a model that this pull request names, is not known, so \`max-cost\` cannot hold for it.`,
        at: { file: change.path },
        fix: `On the base branch, add it to \`allowed-models\` in ${settings.configFile}, or its price to \`prices\`.`,
      };
      return [[`${provider} ${model}`, problem]];
    });
  });
  const first = new Map<string, Problem>();
  for (const [named, problem] of found) if (!first.has(named)) first.set(named, problem);
  return [...first.values()];
}
