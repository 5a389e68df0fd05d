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
  if (name === 'dotprompt') return loadDotprompt();
  const build = require.resolve('node-sql-parser').replace('index.js', `umd/${name.slice('sql/'.length)}.umd.js`);
  // It hands itself to a module, and its last line is a comment.
  const text = await readFile(build, 'utf8');
  return `globalThis.sql = ((module) => { const exports = module.exports; ${text}\nreturn module.exports; })({ exports: {} });`;
}

/** Dotprompt and its Handlebars. Front matter is read before it comes here, so that no reader of YAML is taken along. */
async function loadDotprompt(): Promise<string> {
  const wrap = async (file: string): Promise<string> => {
    const text = await readFile(file, 'utf8');
    return `(() => { const module = { exports: {} }; ((module, exports) => { ${text}\n})(module, module.exports); return module.exports; })()`;
  };
  return `globalThis.dotprompt = (() => {
    const handlebars = ${await wrap(require.resolve('handlebars/dist/handlebars.min.js'))};
    const require = (name) => (name === 'yaml' ? {} : handlebars);
    const { Dotprompt } = ${await wrap(require.resolve('dotprompt'))};
    return { Dotprompt, handlebars };
  })();`;
}
