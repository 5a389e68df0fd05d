import type { FileMode } from '../../core/pull-request.ts';

/** What git's mode, written octal, says of an entry of a tree. */
export function modeOf(mode: string): FileMode {
  if (mode === '120000') return 'symlink';
  return mode === '160000' ? 'submodule' : 'file';
}
