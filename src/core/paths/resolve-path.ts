/** A path inside the repository, or why what was written is none. */
export type ResolvedPath =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * The repository path that `written` means beside the file `from`: relative, forward slashes, `.` and `..`
 * worked out. What could leave the repository or is no plain path (absolute, a drive, a URL, NUL, a
 * backslash) is refused; nothing is read from a disk here or later, so there are no links to follow.
 */
export function resolvePath(from: string, written: string): ResolvedPath {
  if (written.trim() === '') return { kind: 'refused', why: 'the path is empty' };
  if (written.includes('\0')) return { kind: 'refused', why: 'the path holds a NUL character' };
  if (written.includes('\\')) return { kind: 'refused', why: 'the path holds a backslash; write forward slashes' };
  if (/^[a-z][a-z0-9+.-]*:/iu.test(written)) return { kind: 'refused', why: 'it is a URL or a drive, not a path' };
  if (written.startsWith('/')) return { kind: 'refused', why: 'the path is absolute; write it relative to this file' };
  if (/(?:^|\/)\.{0,2}$/u.test(written)) return { kind: 'refused', why: 'the path names a folder' };
  const parts = from.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return { kind: 'refused', why: 'the path leaves the repository' };
  }
  return { kind: 'path', path: parts.join('/') };
}
