import module from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Surroundings } from './surroundings.ts';

/**
 * Keeps what V8 compiled for the next start, in the user's own folder: Node's default lies in the system's temporary one, where
 * another user could lay code under our name. Where it cannot be kept, nothing is lost but time.
 */
export function keepCompiled(): void {
  module.enableCompileCache(join(cacheFolder(process.env), 'compiled'));
}

/** Our folder in the user's cache, as each system has it. */
export function cacheFolder(env: Surroundings['env']): string {
  return join(usersCache(env), 'promptgate');
}

function usersCache(env: Surroundings['env']): string {
  if (env['XDG_CACHE_HOME'] !== undefined && env['XDG_CACHE_HOME'] !== '') return env['XDG_CACHE_HOME'];
  if (process.platform === 'win32') return env['LOCALAPPDATA'] ?? tmpdir();
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
}
