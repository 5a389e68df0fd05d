import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';

/** Old packages under @actions/artifact whose manifest names no licence. */
const statesNone = new Set(['buffers']);

const manifest = z.object({ name: z.string(), version: z.string(), license: z.string().optional() });

/**
 * The licences of all packages that `modules` (absolute paths) are of, as one text, by name and version.
 * @throws Error where a package states none.
 */
export function collectLicences(root: string, modules: ReadonlySet<string>): string {
  const folders = new Set([...modules].flatMap((id) => packageFolder(root, id) ?? []));
  const entries = new Map<string, string>();
  for (const folder of folders) {
    const { name, version, license } = manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    const file = readdirSync(folder)
      .toSorted()
      .find((entry) => /^(licen[cs]e|copying)/iu.test(entry));
    if (license === undefined && file === undefined && !statesNone.has(name)) {
      throw new Error(`${name} ${version} states no licence: look it up before it is shipped.`);
    }
    const text = file === undefined ? 'The package holds no licence text.' : readFileSync(join(folder, file), 'utf8');
    entries.set(
      `${name} ${version}`,
      `${license ?? (file === undefined ? 'The package states no licence.' : 'See below.')}\n\n${text.replaceAll('\r\n', '\n').trim()}`,
    );
  }
  const sorted = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([title, text]) => `${title}\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package a module is of, the innermost one where packages nest. */
function packageFolder(root: string, id: string): string | undefined {
  const parts = relative(root, id.replace(/^\0/u, '').replace(/\?.*$/u, '')).split(sep);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return undefined;
  const depth = parts[at + 1]?.startsWith('@') ? 3 : 2;
  const folder = join(root, ...parts.slice(0, at + depth));
  return existsSync(join(folder, 'package.json')) ? folder : undefined;
}
