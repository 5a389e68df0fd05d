import { z } from 'zod';
import type { BundledPackage } from './bundled-packages.ts';

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), integrity: z.string().optional() })),
});
const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

/**
 * What the bundle holds, in CycloneDX 1.6, with the digests that package-lock.json has of the packages as they came.
 * Without serial number and time, which may be left out: the same sources make the same text.
 * @throws Error where the lock file does not know a package in this version.
 */
export function billOfMaterials(packages: readonly BundledPackage[], manifest: string, lock: string): string {
  const locked = lockSchema.parse(JSON.parse(lock)).packages;
  const { name, version, license } = manifestSchema.parse(JSON.parse(manifest));
  const components = packages.map((each) => {
    const entry = locked[each.path];
    const digest = /^sha512-(?<base64>\S+)$/u.exec(entry?.integrity ?? '')?.groups?.['base64'];
    if (entry?.version !== each.version || digest === undefined)
      throw new Error(`${each.path} is not ${each.version} in package-lock.json: run \`npm ci\`.`);
    return {
      ...describe('library', each.name, each.version, each.licence),
      hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
    };
  });
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: describe('application', name, version, license) },
    components,
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function describe(type: 'application' | 'library', name: string, version: string, licence: string) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const [group, rest] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type,
    'bom-ref': purl,
    ...(group === undefined ? {} : { group }),
    name: rest,
    version,
    licenses: [describeLicence(licence)],
    purl,
  };
}

/** SPDX names MIT/X11 no licence of its own. */
function describeLicence(licence: string) {
  if (/ (?:AND|OR) /u.test(licence)) return { expression: licence };
  return { license: licence.includes('/') ? { name: licence } : { id: licence } };
}
