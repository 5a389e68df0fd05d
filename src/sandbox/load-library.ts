import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { SandboxLibrary } from '../core/ports.ts';

const require = createRequire(import.meta.url);

/**
 * The source of a library that runs inside the sandbox, as a script without modules. The build gives each a chunk of
 * its own in the place of this module (`scripts/build/inline-libraries.ts`).
 */
export async function loadLibrary(name: SandboxLibrary): Promise<string> {
  if (name === 'nunjucks') return readFile(require.resolve('nunjucks/browser/nunjucks.min.js'), 'utf8');
  const build = require.resolve('node-sql-parser').replace('index.js', `umd/${name.slice('sql/'.length)}.umd.js`);
  // It hands itself to a module, and its last line is a comment.
  const text = await readFile(build, 'utf8');
  return `globalThis.sql = ((module) => { const exports = module.exports; ${text}\nreturn module.exports; })({ exports: {} });`;
}
