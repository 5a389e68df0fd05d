import picomatch from 'picomatch';

/** Says of a path whether the globs take it for a prompt. Files named `.cases.` never are; folders that begin with a dot count. */
export function matchPrompts(globs: readonly string[]): (path: string) => boolean {
  const options = { dot: true };
  const wanted = globs.filter((glob) => !glob.startsWith('!')).map(plain);
  const excluded = globs.filter((glob) => glob.startsWith('!')).map((glob) => plain(glob.slice(1)));
  const isWanted = picomatch(wanted, options);
  const isExcluded = picomatch(excluded, options);
  return (path) => isWanted(path) && !isExcluded(path) && !/[^/]\.cases\.[^/]+$/u.test(path);
}

function plain(glob: string): string {
  return glob.trim().replace(/^\.?\//u, '');
}
