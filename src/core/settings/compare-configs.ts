import { showModel } from '../design/rows-of.ts';
import { defaultPromptGlobs } from '../detect/prompt-globs.ts';
import { canonicalJson } from '../json.ts';
import type { ModelExchange, ModelRef } from '../row.ts';
import type { BothSides } from '../side.ts';
import { clip } from '../text/clip.ts';
import type { Config } from './parse-config.ts';
import type { Settings } from './settings.ts';
import { configEntries } from './without-trust.ts';

/** A revision's config, as it is written and as it works with the inputs. */
export type ConfigSide = { readonly config: Config; readonly settings: Settings };

/** Rules that decide whether a review closes the gate. */
export type GateRules = Pick<Settings, 'gate' | 'overrides' | 'failOn'>;

/** What a change of the config means for a review: models and judges to be asked, rules to be tried, and sentences on what changes. */
export type ConfigChange = ModelExchange & {
  readonly told: readonly string[];
  /** Where there was a judge, and another is to take its place. */
  readonly judges?: BothSides<NonNullable<Settings['judge']>>;
  /** The gate that does not judge this review: the head's in a pull request, the base's on the command line. */
  readonly otherGate?: GateRules;
};

/**
 * Compares what decides how prompts are asked and judged: `models`, `judge` and `gate`.
 * @param by whose rules judge this review: the base's in a pull request, the working tree's on the command line
 */
export function compareConfigs({ old, new: next }: BothSides<ConfigSide>, by: 'base' | 'tree'): ConfigChange {
  const gone = old.settings.models.filter((model) => !holds(next.settings.models, model));
  const come = next.settings.models.filter((model) => !holds(old.settings.models, model));
  const exchange = pairModels(gone, come, old.settings.models, next.settings.models);
  const removed = gone.filter((model) => !exchange.exchanged.some((pair) => pair.old === model));
  const judges = { old: old.settings.judge, new: next.settings.judge };
  const [before, after] = [rulesOf(old), rulesOf(next)];
  return {
    ...exchange,
    ...(judges.old === undefined || judges.new === undefined || canonicalJson(judges.old) === canonicalJson(judges.new)
      ? {}
      : { judges: { old: judges.old, new: judges.new } }),
    ...(canonicalJson(before) === canonicalJson(after) ? {} : { otherGate: by === 'base' ? after : before }),
    told: [
      ...tellModels(exchange, removed),
      ...tellJudge(old, next, by),
      ...tellGate(old.config, next.config, by),
      ...tellOthers(old.config, next.config, by),
    ],
  };
}

/** What a first config changes of the defaults, once it is merged. */
export function tellFirstConfig(defaults: Config, config: Config): readonly string[] {
  const changed = changedKeys(defaults, config);
  return changed.length === 0 ? [] : [`Once \`${config.file}\` is merged, it changes ${changed.join(', ')}.`];
}

function rulesOf({ settings: { gate, overrides, failOn } }: ConfigSide): GateRules {
  return { gate, overrides, failOn };
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
  const params = (judge: Settings['judge']) => clip(canonicalJson(judge?.params ?? {}), longest);
  const alike = name(before) === name(after) ? ` (its parameters: \`${params(before)}\` → \`${params(after)}\`)` : '';
  return [
    `The config's \`judge\` changes: ${name(before)} → ${name(after)}${alike}. Judged checks were graded by ${used} here.`,
  ];
}

const rules = ['gate', 'fail-on'];
/** Told by what they mean for this review. */
const toldApart = ['models', 'judge', ...rules];

function tellGate(old: Config, next: Config, by: 'base' | 'tree'): readonly string[] {
  const changed = changedKeys(old, next, (key) => rules.includes(key));
  if (changed.length === 0) return [];
  const whose = by === 'base' ? 'the rules of the base branch' : 'the new rules';
  return [`The config's gate changes: ${changed.join(', ')}. This was judged by ${whose}.`];
}

function tellOthers(old: Config, next: Config, by: 'base' | 'tree'): readonly string[] {
  const changed = changedKeys(old, next, (key) => !toldApart.includes(key));
  if (changed.length === 0) return [];
  const whose = by === 'base' ? 'the config of the base branch' : 'the new config';
  return [`The config changes: ${changed.join(', ')}. This was reviewed by ${whose}.`];
}

/** Keys whose values differ, each with both. */
function changedKeys(old: Config, next: Config, isWanted: (key: string) => boolean = () => true): readonly string[] {
  const valuesOf = (config: Config) => {
    const wanted = [...configEntries(config)].filter(([key]) => isWanted(key));
    return new Map(wanted.flatMap(([key, value]) => [...flatten(value, key)]));
  };
  const [before, after] = [valuesOf(old), valuesOf(next)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map(
      (key) => `\`${key}\` ${clip(before.get(key) ?? 'unset', longest)} → ${clip(after.get(key) ?? 'unset', longest)}`,
    );
}

/** Longer values are cut. */
const longest = 120;

/** Values by their path, as they would be written. */
function flatten(value: unknown, path: string): ReadonlyMap<string, string> {
  if (Array.isArray(value)) return new Map(value.length === 0 && path !== 'fail-on' ? [] : [[path, wordList(value)]]);
  if (typeof value === 'number' && spans.includes(path)) return new Map([[path, wordSpan(value)]]);
  if (typeof value !== 'object' || value === null)
    return value === undefined ? new Map() : new Map([[path, String(value)]]);
  return new Map(Object.entries(value).flatMap(([key, held]) => [...flatten(held, `${path}.${key}`)]));
}

function wordList(list: readonly unknown[]): string {
  if (list.length === 0) return 'never';
  if (canonicalJson(list) === canonicalJson(defaultPromptGlobs)) return 'the usual globs';
  return list.map((one) => (typeof one === 'string' ? one : canonicalJson(one))).join(', ');
}

/** Keys that hold milliseconds. */
const spans = ['baseline-age', 'timeout'];

function wordSpan(ms: number): string {
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000}h`;
  return ms % 60_000 === 0 ? `${ms / 60_000}m` : `${ms / 1000}s`;
}
