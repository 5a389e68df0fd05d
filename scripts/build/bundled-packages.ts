import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { isAllowedLicence } from '../lock/allowed-licences.ts';
import { statedLicence } from '../lock/stated-licence.ts';

/** A package whose code is in the bundle. */
export type BundledPackage = {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly licence: string;
  readonly licenceText: string | undefined;
  /** Its folder as package-lock.json names it: `node_modules/a/node_modules/b`. */
  readonly path: string;
};

const manifest = z.object({ name: z.string(), version: z.string(), license: z.string().optional() });

/**
 * All packages that `modules` (absolute paths) are of, by name and version.
 * @throws Error where the licence of one does not allow that it is bundled.
 */
export function bundledPackages(root: string, modules: ReadonlySet<string>): readonly BundledPackage[] {
  const paths = new Set([...modules].flatMap((id) => packagePath(root, id) ?? []));
  const found = [...paths].map((path) => {
    const folder = join(root, path);
    const { name, version, license } = manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    const licence = statedLicence(name, license) ?? 'none';
    if (!isAllowedLicence(licence, 'bundle'))
      throw new Error(`${name} ${version} states the licence ${licence}: look it up before it is shipped.`);
    const file = readdirSync(folder)
      .toSorted()
      .find((entry) => /^(licen[cs]e|copying)/iu.test(entry));
    const licenceText = file === undefined ? undefined : readFileSync(join(folder, file), 'utf8');
    return { name, version, licence, licenceText: licenceText?.replaceAll('\r\n', '\n').trim(), path };
  });
  const title = ({ name, version }: BundledPackage): string => `${name} ${version}`;
  // A package may be installed in several folders: it is one all the same.
  const distinct = new Map(found.toSorted((a, b) => (a.path < b.path ? 1 : -1)).map((each) => [title(each), each]));
  return [...distinct.values()].toSorted((a, b) => (title(a) < title(b) ? -1 : 1));
}

/** The folder of the package a module is of, the innermost one where packages nest. */
function packagePath(root: string, id: string): string | undefined {
  const parts = relative(root, id.replace(/^\0/u, '').replace(/\?.*$/u, '')).split(sep);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return undefined;
  const path = parts.slice(0, at + (parts[at + 1]?.startsWith('@') ? 3 : 2)).join('/');
  return existsSync(join(root, path, 'package.json')) ? path : undefined;
}
