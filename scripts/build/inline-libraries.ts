import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { libraryText } from '../../src/sandbox/library-text.ts';

/** Packages whose code is in the build of a library that runs in the sandbox. */
const packages = ['nunjucks', 'asap', 'a-sync-waterfall'];

/** Puts the texts of the sandbox's libraries into the bundle, and names the packages they are of, for their licences. */
export function inlineLibraries(root: string): { readonly plugin: Plugin; readonly modules: readonly string[] } {
  return {
    modules: packages.map((name) => join(root, 'node_modules', name, 'package.json')),
    plugin: {
      name: 'inline-libraries',
      load(id) {
        if (!id.endsWith('/src/sandbox/library-text.ts')) return null;
        const texts = { nunjucks: libraryText('nunjucks') };
        return {
          code: `const texts = ${JSON.stringify(texts)};\nexport function libraryText(name) { return texts[name]; }`,
          moduleType: 'js',
        };
      },
    },
  };
}
