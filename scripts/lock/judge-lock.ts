import { z } from 'zod';
import { isAllowedLicence } from './allowed-licences.ts';
import { statedLicence } from './stated-licence.ts';

const entrySchema = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockSchema = z.object({ packages: z.record(z.string(), entrySchema) });
type Packages = z.infer<typeof lockSchema>['packages'];

/** Packages that may run a program when they are installed: `node` fetches the Node that the scripts run on. */
const mayRunOnInstall: ReadonlySet<string> = new Set(['node']);
const registry = 'https://registry.npmjs.org/';

/** What of a package-lock.json must not be installed or shipped, a sentence each. */
export function judgeLock(text: string): readonly string[] {
  const { packages } = lockSchema.parse(JSON.parse(text));
  return Object.entries(packages).flatMap(([path, entry]) => {
    const missing = Object.entries(entry.optionalDependencies ?? {}).flatMap(([name, range]) =>
      isHeld(packages, path, name, range) ? [] : [`${path} lacks ${name} ${range}, which other systems install.`],
    );
    return path === '' ? missing : [...missing, ...faultsOf(path, entry)];
  });
}

function faultsOf(path: string, { resolved, integrity, license, hasInstallScript }: Packages[string]) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const faults: string[] = [];
  if (!/^sha512-[\w+/]+=*$/u.test(integrity ?? '')) faults.push(`${path} has no SHA-512 integrity.`);
  if (resolved !== undefined && !resolved.startsWith(registry)) faults.push(`${path} comes from ${resolved}.`);
  if (hasInstallScript === true && !mayRunOnInstall.has(name)) faults.push(`${path} runs a program when installed.`);
  const licence = statedLicence(name, license);
  if (licence === undefined) faults.push(`${path} states no licence.`);
  else if (!isAllowedLicence(licence, 'develop'))
    faults.push(`${path} has the licence ${licence}, which is not on the list.`);
  return faults;
}

/** Whether Node, looking from the package at `path` upwards, meets `name` first in a version that will do. */
function isHeld(packages: Packages, path: string, name: string, range: string): boolean {
  const above = [...path.matchAll(/\/node_modules\//gu)].map((match) => `${path.slice(0, match.index)}/`);
  const folders = [`${path}/`, ...above.toReversed(), ''];
  const found = folders.map((folder) => packages[`${folder}node_modules/${name}`]).find((entry) => entry !== undefined);
  // A range is npm's to judge; packages for one system are wanted in the one version they were built with.
  return found !== undefined && (!/^\d/u.test(range) || found.version === range);
}
