import { describe, expect, test } from 'vitest';
import { billOfMaterials } from '../../scripts/build/bill-of-materials.ts';

const manifest = JSON.stringify({ name: 'promptgate', version: '1.2.3', license: 'MIT' });
const own = { name: '@a/b', version: '2.0.0', licence: 'MIT', licenceText: '', path: 'node_modules/@a/b' };
const either = { ...own, name: 'c', licence: '(MIT OR ISC)', path: 'node_modules/d/node_modules/c' };
const integrity = `sha512-${Buffer.alloc(64, 0xab).toString('base64')}`;
const lock = (version: string): string =>
  JSON.stringify({ packages: { [own.path]: { version, integrity }, [either.path]: { version, integrity } } });

describe('the bill of materials', () => {
  test('names each bundled package with its address, licence and digest', () => {
    const bill = JSON.parse(billOfMaterials([own, either], manifest, lock('2.0.0')));
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(bill.metadata.component.purl).toBe('pkg:npm/promptgate@1.2.3');
    const hashes = [{ alg: 'SHA-512', content: 'ab'.repeat(64) }];
    expect(bill.components).toMatchObject([
      { group: '@a', name: 'b', purl: 'pkg:npm/%40a/b@2.0.0', licenses: [{ license: { id: 'MIT' } }], hashes },
      { name: 'c', purl: 'pkg:npm/c@2.0.0', licenses: [{ expression: '(MIT OR ISC)' }], hashes },
    ]);
  });

  test('is the same for the same sources: it holds neither time nor serial number', () => {
    expect(billOfMaterials([own], manifest, lock('2.0.0'))).not.toMatch(/timestamp|serialNumber/u);
  });

  test('is not written of a package that the lock file has in another version', () => {
    expect(() => billOfMaterials([own], manifest, lock('2.0.1'))).toThrow(
      /@a\/b is not 2\.0\.0 in package-lock\.json/u,
    );
  });
});
