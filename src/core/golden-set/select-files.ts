import { findExcluding, matchPrompts } from '../detect/prompt-globs.ts';
import { matchGlobs } from '../paths/match-globs.ts';
import type { Problem } from '../problem.ts';

/** One argument of the command line, and the paths of the repository that it stands for. */
export type FileSelector = { readonly written: string; readonly selects: (path: string) => boolean };

/**
 * Reads files as they are named on a command line: a path, a folder (all that lies in it) or a glob.
 * @param folder in which they were written, from the root, with a slash at its end; empty at the root
 */
export function selectFiles(written: readonly string[], folder: string): readonly FileSelector[] {
  return written.map((argument) => {
    const path = normalise(`${folder}${argument}`);
    if (path === undefined) return { written: argument, selects: () => false };
    const isLike = path === '' ? () => true : matchGlobs([path]);
    const within = `${path}/`;
    return { written: argument, selects: (one) => one === path || one.startsWith(within) || isLike(one) };
  });
}

/** The path without `.` and `..`; nothing where it leaves the repository. */
function normalise(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** Why a name on the command line stands for no prompt and no golden cases, and what would make it one. */
export function explainIdle(
  { written, selects }: FileSelector,
  { paths, globs }: { readonly paths: readonly string[]; readonly globs: readonly string[] },
): Problem {
  const found = paths.filter(selects);
  const [first] = found;
  if (first === undefined) {
    const fix = 'Name a file, a folder or a glob in quotes; which files are prompts, `prompts` in the config says.';
    return { reason: 'files', what: `\`${written}\` names no prompt and no file of golden cases.`, fix };
  }
  const one = found.length === 1 ? `\`${first}\` is` : `The ${found.length} files of \`${written}\` are`;
  const excluding = new Set(found.map((path) => findExcluding(globs, path)));
  const [glob] = excluding;
  if (excluding.size === 1 && glob !== undefined) {
    const fix = 'Write globs under `prompts` in the config that name what you mean and do not exclude it.';
    return { reason: 'files', what: `${one} left out by \`${glob}\` of \`prompts\`.`, fix };
  }
  if (!found.some(matchPrompts(globs))) {
    const none = found.length === 1 ? `\`${first}\`` : `a file of \`${written}\``;
    return {
      reason: 'files',
      what: `No glob of \`prompts\` names ${none}.`,
      fix: `Add \`${first}\` to \`prompts\` in the config.`,
    };
  }
  const what = `${one} named by \`prompts\`, and no prompt by ${found.length === 1 ? 'its' : 'their'} content.`;
  return { reason: 'files', what, fix: 'docs/formats.md says by what each format is recognised.' };
}
