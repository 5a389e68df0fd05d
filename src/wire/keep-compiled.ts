import module from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';

/**
 * Keeps what V8 compiled for the next start, in the user's own folder: Node's default lies in the system's temporary one, where
 * another user could lay code under our name. Where it cannot be kept, nothing is lost but time.
 */
export function keepCompiled(): void {
  module.enableCompileCache(join(cacheFolder(process.env), 'compiled'));
}
