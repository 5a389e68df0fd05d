import { z } from 'zod';

/** A path or glob inside the repository: relative, forward slashes, never leading out of it. */
export const repositoryPath = z
  .string()
  .trim()
  .min(1)
  .max(4096)
  .superRefine((path, context) => {
    const why = refusePath(path.replace(/^!/u, ''));
    if (why !== undefined) context.addIssue({ code: 'custom', message: why });
  });

function refusePath(path: string): string | undefined {
  if (/\p{Cc}/u.test(path)) return 'must not hold control characters';
  if (path.includes('\\')) return 'must use forward slashes';
  if (path.startsWith('/') || path.startsWith('~') || /^[A-Za-z]:/u.test(path)) {
    return 'must be a path inside the repository, from its root';
  }
  if (/^(?:\.?\/)?$/u.test(path)) return 'must name something';
  if (path.split('/').includes('..')) return 'must not lead out of its folder with `..`';
  return undefined;
}
