import type { Plugin } from 'rolldown';
import { bundleProgram } from '../../src/hosts/page/load-program.ts';

/**
 * Puts the text of the page's program into the bundle, in a chunk of its own that is loaded when a page is written; and names
 * the modules it was made of, for their licences.
 */
export async function inlinePage(): Promise<{ readonly plugin: Plugin; readonly modules: readonly string[] }> {
  const { code, modules } = await bundleProgram();
  return {
    modules,
    plugin: {
      name: 'inline-page',
      load: (id) =>
        id.endsWith('/src/hosts/page/load-program.ts')
          ? { code: `export async function loadProgram() { return ${JSON.stringify(code)}; }`, moduleType: 'js' }
          : null,
    },
  };
}
