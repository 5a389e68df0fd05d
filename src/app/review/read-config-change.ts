import { showModel } from '../../core/design/rows-of.ts';
import { changedPaths } from '../../core/detect/may-concern.ts';
import type { Host } from '../../core/ports.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import { holdParams } from '../../core/prompt-file/read-params.ts';
import type { ChangedFile, PullRequest, Revision } from '../../core/pull-request.ts';
import type { ModelRef } from '../../core/row.ts';
import { type ConfigChange, compareConfigs, tellFirstConfig } from '../../core/settings/compare-configs.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import { namesOf, type Settings } from '../../core/settings/settings.ts';
import { type ConfigPlace, defaultConfig, readConfigSide } from './read-settings.ts';

/** What a change of the config does to a review, and what of it cannot be read. */
export type ConfigReview = ConfigChange & { readonly problems: readonly Problem[] };

/** The config stays as it is. */
export const noChange: ConfigReview = { exchanged: [], added: [], told: [], problems: [] };

/** Whether a config is among the changed files. */
export function changesConfig(changed: readonly ChangedFile[], { paths }: Pick<ConfigPlace, 'paths'>): boolean {
  const touched = changedPaths(changed);
  return paths.some((path) => touched.includes(path));
}

/**
 * Reads what a pull request does to the config. Of a first one it is told what it changes once it is merged; its models
 * are those of the review already. Models are asked only where the rules of this review allow it.
 */
export async function readConfigChange(
  host: Pick<Host, 'texts'>,
  pull: PullRequest,
  inputs: Inputs,
  settings: Settings,
  place: ConfigPlace,
): Promise<ConfigReview> {
  const old = await sideOrProblems(host, pull.base, inputs, place);
  if (old !== undefined && 'problems' in old) return noChange;
  const next = await sideOrProblems(host, pull.head, inputs, place, 'defaults');
  if (next === undefined) return noChange;
  if ('problems' in next) return { ...noChange, problems: next.problems };
  if (old === undefined) {
    // On the command line the working tree's config is the one that holds.
    const isOwn = pull.tip.sha === pull.head.sha;
    return { ...noChange, told: isOwn ? [] : tellFirstConfig(defaultConfig(inputs), next.config) };
  }
  const by = pull.tip.sha === pull.head.sha ? 'tree' : 'base';
  const { judges, ...change } = compareConfigs({ old, new: next }, by);
  const otherJudge = by === 'base' ? judges?.new : judges?.old;
  const models = [...change.exchanged.map((pair) => pair.new), ...change.added];
  const refused = [...models, ...(otherJudge === undefined ? [] : [otherJudge])].flatMap((model) => {
    const why = whyNotAsked(model, pull, settings);
    return why === undefined ? [] : [{ model, why }];
  });
  const isAsked = (model: ModelRef): boolean => refused.every((one) => one.model !== model);
  return {
    ...change,
    ...(judges === undefined || otherJudge === undefined || !isAsked(otherJudge)
      ? {}
      : { judges: by === 'base' ? { ...judges, new: held(judges.new, settings) } : judges }),
    exchanged: change.exchanged.filter((pair) => isAsked(pair.new)),
    added: change.added.filter(isAsked),
    told: [...change.told, ...refused.map(({ model, why }) => `\`${showModel(model)}\` was not asked: ${why}.`)],
    problems: [],
  };
}

type Side = Awaited<ReturnType<typeof readConfigSide>>;

/** A base that cannot be read is told where its settings are read; a head that cannot would close every later review. */
async function sideOrProblems(
  host: Pick<Host, 'texts'>,
  revision: Revision,
  inputs: Inputs,
  place: ConfigPlace,
  absent?: 'defaults',
): Promise<Side | { readonly problems: readonly Problem[] }> {
  try {
    return await readConfigSide(host, revision, inputs, absent, place);
  } catch (fault) {
    if (fault instanceof ProblemError) return { problems: fault.problems };
    throw fault;
  }
}

/** A judge that the head's config brings is the pull request's word: what could ask elsewhere, or for more, is left out. */
function held(judge: NonNullable<Settings['judge']>, { allowedParams }: Settings): NonNullable<Settings['judge']> {
  return { ...judge, params: holdParams(judge.params, allowedParams).params };
}

/** The base's rules decide whom its keys may ask. */
function whyNotAsked({ provider, model }: ModelRef, pull: PullRequest, settings: Settings): string | undefined {
  if (pull.fork) return 'the pull request is from a fork';
  const { allowedModels } = settings;
  if (!namesOf(settings).has(provider)) return `the base branch has no provider \`${provider}\``;
  if (allowedModels !== undefined && !allowedModels.includes(model)) return '`allowed-models` does not hold it';
  return undefined;
}
