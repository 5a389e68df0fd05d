import type { Host } from '../../core/ports.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { FileText, PullRequest, Revision } from '../../core/pull-request.ts';
import type { ConfigSide } from '../../core/settings/compare-configs.ts';
import { configPaths } from '../../core/settings/config-paths.ts';
import { type Inputs, inputsSchema } from '../../core/settings/inputs.ts';
import { type Config, parseConfig } from '../../core/settings/parse-config.ts';
import { resolveSettings } from '../../core/settings/resolve-settings.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { withoutTrust } from '../../core/settings/without-trust.ts';

export type ReadSettings = { readonly settings: Settings; readonly notes: readonly string[] };

/**
 * Reads the config at the base branch's tip and weighs it with the inputs. Where the base has none, the defaults hold, and
 * what the head's adds to them in a pull request of the same repository.
 * @throws ProblemError where the config cannot be read, or one that was asked for by name is not there.
 */
export async function readSettings(
  host: Pick<Host, 'texts'>,
  pull: PullRequest,
  inputs: Inputs,
): Promise<ReadSettings> {
  const atTip = await findConfig(host, pull.tip, rootPlace(inputs));
  if (atTip !== undefined) return weigh(inputs, atTip, []);
  const atHead =
    pull.fork || pull.tip.sha === pull.head.sha ? undefined : await findConfig(host, pull.head, rootPlace(inputs));
  if (atHead !== undefined) {
    const { config, used } = withoutTrust(atHead, defaultConfig(inputs));
    const only = used.length === 0 ? 'nothing of it' : `only its ${used.join(', ')}`;
    return weigh(inputs, config, [
      `The base branch has no config yet, so the defaults hold: of ${atHead.file} in this pull request ${only} is used here, as far as it adds to them.`,
    ]);
  }
  const [named, ...others] = configPaths(inputs);
  if (others.length === 0) {
    throw new ProblemError({
      reason: 'config',
      what: `there is no config \`${named}\`: the action looks on the base branch, the command line in the working tree.`,
      fix: 'Add it there, or leave `config` out: no config is fine.',
    });
  }
  return weigh(inputs, unbroken(parseConfig('', named)), []);
}

/** Reads a config where there is no pull request to read it from. */
export type SettingsFile = { readonly readFile: (path: string) => Promise<FileText> };

const here = { sha: '', ref: 'this folder' };
const nowhere: PullRequest = { tip: here, base: here, head: here, fork: false };

/** Reads the config of a folder that need not be a repository's. @throws ProblemError as `readSettings` */
export async function readSettingsHere(readFile: SettingsFile['readFile'], inputs: Inputs): Promise<ReadSettings> {
  const host: Pick<Host, 'texts'> = {
    texts: async (_, paths) =>
      new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const))),
  };
  return readSettings(host, nowhere, inputs);
}

/** Where a config is looked for, and what makes its paths those of the repository. */
export type ConfigPlace = {
  readonly paths: readonly string[];
  readonly fromRoot: (config: Config) => Config;
};

/** The place of the config that holds where no folder has one of its own. */
export function rootPlace(inputs: Inputs): ConfigPlace {
  return { paths: configPaths(inputs), fromRoot: (config) => config };
}

/** The config of one revision, as it works with the inputs; where there is none, nothing or (`absent`) the defaults. @throws ProblemError */
export async function readConfigSide(
  host: Pick<Host, 'texts'>,
  revision: Revision,
  inputs: Inputs,
  absent?: 'defaults',
  place: ConfigPlace = rootPlace(inputs),
): Promise<ConfigSide | undefined> {
  const found = await findConfig(host, revision, place);
  const config = found ?? (absent === undefined ? undefined : defaultConfig(inputs));
  return config === undefined ? undefined : { config, settings: weigh(inputs, config, []).settings };
}

/** What holds where there is no config. */
export function defaultConfig(inputs: Inputs): Config {
  const [named] = configPaths(inputs);
  return unbroken(parseConfig('', named));
}

async function findConfig(
  host: Pick<Host, 'texts'>,
  revision: Revision,
  { paths, fromRoot }: ConfigPlace,
): Promise<Config | undefined> {
  for (const [path, file] of await host.texts(revision, paths)) {
    if (file.kind === 'text') return fromRoot(unbroken(parseConfig(file.text, path)));
    if (file.kind === 'refused') {
      throw new ProblemError({ reason: 'config', what: `the config is not read: ${file.why}.`, at: { file: path } });
    }
  }
  return undefined;
}

type Broken = { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

function unbroken(parsed: { readonly kind: 'config'; readonly config: Config } | Broken): Config {
  if (parsed.kind === 'broken') throw new ProblemError(...parsed.problems);
  return parsed.config;
}

function weigh(inputs: Inputs, config: Config, notes: readonly string[]): ReadSettings {
  const resolved = resolveSettings(inputs, config);
  if (resolved.kind === 'broken') throw new ProblemError(...resolved.problems);
  return { settings: resolved.settings, notes };
}

/** The settings of a run that never came to read a config. */
export function defaultSettings(inputs: Inputs): Settings {
  return weigh(inputs, unbroken(parseConfig('', 'promptgate.yml')), []).settings;
}

/** The inputs of a run that was given none. */
export function defaultInputs(): Inputs {
  return inputsSchema.parse({});
}
