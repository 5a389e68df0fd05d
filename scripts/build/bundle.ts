import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { collectLicences } from './collect-licences.ts';

/** Programs of the product: the action, its step after the job, and the command line. */
const entries = ['action', 'post', 'cli'] as const;

/**
 * Bundles the entries that exist, with all they need, into `folder`: ES modules for Node 22.13 and later, one chunk
 * for each part that is loaded on demand. The result depends on the sources and the lock file only, never on where the
 * repository lies, so that anyone can check it byte for byte.
 */
export async function bundle(root: string, folder: string): Promise<void> {
  const found = entries.filter((entry) => existsSync(join(root, `src/${entry}.ts`)));
  if (found.length === 0) throw new Error(`There is nothing to bundle: src/ has none of ${entries.join(', ')}.`);
  const build = await rolldown({
    cwd: root,
    input: Object.fromEntries(found.map((entry) => [entry, `./src/${entry}.ts`])),
    platform: 'node',
    transform: { target: 'node22.13' },
    // Importing these does nothing but define: what a run does not use of them (OIDC, proxies, a web client) stays out.
    treeshake: {
      moduleSideEffects: (id) => !/node_modules\/(?:@actions\/(?:core|github|http-client)|undici)\//.test(id),
    },
    onLog(level, log) {
      if (level === 'warn') throw new Error(`${log.code ?? 'warning'}: ${log.message}`);
    },
  });
  const { output } = await build.generate({
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    minify: false,
    sourcemap: false,
    comments: { legal: false, annotation: false, jsdoc: false },
  });
  await build.close();

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'chunks'), { recursive: true });
  const modules = new Set<string>();
  for (const file of output) {
    if (file.type === 'asset') throw new Error(`${file.fileName} is no module: load it through an import.`);
    writeFileSync(join(folder, file.fileName), file.code);
    for (const id of file.moduleIds) modules.add(id);
  }
  writeFileSync(join(folder, 'licenses.txt'), collectLicences(root, modules));
}
