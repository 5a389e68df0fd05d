import type { CheckKinds } from '../check-kind.ts';
import type { Check } from '../golden-case.ts';
import { resolvePath } from '../paths/resolve-path.ts';
import type { Problem } from '../problem.ts';

/** Files that the arguments of checks refer to: paths from the repository's root, and what is wrong with the others. */
export function filesOfChecks(
  checks: readonly Check[],
  kinds: CheckKinds,
): { readonly paths: readonly string[]; readonly problems: readonly Problem[] } {
  const paths = new Set<string>();
  const problems: Problem[] = [];
  // Checks of `defaults` are one object in every case: their fault is told once.
  for (const check of new Set(checks)) {
    for (const written of filesOfCheck(check, kinds)) {
      const resolved = resolvePath(check.at.file, written);
      if (resolved.kind === 'path') paths.add(resolved.path);
      else {
        const what = `\`${check.kind}\` cannot read \`${written}\`: ${resolved.why}.`;
        problems.push({
          reason: 'files',
          what,
          at: check.at,
          fix: 'Paths are relative to the file they are written in.',
        });
      }
    }
  }
  return { paths: [...paths], problems };
}

/** Paths that one check refers to, as written. */
export function filesOfCheck({ kind, argument }: Check, kinds: CheckKinds): readonly string[] {
  return kinds.get(kind)?.files?.(argument) ?? [];
}
