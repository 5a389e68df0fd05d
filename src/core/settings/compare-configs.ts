import { showModel } from '../design/rows-of.ts';
import { canonicalJson } from '../json.ts';
import type { ModelExchange } from '../model-exchange.ts';
import type { ModelRef } from '../row.ts';
import type { BothSides } from '../side.ts';
import type { Config } from './parse-config.ts';
import type { Settings } from './settings.ts';

/** A revision's config, as it is written and as it works with the inputs. */
export type ConfigSide = { readonly config: Config; readonly settings: Settings };

/** What a change of the config means for a review: models to be asked, and sentences on what changes. */
export type ConfigChange = ModelExchange & { readonly told: readonly string[] };

/**
 * Compares what decides how prompts are asked and judged: `models`, `judge` and `gate`.
 * @param by whose rules judge this review: the base's in a pull request, the working tree's on the command line
 */
export function compareConfigs({ old, new: next }: BothSides<ConfigSide>, by: 'base' | 'tree'): ConfigChange {
  const gone = old.settings.models.filter((model) => !holds(next.settings.models, model));
  const come = next.settings.models.filter((model) => !holds(old.settings.models, model));
  const exchange = pairModels(gone, come, old.settings.models, next.settings.models);
  const removed = gone.filter((model) => !exchange.exchanged.some((pair) => pair.old === model));
  return {
    ...exchange,
    told: [...tellModels(exchange, removed), ...tellJudge(old, next, by), ...tellGate(old.config, next.config, by)],
  };
}

function holds(models: readonly ModelRef[], model: ModelRef): boolean {
  return models.some((other) => canonicalJson(other) === canonicalJson(model));
}

/** Which model takes which one's place: the one that stands where it stood, else one of the same provider, else the next. */
function pairModels(
  gone: readonly ModelRef[],
  come: readonly ModelRef[],
  before: readonly ModelRef[],
  after: readonly ModelRef[],
): ModelExchange {
  const left = new Set(gone);
  const take = (wanted: (model: ModelRef) => boolean): ModelRef | undefined => {
    const found = [...left].find(wanted);
    if (found !== undefined) left.delete(found);
    return found;
  };
  const byPlace = new Map(come.map((model) => [model, take((one) => before.indexOf(one) === after.indexOf(model))]));
  const byProvider = new Map(
    come.map((model) => [model, byPlace.get(model) ?? take(({ provider }) => provider === model.provider)]),
  );
  const pairs = come.map((model) => ({ old: byProvider.get(model) ?? take(() => true), new: model }));
  return {
    exchanged: pairs.flatMap(({ old, new: next }) => (old === undefined ? [] : [{ old, new: next }])),
    added: pairs.flatMap(({ old, new: next }) => (old === undefined ? [next] : [])),
  };
}

function tellModels({ exchanged, added }: ModelExchange, removed: readonly ModelRef[]): readonly string[] {
  const names = (models: readonly ModelRef[]) => models.map((model) => `\`${showModel(model)}\``).join(', ');
  const parts = [
    ...exchanged.map(({ old, new: next }) => {
      const alike = showModel(old) === showModel(next);
      return alike ? `the parameters of ${names([next])}` : `${names([old])} → ${names([next])}`;
    }),
    ...(added.length === 0 ? [] : [`${names(added)} added`]),
    ...(removed.length === 0 ? [] : [`${names(removed)} removed`]),
  ];
  return parts.length === 0 ? [] : [`The config's \`models\` change: ${parts.join(', ')}.`];
}

function tellJudge(old: ConfigSide, next: ConfigSide, by: 'base' | 'tree'): readonly string[] {
  const [before, after] = [old.settings.judge, next.settings.judge];
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return [];
  const name = (judge: Settings['judge']) =>
    judge === undefined ? 'none' : `\`${showModel(judge)}\`${judge.votes === 1 ? '' : ` with ${judge.votes} votes`}`;
  const used = by === 'base' ? name(before) : name(after);
  const alike = name(before) === name(after) ? ' (its parameters)' : '';
  return [
    `The config's \`judge\` changes: ${name(before)} → ${name(after)}${alike}. Judged checks were graded by ${used} here: another judge grades differently, so look at their \`min\` and at \`min-score\` again.`,
  ];
}

function tellGate(old: Config, next: Config, by: 'base' | 'tree'): readonly string[] {
  const rules = (config: Config) => flatten({ gate: { ...config.gate }, 'fail-on': config['fail-on'] });
  const [before, after] = [rules(old), rules(next)];
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
  if (changed.length === 0) return [];
  const parts = changed.map((key) => `\`${key}\` ${before.get(key) ?? 'unset'} → ${after.get(key) ?? 'unset'}`);
  const whose = by === 'base' ? 'the rules of the base branch' : 'the new rules';
  return [`The config's gate changes: ${parts.join(', ')}. This was judged by ${whose}.`];
}

/** Values by their path, as they would be written; the one list there is names the verdicts of `fail-on`. */
function flatten(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (Array.isArray(value)) return new Map([[path, value.length === 0 ? 'never' : value.join(', ')]]);
  if (typeof value !== 'object' || value === null)
    return value === undefined ? new Map() : new Map([[path, String(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, held]) => [...flatten(held, path === '' ? key : `${path}.${key}`)]),
  );
}
