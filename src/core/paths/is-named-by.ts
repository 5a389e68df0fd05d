import { matchGlobs } from './match-globs.ts';

/** Whether a rule's globs name a prompt by its path; of a file that holds several, each (`file#key`) goes by the file too. */
export function isNamedBy(path: string, globs: readonly string[]): boolean {
  const isNamed = matchGlobs(globs.map((glob) => glob.replace(/^\.?\//u, '')).filter((glob) => glob !== ''));
  return isNamed(path) || isNamed(path.split('#', 1)[0] ?? path);
}
