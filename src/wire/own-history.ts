import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cacheFolder } from './keep-compiled.ts';

/** A folder's own file in the user's cache folder, for what runs keep; its folder need not be there. */
export function ownHistory(kind: 'drift' | 'monitor', folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(cacheFolder(process.env), kind, `${name}.ndjson`);
}
