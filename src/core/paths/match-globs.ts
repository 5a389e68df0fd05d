import picomatch from 'picomatch';

/** Says of a path whether one of the globs takes it; names that begin with a dot count. Throws nothing, whatever the globs. */
export function matchGlobs(globs: readonly string[]): (path: string) => boolean {
  return picomatch(globs.map(collapseBackslashes), { dot: true });
}

/** Three backslashes or more in a row as one or two: picomatch 4.0.7 steps over the end of a glob that ends with four, and never returns. */
function collapseBackslashes(glob: string): string {
  return glob.replaceAll(/\\{3,}/gu, ({ length }) => (length % 2 === 0 ? '\\\\' : '\\'));
}

/** Whether a rule's globs name a prompt by its path; of a file that holds several, each (`file#key`) goes by the file too. */
export function isNamedBy(path: string, globs: readonly string[]): boolean {
  const isNamed = matchGlobs(globs.map((glob) => glob.replace(/^\.?\//u, '')).filter((glob) => glob !== ''));
  return isNamed(path) || isNamed(path.split('#', 1)[0] ?? path);
}

/** Whether globs name a prompt, or code, by its path: one that begins with `!` excludes, wherever it stands. */
export function namesPath(globs: readonly string[], path: string): boolean {
  const excluding = globs.flatMap((glob) => (glob.startsWith('!') ? [glob.slice(1)] : []));
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  return isNamedBy(path, wanted) && (excluding.length === 0 || !isNamedBy(path, excluding));
}
