import { z } from 'zod';

const entrySchema = z.object({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const objectSchema = z.record(z.string(), z.unknown());
type Packages = Readonly<Record<string, unknown>>;

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * A package-lock.json with an entry for every optional dependency of its packages. npm leaves out those that the
 * registry of the machine does not serve (packages for other systems), and then refuses by `npm ci` the lock file
 * that it wrote itself. The entries added have no integrity, as npm has never seen the package.
 */
export function completeLock(text: string): string {
  const lock = objectSchema.parse(JSON.parse(text));
  const listed = objectSchema.parse(lock['packages']);
  const packages = { ...listed };
  for (const [path, entry] of Object.entries(listed)) {
    const { optionalDependencies = {}, dev } = entrySchema.parse(entry);
    for (const [name, range] of Object.entries(optionalDependencies)) {
      const version = range.replace(/^[~^]/u, '');
      if (isHeld(packages, path, name, range)) continue;
      const beside = path.slice(0, path.lastIndexOf('node_modules/'));
      packages[`${beside}node_modules/${name}`] = {
        version,
        ...(dev === true ? { dev } : {}),
        optional: true,
        ...platformOf(name),
      };
    }
  }
  const sorted = Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** Whether Node, looking from the package at `path` upwards, meets `name` first in a version that will do. */
function isHeld(packages: Packages, path: string, name: string, range: string): boolean {
  const above = [...path.matchAll(/\/node_modules\//gu)].map((match) => `${path.slice(0, match.index)}/`);
  const folders = [`${path}/`, ...above.toReversed(), ''];
  const found = folders.map((folder) => packages[`${folder}node_modules/${name}`]).find((entry) => entry !== undefined);
  if (found === undefined) return false;
  // A range is npm's to judge; packages for one system are wanted in the one version they were built with.
  return !/^\d/u.test(range) || entrySchema.parse(found).version === range;
}

/** What a package of compiled code runs on, which its name says by custom (`binding-linux-arm64-musl`). */
function platformOf(name: string): { cpu?: string[]; os?: string[]; libc?: string[] } {
  const parts = name.replace(/^@[^/]+\//u, '').split('-');
  const cpu = parts.filter((part) => processors.includes(part));
  const os = name === 'fsevents' ? ['darwin'] : parts.filter((part) => systems.includes(part));
  const libc = parts.some((part) => part.startsWith('musl')) ? ['musl'] : parts.includes('gnu') ? ['glibc'] : [];
  return {
    ...(cpu.length === 0 ? {} : { cpu }),
    ...(os.length === 0 || cpu.includes('wasm32') ? {} : { os }),
    ...(libc.length === 0 || !os.includes('linux') ? {} : { libc }),
  };
}
