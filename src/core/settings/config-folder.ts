import { defaultPromptGlobs } from '../detect/prompt-globs.ts';
import { canonicalJson } from '../json.ts';
import type { Config } from './parse-config.ts';

/** The name of a config in a folder, which holds for the prompts in it and below. */
const fileName = 'promptgate.yml';

/** Folders of some paths that hold a config of their own, the root and `.github/` aside, each once. */
export function foldersWithConfigs(paths: Iterable<string>): readonly string[] {
  return [...paths].flatMap((path) => {
    const folder = folderOfConfig(path);
    return folder === undefined ? [] : [folder];
  });
}

/** Folders of tools: `.github/workflows/promptgate.yml` is what a workflow is usually called. */
const ofTools = /(?:^|\/)\./u;

/** The folder that a config is of; undefined of the root's, and of what is none. */
export function folderOfConfig(path: string): string | undefined {
  return path.endsWith(`/${fileName}`) && !ofTools.test(path) ? path.slice(0, -fileName.length - 1) : undefined;
}

export function configInFolder(folder: string): string {
  return `${folder}/${fileName}`;
}

/** Every folder that some paths lie in, with those above it, which may hold a config. */
export function foldersAbove(paths: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const path of paths) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
      if (!ofTools.test(path.slice(0, slash))) found.add(path.slice(0, slash));
  }
  return [...found];
}

/** The nearest of some folders above a path; `''` where none is: that of the root. */
export function nearestFolder(path: string, folders: readonly string[]): string {
  return folders
    .filter((folder) => path.startsWith(`${folder}/`))
    .reduce((nearest, folder) => (folder.length > nearest.length ? folder : nearest), '');
}

/**
 * A folder's config with its paths as they are from the repository's root. Checks name their files from the place where they are
 * written already.
 * @param has whether the repository has a file, or anything in a folder, of this path: words of commands that name one are paths
 */
export function fromRoot(config: Config, folder: string, has: (path: string) => boolean): Config {
  const glob = (written: string): string => globIn(folder, written);
  const globs = (written: readonly string[]): string[] => written.map(glob);
  const rule = <Rule extends { readonly paths: readonly string[] }>(one: Rule) => ({ ...one, paths: globs(one.paths) });
  const path = (written: string): string => `${folder}/${plain(written)}`;
  const command = <Written extends object>(one: Written): Written =>
    'command' in one && Array.isArray(one.command)
      ? {
          ...one,
          command: one.command.map((word: unknown) => (typeof word === 'string' ? wordIn(folder, word, has) : word)),
        }
      : one;
  // The usual globs name files wherever they are.
  const isUsual = canonicalJson(config.prompts) === canonicalJson([...defaultPromptGlobs]);
  return {
    ...config,
    prompts: isUsual
      ? config.prompts
      : config.prompts.map((one) => (typeof one === 'string' ? glob(one) : assembled(one, path))),
    agents: globs(config.agents),
    withhold: globs(config.withhold),
    roles: config.roles.map(rule),
    templates: config.templates.map(rule),
    watch: config.watch.map((one) =>
      typeof one === 'string' ? glob(one) : { ...rule(one), ...(one.for === undefined ? {} : { for: globs(one.for) }) },
    ),
    cases: /^(?:\.\/)?\{dir\}/u.test(config.cases) ? config.cases : path(config.cases),
    overrides: config.overrides.map(rule),
    scorers: Object.fromEntries(Object.entries(config.scorers).map(([name, one]) => [name, command(one)])),
    providers: Object.fromEntries(Object.entries(config.providers).map(([name, one]) => [name, command(one)])),
  };
}

type Assembled = Exclude<Config['prompts'][number], string>;

function assembled(prompt: Assembled, path: (written: string) => string): Assembled {
  return {
    ...prompt,
    name: path(prompt.name),
    messages: prompt.messages.map((message) => ({
      ...message,
      ...(message.file === undefined ? {} : { file: path(message.file) }),
      ...(message.files === undefined ? {} : { files: message.files.map(path) }),
    })),
  };
}

function globIn(folder: string, written: string): string {
  const [, not = '', glob = ''] = /^(!?)(.*)$/su.exec(written) ?? [];
  return `${not}${literal(folder)}/${plain(glob)}`;
}

/** A path as a glob that names it alone. */
export function literal(path: string): string {
  return path.replaceAll(/[\\*?[\](){}!+@|]/gu, String.raw`\$&`);
}

function wordIn(folder: string, word: string, has: (path: string) => boolean): string {
  const [, option = '', named = ''] = /^(-[^=]*=)?(.*)$/su.exec(word) ?? [];
  const inside = `${folder}/${plain(named)}`;
  return plain(named) !== '' && !named.startsWith('/') && has(inside) ? `${option}${inside}` : word;
}

function plain(path: string): string {
  return path.trim().replace(/^(?:\.?\/)+/u, '');
}
