import type { AnyRequest, Request } from '../call.ts';
import type { Design } from '../design/design-review.ts';
import type { Problem } from '../problem.ts';
import type { Answer, Usage } from '../reply.ts';
import { servedAs } from '../served-model.ts';
import { ownBudgetOf } from '../settings/override-settings.ts';
import { modelNamed, namesOf, type Settings } from '../settings/settings.ts';

/** Dollars per million tokens. `cached`: input read from the service's cache; where absent it costs like other input. */
export type Price = { readonly input: number; readonly output: number; readonly cached?: number };

/** Dollars that tokens cost at a provider, or `undefined` where nobody knows: never 0 for that. */
export type CostOf = {
  (provider: string, model: string, usage: Usage): number | undefined;
  /**
   * Whose list the price is of, where it was taken by the model's name because the provider's endpoint is in no list: what
   * is billed there may be another sum. Absent: no price is taken so.
   */
  readonly listOf?: (provider: string, model: string) => string | undefined;
  /** Whether a name is that of a model, by the lists; of a deployment or a route nobody can know what should answer. */
  readonly knows?: (model: string) => boolean;
};

/**
 * Dollars of an answer: as billed where the service says so, else by the price list, of the model that answered where it is
 * another than the one that was asked for; `undefined` where unknown.
 */
export function costOfAnswer(
  request: Pick<AnyRequest, 'model'> & Pick<Request, 'subject'>,
  answer: Pick<Answer, 'usage' | 'billedUsd' | 'servedBy' | 'servedModel'>,
  costOf: CostOf,
): number | undefined {
  const { billedUsd, servedBy, servedModel, usage } = answer;
  const another = servedAs(request.model, servedModel, costOf.knows ?? (() => false)) === 'another';
  // An application has a name of its own, and may tell which model it asked.
  const isServed = another || request.subject !== undefined;
  return billedUsd ?? costOf(servedBy, isServed ? servedModel : request.model, usage);
}

/**
 * Dollars of tokens at a price. Reasoning tokens are part of the output and cost like it.
 * `undefined` where the service did not count what costs something.
 */
export function costByPrice(usage: Usage, price: Price): number | undefined {
  const { inputTokens, outputTokens } = usage;
  if (inputTokens === undefined && price.input > 0) return undefined;
  if (outputTokens === undefined && price.output > 0) return undefined;
  const input = inputTokens ?? 0;
  const cached = Math.min(usage.cachedTokens ?? 0, input);
  const dollars =
    (input - cached) * price.input + cached * (price.cached ?? price.input) + (outputTokens ?? 0) * price.output;
  return dollars / 1_000_000;
}

type Known = Pick<
  Settings,
  'limitsCost' | 'models' | 'overrides' | 'allowedModels' | 'providers' | 'applications' | 'configFile'
>;

/**
 * Models that the pull request itself brings and whose price nobody knows, where a limit of dollars was set: it could not
 * hold for them. What the base's settings or the old prompt name, and what `allowed-models` holds, someone answers for.
 */
export function findUnpriced(design: Design, settings: Known, costOf: CostOf): readonly Problem[] {
  const found = design.prompts.flatMap(({ change, rows }) => {
    const own = ownBudgetOf(change, settings)?.usd !== undefined;
    if (!settings.limitsCost && !own) return [];
    const before = change.old?.model === undefined ? [] : [modelNamed(change.old.model, namesOf(settings))];
    const known = [...settings.models, ...settings.overrides.flatMap(({ models = [] }) => models), ...before];
    return rows.flatMap((row): readonly (readonly [string, Problem])[] => {
      const { provider, model } = row.model.new;
      const isKnown = known.some((ref) => ref.provider === provider && ref.model === model);
      const isPriced = costOf(provider, model, { inputTokens: 1, outputTokens: 1 }) !== undefined;
      if (isKnown || isPriced || settings.allowedModels?.includes(model) === true) return [];
      const problem: Problem = {
        reason: 'config',
        what: `the price of \`${model}\`, a model that this pull request names, is not known, so \`${own ? 'budget.usd' : 'max-cost'}\` cannot hold for it.`,
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
