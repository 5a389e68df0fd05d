import type { Json } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';
import type { Tree } from '../pull-request.ts';

/** Files that a scorer's command is run with, or why it is not run. */
export type ScorerFiles =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string };

const mostFiles = 500;
const mostBytes = 20_000_000;

/**
 * What of the base branch a command needs: each file that it names, with all that lies in the same folder and below (at the
 * repository's root: beside it). A program without a slash is one of the machine's.
 * @param workspace folder of the checkout, of which nothing is run
 */
export function scorerFiles(command: readonly string[], tree: Tree, workspace: string): ScorerFiles {
  const [program = ''] = command;
  const inside = command.find((word) => word === workspace || word.startsWith(`${workspace}/`));
  if (inside !== undefined)
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

function refused(why: string): ScorerFiles {
  return { kind: 'refused', why };
}

/** The name of the scorer that the argument of a `score` check asks. */
export function scorerNamed(argument: Json): string {
  const named = isObject(argument) ? argument['scorer'] : argument;
  return typeof named === 'string' ? named : '';
}
