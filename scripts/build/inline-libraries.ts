import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { type SandboxLibrary, sqlDialects } from '../../src/core/ports.ts';
import { loadLibrary } from '../../src/sandbox/load-library.ts';

/** Packages whose code is in the builds of the libraries that run in the sandbox. */
const packages = ['nunjucks', 'asap', 'a-sync-waterfall', 'dotprompt', 'handlebars', 'node-sql-parser', 'big-integer'];

const libraries: readonly SandboxLibrary[] = [
  'nunjucks',
  'dotprompt',
  ...sqlDialects.map((dialect) => `sql/${dialect}` as const),
];

/** Modules that hold a library's text, by the names that their chunks are to have. */
const texts: ReadonlyMap<string, SandboxLibrary> = new Map(
  libraries.map((library) => [`library-${library.replace('/', '-')}`, library]),
);

/**
 * Puts the texts of the sandbox's libraries into the bundle, each into a chunk of its own that is loaded when a script
 * first asks for it; and names the packages they are of, for their licences.
 */
export function inlineLibraries(root: string): { readonly plugin: Plugin; readonly modules: readonly string[] } {
  return {
    modules: packages.map((name) => join(root, 'node_modules', name, 'package.json')),
    plugin: {
      name: 'inline-libraries',
      resolveId: (source) => (texts.has(source) ? source : null),
      async load(id) {
        const library = texts.get(id);
        if (library !== undefined)
          return { code: `export default ${JSON.stringify(await loadLibrary(library))};`, moduleType: 'js' };
        if (!id.endsWith('/src/sandbox/load-library.ts')) return null;
        const loaders = [...texts].map(([module, name]) => `${JSON.stringify(name)}: () => import('${module}')`);
        return {
          code: `const texts = { ${loaders.join(', ')} };\nexport async function loadLibrary(name) { return (await texts[name]()).default; }`,
          moduleType: 'js',
        };
      },
    },
  };
}
