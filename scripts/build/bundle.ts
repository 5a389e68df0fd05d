import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { billOfMaterials } from './bill-of-materials.ts';
import { bundledPackages } from './bundled-packages.ts';
import { inlineLibraries } from './inline-libraries.ts';
import { inlinePage } from './inline-page.ts';
import { inlineSynonyms } from './inline-synonyms.ts';
import { wordLicences } from './word-licences.ts';

/** Programs of the product: the action, its step after the job, and the command line. */
const entries = ['action', 'post', 'cli'] as const;

/**
 * Parts that talk to GitHub's services through the toolkit's own web client. They are bundled apart: in one build with
 * the programs that client (undici, 700 kB) would be loaded by every run, since the parts share modules with them.
 */
const apart: Readonly<Record<string, string>> = {
  'keep-report': './src/hosts/runner/keep-report.ts',
  'actions-cache': './src/store/actions-cache.ts',
  'text-artifact': './src/hosts/runner/text-artifact.ts',
};

/** Programs that run in threads of their own, by the name of the module that starts them and theirs. */
const threads: Readonly<Record<string, string>> = {
  'create-sandbox': 'sandbox-worker',
  'create-deciding': 'gate-thread',
};

/**
 * Bundles the entries that exist, with all they need, into `folder`: ES modules for Node 22.13 and later, one chunk
 * for each part that is loaded on demand. The result depends on the sources and the lock file only, never on where the
 * repository lies, so that anyone can check it byte for byte.
 */
export async function bundle(root: string, folder: string): Promise<void> {
  const found = entries.filter((entry) => existsSync(join(root, `src/${entry}.ts`)));
  if (found.length === 0) throw new Error(`There is nothing to bundle: src/ has none of ${entries.join(', ')}.`);
  const page = await inlinePage();
  const synonyms = inlineSynonyms(root);
  const programs = await build(root, {
    input: Object.fromEntries(found.map((entry) => [entry, `./src/${entry}.ts`])),
    plugins: [leaveApart, linkThreads, withoutWireFormat, page.plugin, synonyms.plugin],
    names: { entry: '[name].js', chunk: 'chunks/[name].js' },
  });
  const toolkit = await build(root, {
    input: { ...apart },
    plugins: [],
    names: { entry: 'chunks/[name].js', chunk: 'chunks/toolkit-[name].js' },
  });
  const libraries = inlineLibraries(root);
  const sandbox = await build(root, {
    input: { 'sandbox-worker': './src/sandbox/sandbox-worker.ts' },
    plugins: [libraries.plugin],
    names: { entry: 'chunks/[name].js', chunk: 'chunks/sandbox-[name].js' },
  });
  const gate = await build(root, {
    input: { 'gate-thread': './src/hosts/thread/gate-thread.ts' },
    plugins: [],
    names: { entry: 'chunks/[name].js', chunk: 'chunks/gate-[name].js' },
  });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'chunks'), { recursive: true });
  const modules = new Set<string>([...libraries.modules, ...page.modules, ...synonyms.modules]);
  const written = new Set<string>();
  for (const { fileName, code, moduleIds } of [...programs, ...toolkit, ...sandbox, ...gate]) {
    if (written.has(fileName)) throw new Error(`Two chunks are called ${fileName}.`);
    written.add(fileName);
    const text = linkApart(fileName, code);
    // npm makes the command executable where it installs it: as committed, it must be so already.
    writeFileSync(join(folder, fileName), text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
    for (const id of moduleIds) modules.add(id);
  }
  // npm makes what `bin` names executable where it installs: the tree must not differ for it.
  if (written.has('cli.js')) chmodSync(join(folder, 'cli.js'), 0o755);
  const packages = bundledPackages(root, modules);
  const [manifest, lock] = ['package.json', 'package-lock.json'].map((name) => readFileSync(join(root, name), 'utf8'));
  writeFileSync(join(folder, 'licenses.txt'), wordLicences(packages));
  writeFileSync(join(folder, 'sbom.cdx.json'), billOfMaterials(packages, manifest ?? '', lock ?? ''));
}

type Part = {
  readonly input: Record<string, string>;
  readonly plugins: Plugin[];
  readonly names: { readonly entry: string; readonly chunk: string };
};

async function build(root: string, { input, plugins, names }: Part): Promise<readonly OutputChunk[]> {
  const building = await rolldown({
    cwd: root,
    input,
    plugins,
    // 80 MB that few want: who asks for it installs it (`peerDependencies`).
    external: ['@duckdb/node-api'],
    platform: 'node',
    transform: { target: 'node22.13' },
    // Importing these does nothing but define: what a run does not use of them (OIDC, proxies, a web client) stays out.
    treeshake: {
      moduleSideEffects: (id) => !/node_modules\/(?:@actions\/(?:core|github|http-client)|undici)\//.test(id),
    },
    onLog(level, log) {
      // How long a plugin took says how busy the machine is.
      if (level === 'warn' && log.code !== 'PLUGIN_TIMINGS')
        throw new Error(`${log.code ?? 'warning'}: ${log.message}`);
    },
  });
  const { output } = await building.generate({
    format: 'esm',
    entryFileNames: names.entry,
    chunkFileNames: names.chunk,
    minify: false,
    sourcemap: false,
    comments: { legal: false, annotation: false, jsdoc: false },
  });
  await building.close();
  return output.map((file) => {
    if (file.type === 'asset') throw new Error(`${file.fileName} is no module: load it through an import.`);
    return file;
  });
}

const placeholder = 'promptgate-apart:';

const leaveApart: Plugin = {
  name: 'leave-apart',
  resolveId(source) {
    const name = Object.keys(apart).find((part) => posix.basename(source) === `${part}.ts`);
    return name === undefined ? null : { id: `${placeholder}${name}`, external: true };
  },
};

/** The sketches write themselves as protocol buffers where asked to, by a package that they do not bring: nobody asks here. */
const withoutWireFormat: Plugin = {
  name: 'without-wire-format',
  load(id) {
    return /@datadog\/sketches-js\/dist\/ddsketch\/proto\/compiled\.js$/u.test(id) ? 'export {};' : null;
  },
};

/** A thread is started from a file, not imported: its path is that of the bundle. */
const linkThreads: Plugin = {
  name: 'link-threads',
  transform(code, id) {
    const thread = threads[posix.basename(id, '.ts')];
    if (thread === undefined || !id.includes('/src/')) return null;
    const linked = code.replace(`'./${thread}.ts'`, `'${placeholder}${thread}'`);
    if (linked === code) throw new Error(`${id} starts no thread ${thread}.`);
    return { code: linked };
  },
};

/** Puts the path of a part that was bundled apart where a program loads it. */
function linkApart(fileName: string, code: string): string {
  return code.replaceAll(new RegExp(`${placeholder}([a-z-]+)`, 'gu'), (_, name: string) => {
    const path = posix.relative(dirname(fileName), `chunks/${name}.js`);
    return path.startsWith('.') ? path : `./${path}`;
  });
}
