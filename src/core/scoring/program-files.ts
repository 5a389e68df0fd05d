import { hash } from '../hash.ts';
import type { Json } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';
import type { Tree } from '../pull-request.ts';
import type { Settings } from '../settings/settings.ts';

/** Files that a command of the team's is run with, or why it is not run. */
export type ProgramFiles =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string };

const mostFiles = 500;
const mostBytes = 20_000_000;

/**
 * What of the base branch a command needs: each file that it names, with all that lies in the same folder and below (at the
 * repository's root: beside it). A program without a slash is one of the machine's.
 * @param workspace folder of the checkout, of which nothing is run
 */
export function programFiles(command: readonly string[], tree: Tree, workspace?: string): ProgramFiles {
  const [program = ''] = command;
  const inside =
    workspace !== undefined && command.find((word) => word === workspace || word.startsWith(`${workspace}/`));
  if (typeof inside === 'string')
    return refused(
      `${inside} lies in the checkout, which may be the pull request's: name it from the repository's root`,
    );
  const path = plain(program);
  if (program.includes('/') && !program.startsWith('/') && !tree.has(path))
    return refused(`${program} is not on the base branch`);
  const paths = new Set(command.flatMap((word, at) => filesFor(word, command[at - 1], tree)));
  if (paths.size > mostFiles)
    return refused(`it would take ${paths.size} files along, and ${mostFiles} are most: ${own}`);
  const bytes = [...paths].reduce((sum, one) => sum + (tree.get(one)?.bytes ?? 0), 0);
  if (bytes > mostBytes) return refused(`the files beside it take ${bytes} bytes, and ${mostBytes} are most: ${own}`);
  return { kind: 'files', paths: [...paths].toSorted() };
}

const own = 'put it into a folder of its own';

function filesFor(word: string, before: string | undefined, tree: Tree): readonly string[] {
  const named = plain(word.slice(word.startsWith('-') ? word.indexOf('=') + 1 : 0));
  if (tree.has(named)) return under(named.slice(0, Math.max(0, named.lastIndexOf('/'))), tree);
  if (before === '-m') {
    // A module of Python's: its package is the first part of its name.
    const [first = '', ...rest] = word.split('.');
    return rest.length === 0 && tree.has(`${first}.py`) ? under('', tree) : under(first, tree);
  }
  return named === '' ? [] : under(named, tree);
}

/** All files of a folder; of the root those that lie in it directly. */
function under(folder: string, tree: Tree): readonly string[] {
  const files = [...tree.values()].filter(({ mode }) => mode === 'file').map(({ path }) => path);
  if (folder === '') return files.filter((path) => !path.includes('/'));
  return files.filter((path) => path.startsWith(`${folder}/`));
}

function plain(word: string): string {
  return word.replace(/^(?:\.\/)+/u, '').replace(/\/+$/u, '');
}

function refused(why: string): ProgramFiles {
  return { kind: 'refused', why };
}

/** The name of the scorer that the argument of a `score` check asks. */
export function scorerNamed(argument: Json): string {
  const named = isObject(argument) ? argument['scorer'] : argument;
  return typeof named === 'string' ? named : '';
}

/** Endings of what programs are written in. */
const code = /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kts?|scala|cs|fs|php|pl|ex|exs|clj|lua|r|jl|sh|swift)$/iu;

/**
 * A hash of what a command runs, which is another once any of its files is; undefined where that cannot be told.
 * @param beside whether it may use code of the whole tree, as on one's own machine
 */
export function programVersion(
  command: readonly string[],
  tree: Tree,
  { workspace, beside }: { readonly workspace?: string; readonly beside: boolean },
): string | undefined {
  const found = programFiles(command, tree, workspace);
  if (found.kind === 'refused') return undefined;
  const more = beside ? [...tree.keys()].filter((path) => code.test(path)) : [];
  const paths = [...new Set([...found.paths, ...more])].toSorted();
  return paths.length === 0 ? undefined : hash([command, paths.map((path) => [path, tree.get(path)?.id ?? ''])]);
}

/** One hash of all the team's programs as `tree` has them; undefined where none is configured. */
export async function versionOfPrograms(
  { scorers, applications }: Pick<Settings, 'scorers' | 'applications'>,
  readTree: () => Promise<Tree>,
): Promise<string | undefined> {
  const commands = [...scorers.values(), ...applications.values()].flatMap((one) =>
    one.kind === 'command' ? [one.command] : [],
  );
  if (commands.length === 0) return undefined;
  const tree = await readTree();
  return hash(commands.map((command) => programVersion(command, tree, { beside: false }) ?? command));
}
