import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ShowOptions } from './show-options.ts';

/** What is opened in a browser is a file: one of this machine's own where none is named. */
export function withPage<Options extends ShowOptions>(options: Options): Options {
  if (options.open !== true || options.html !== undefined) return options;
  return { ...options, html: join(mkdtempSync(join(tmpdir(), 'promptgate-')), 'promptgate.html') };
}
