import { changedPaths, mayConcern } from '../../core/detect/may-concern.ts';
import { matchPrompts } from '../../core/detect/prompt-globs.ts';
import type { Host } from '../../core/ports.ts';
import { ProblemError } from '../../core/problem.ts';
import type { ChangedFile, PullRequest } from '../../core/pull-request.ts';
import {
  configInFolder,
  folderOfConfig,
  foldersAbove,
  foldersWithConfigs,
  fromRoot,
  literal,
  nearestFolder,
} from '../../core/settings/config-folder.ts';
import { configPaths } from '../../core/settings/config-paths.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import { type PromptOverride, settingsFor } from '../../core/settings/override-settings.ts';
import type { Config } from '../../core/settings/parse-config.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { configEntries } from '../../core/settings/without-trust.ts';
import type { ConfigReview } from './read-config-change.ts';
import { type ConfigPlace, defaultConfig, readConfigSide } from './read-settings.ts';

/** A config with the prompts that it holds for: those in its folder and below, as far as no nearer one does. */
export type ConfigGroup = {
  readonly settings: Settings;
  readonly notes: readonly string[];
  readonly place: ConfigPlace;
  readonly owns: Owns;
  readonly elsewhere: Elsewhere;
};

/**
 * Whether a config holds for a prompt. One that was moved goes by where it was; a new file that says which one it succeeds, by where it
 * lies, since the other is there still.
 */
type Owns = (prompt: { readonly path: string; readonly previousPath?: string; readonly succeeds?: true }) => boolean;

/**
 * What the other configs ask of a prompt that is, was, or succeeds one where they hold: their gate there, and what they let a pull
 * request change of golden cases. Of both places the stricter holds.
 */
type Elsewhere = (prompt: { readonly path: string; readonly previousPath?: string }) => readonly PromptOverride[];

/** The configs of a run: the root's, and those of folders; with those that the pull request brings, which do not hold yet. */
export type ConfigGroups = {
  readonly root: Pick<ConfigGroup, 'owns' | 'elsewhere'>;
  readonly folders: readonly ConfigGroup[];
  readonly newcomers: Pick<ConfigReview, 'told' | 'problems'>;
};

type Asked = {
  readonly host: Pick<Host, 'texts' | 'tree'>;
  readonly pull: PullRequest;
  readonly changed: readonly ChangedFile[];
  readonly inputs: Inputs;
  /** Of the root's config. */
  readonly settings: Settings;
};

/** Folders that are asked for along with the root's config; of more, the tree alone tells. */
const mostAsked = 15;

/**
 * Reads the root's config of the base branch's tip, and those of folders that changed files lie in, in one request.
 * @returns a host that has them at hand
 */
export async function readConfigsAtOnce(
  host: Asked['host'],
  { pull, changed, inputs }: Pick<Asked, 'pull' | 'changed' | 'inputs'>,
): Promise<Asked['host']> {
  const above = foldersAbove(changedPaths(changed));
  const isAlone = configPaths(inputs).length === 1 || above.length > mostAsked;
  const read = await host.texts(pull.tip, [...configPaths(inputs), ...(isAlone ? [] : above.map(configInFolder))]);
  const texts: Host['texts'] = async (revision, paths) => {
    const known = paths.flatMap((path) => {
      const text = revision === pull.tip ? read.get(path) : undefined;
      return text === undefined ? [] : [[path, text] as const];
    });
    const others = paths.filter((path) => known.every(([one]) => one !== path));
    return new Map([...known, ...(others.length === 0 ? [] : await host.texts(revision, others))]);
  };
  return { tree: (revision) => host.tree(revision), texts };
}

/**
 * Reads the configs of folders at the base branch's tip, as the root's is; a config that was chosen by name holds alone.
 * @throws ProblemError where one cannot be read
 */
export async function readConfigGroups(asked: Asked): Promise<ConfigGroups> {
  const { host, pull, changed, inputs, settings } = asked;
  const none = { root: { owns: () => true, elsewhere: () => [] }, folders: [], newcomers: { told: [], problems: [] } };
  if (configPaths(inputs).length === 1) return none;
  const wanted = await foldersToAsk(asked);
  const texts = wanted.length === 0 ? new Map() : await host.texts(pull.tip, wanted.map(configInFolder));
  const folders = wanted.filter((folder) => (texts.get(configInFolder(folder))?.kind ?? 'absent') !== 'absent');
  const cameFrom = new Map(
    changed.flatMap(({ path, previousPath }) => (previousPath === undefined ? [] : [[path, previousPath]])),
  );
  const owning =
    (folder: string): Owns =>
    ({ path, previousPath = cameFrom.get(path), succeeds }) =>
      nearestFolder(succeeds === true ? path : (previousPath ?? path), folders) === folder;
  const tree = folders.length === 0 ? undefined : await host.tree(pull.tip);
  const paths = [...(tree?.keys() ?? [])];
  const groups: Omit<ConfigGroup, 'elsewhere'>[] = [];
  const read: string[] = [];
  for (const folder of folders) {
    const place: ConfigPlace = {
      paths: [configInFolder(folder)],
      fromRoot: (config) =>
        fromRoot(config, folder, (path) => tree?.has(path) === true || paths.some((one) => one.startsWith(`${path}/`))),
    };
    const side = await readConfigSide(host, pull.tip, inputs, undefined, place);
    if (side === undefined) continue;
    read.push(folder);
    const isPrompt = matchPrompts(side.settings.promptGlobs);
    // A prompt that is moved out of the folder stays under its config.
    const moved = [...cameFrom].flatMap(([path, from]) =>
      isPrompt(from) && nearestFolder(from, folders) === folder ? [literal(path)] : [],
    );
    groups.push({
      settings: underRoot(
        { ...side.settings, promptGlobs: [...side.settings.promptGlobs, ...moved] },
        settings,
        side.config,
        inputs,
      ),
      notes: notUsed(side.config, defaultConfig(inputs)),
      place,
      owns: owning(folder),
    });
  }
  const gateAt = (folder: string): Settings =>
    groups.find(({ place }) => place.paths[0] === configInFolder(folder))?.settings ?? settings;
  // What GitHub's list tells of moves is not all: renames are found, and successors named, only once files are read.
  const elsewhere =
    (folder: string): Elsewhere =>
    ({ path, previousPath = path }) =>
      [...new Set([previousPath, path])].flatMap((place) => {
        const other = nearestFolder(place, folders);
        if (other === folder) return [];
        const { gate, examChanges } = settingsFor({ path: place }, gateAt(other));
        return [{ paths: [literal(place)], gate, examChanges }];
      });
  return {
    root: { owns: owning(''), elsewhere: elsewhere('') },
    folders: groups.map((group, at) => ({ ...group, elsewhere: elsewhere(read[at] ?? '') })),
    newcomers: await readNewcomers(asked, folders),
  };
}

/**
 * Folders that may have a config at the tip: those of changed files, and where a change may concern any prompt, those of the trees
 * that are read then anyway.
 */
async function foldersToAsk({ host, pull, changed, settings }: Asked): Promise<readonly string[]> {
  const above = foldersAbove(changedPaths(changed));
  if (!mayConcern(changed, settings)) return above;
  const [, base] = await Promise.all([host.tree(pull.head), host.tree(pull.base)]);
  const known = foldersWithConfigs(base.keys());
  // Of what came to the base branch since, its own files tell.
  const isLevel = pull.tip.sha === pull.base.sha && pull.tip.sha !== '';
  return isLevel ? known : [...new Set([...known, ...above])];
}

/** Configs of folders that the base branch does not have yet: told, and held to be readable, since a broken one would close every later review. */
async function readNewcomers(
  { host, pull, changed, inputs }: Asked,
  folders: readonly string[],
): Promise<ConfigGroups['newcomers']> {
  const told: string[] = [];
  const problems: ConfigGroups['newcomers']['problems'][number][] = [];
  for (const { path, status } of changed) {
    const folder = status === 'removed' ? undefined : folderOfConfig(path);
    if (folder === undefined || folders.includes(folder)) continue;
    try {
      await readConfigSide(host, pull.head, inputs, undefined, { paths: [path], fromRoot: (config) => config });
      told.push(
        `\`${path}\` is new: once it is merged, it holds for the prompts in \`${folder}/\`. This was reviewed by the config of the base branch.`,
      );
    } catch (fault) {
      if (!(fault instanceof ProblemError)) throw fault;
      problems.push(...fault.problems);
    }
  }
  return { told, problems };
}

/** Keys that hold for a run as a whole, and so are the root's alone. */
const ofTheRun = ['fail-on', 'comment', 'publish-replies', 'mask', 'alerts', 'drift'];

function notUsed(config: Config, defaults: Config): readonly string[] {
  const [written, usual] = [configEntries(config), configEntries(defaults)];
  const keys = ofTheRun.filter((key) => JSON.stringify(written.get(key)) !== JSON.stringify(usual.get(key)));
  const named = keys.map((key) => `\`${key}\``).join(', ');
  return keys.length === 0
    ? []
    : [
        `Of \`${config.file}\` ${named} ${keys.length === 1 ? 'is' : 'are'} not used: the root's config says it for the whole run.`,
      ];
}

/** A folder's settings with what the whole run has in common. Its budget is its own, within the run's: that of the root, or of the inputs. */
function underRoot(own: Settings, root: Settings, { budget, limitsCost }: Config, inputs: Inputs): Settings {
  const { failOn, comment, publishReplies, mask, alertTargets } = root;
  const usd = inputs['max-cost'] !== undefined && !limitsCost ? root.maxCostUsd : budget.usd;
  return {
    ...own,
    ...{ failOn, comment, publishReplies, mask, alertTargets },
    maxCalls: Math.min(budget.calls, root.maxCalls),
    maxCostUsd: Math.min(usd, root.maxCostUsd),
    // Dollars that the root limits are limited of models in a folder too: their price has to be known.
    limitsCost: own.limitsCost || root.limitsCost,
  };
}
