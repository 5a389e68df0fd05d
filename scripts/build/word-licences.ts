import type { BundledPackage } from './bundled-packages.ts';

/** The licences of the packages in the bundle as one text. */
export function wordLicences(packages: readonly BundledPackage[]): string {
  const entries = packages.map(
    ({ name, version, licence, licenceText = 'The package holds no licence text.' }) =>
      `${name} ${version}\n${licence}\n\n${licenceText}\n`,
  );
  return entries.join(`\n${'-'.repeat(80)}\n\n`);
}
