import { RE2JS } from 're2js';
import { resolvePath } from '../../../core/paths/resolve-path.ts';

/** Which files of a revision a written path or glob names, sorted, or why it can name none. */
export type FilesFound =
  | { readonly kind: 'found'; readonly paths: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string };

/** A glob is a stranger's: long ones, and those of many wildcards, take too long to match. */
const longest = 500;
const mostWildcards = 8;
/** Files are read one by one over the network. */
const mostFiles = 500;

/** Finds files by a path or glob, written with or without `file://` in the file `from` and relative to it. A folder stands for the files in it. */
export function findFiles(
  written: string,
  from: string,
  { paths, found }: { readonly paths: ReadonlySet<string>; readonly found: Map<string, FilesFound> },
): FilesFound {
  const plain = written.replace(/^file:\/\//u, '');
  const resolved = resolvePath(from, /(?:^|\/)\.{0,2}$/u.test(plain) && plain !== '' ? `${plain}/*` : plain);
  if (resolved.kind === 'refused') return resolved;
  const { path } = resolved;
  if (paths.has(path)) return { kind: 'found', paths: [path] };
  // The same glob may stand in every test, and a tree hold a hundred thousand files.
  const files = found.get(path) ?? search(path, [...paths]);
  found.set(path, files);
  return files;
}

/** As {@link findFiles}, for files that are to be read: refused where it names too many of them. */
export function findFilesToRead(...about: Parameters<typeof findFiles>): FilesFound {
  const found = findFiles(...about);
  if (found.kind === 'refused' || found.paths.length <= mostFiles) return found;
  return { kind: 'refused', why: `it names ${found.paths.length} files, more than the ${mostFiles} that are read` };
}

function search(path: string, paths: readonly string[]): FilesFound {
  const below = paths.filter((one) => one.startsWith(`${path}/`) && !one.slice(path.length + 1).includes('/'));
  if (below.length > 0) return { kind: 'found', paths: below.toSorted() };
  const wildcards = path.match(/[*?[{]/gu)?.length ?? 0;
  if (wildcards === 0) return { kind: 'found', paths: [] };
  if (path.length > longest || wildcards > mostWildcards) {
    return { kind: 'refused', why: `a glob has at most ${longest} characters and ${mostWildcards} wildcards` };
  }
  const matches = compileGlob(path);
  if (matches === undefined) return { kind: 'refused', why: 'its brackets or braces do not match' };
  return { kind: 'found', paths: paths.filter((one) => matches(one)).toSorted() };
}

/**
 * Compiles a stranger's glob into a test of paths that takes time linear in the path, whatever the glob: `*`, `?`,
 * `**`, `[a-z]` and `{a,b}`. @returns `undefined` where brackets or braces do not match.
 */
export function compileGlob(glob: string): ((path: string) => boolean) | undefined {
  let open = 0;
  const source = glob.replaceAll(/\*\*\/|\*+|\?|\[[^\]/\\]+\]|[\s\S]/gu, (part) => {
    if (part === '**/') return '(?:[^/]+/)*';
    if (part.startsWith('**')) return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.length > 1 && part.startsWith('[')) return part.replace(/^\[!/u, '[^');
    if (part === '{') {
      open += 1;
      return '(?:';
    }
    if (part === ',' && open > 0) return '|';
    if (part === '}' && open > 0) {
      open -= 1;
      return ')';
    }
    return part.replace(/[.*+?^${}()|[\]\\]/u, '\\$&');
  });
  try {
    const program = RE2JS.compile(source, RE2JS.DOTALL);
    return (path) => program.testExact(path);
  } catch {
    return undefined;
  }
}
