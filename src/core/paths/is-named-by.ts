import picomatch from 'picomatch';

/** Whether a rule's globs name a path. */
export function isNamedBy(path: string, globs: readonly string[]): boolean {
  return picomatch(
    globs.map((glob) => glob.replace(/^\.?\//u, '')),
    { dot: true },
  )(path);
}
