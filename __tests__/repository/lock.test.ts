import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAllowedLicence } from '../../scripts/lock/allowed-licences.ts';
import { judgeLock } from '../../scripts/lock/judge-lock.ts';

const integrity = `sha512-${'A'.repeat(86)}==`;
const judge = (packages: object): readonly string[] => judgeLock(JSON.stringify({ packages }));

describe('package-lock.json', () => {
  test('holds every package of every system with integrity and an allowed licence (`node scripts/complete-lock.ts`)', () => {
    const text = readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8');
    expect(Object.keys(JSON.parse(text).packages).length).toBeGreaterThan(300);
    expect(judgeLock(text)).toEqual([]);
  });

  test.each([
    ['without integrity', { license: 'MIT' }, 'node_modules/a has no SHA-512 integrity.'],
    ['with a weak digest', { license: 'MIT', integrity: 'sha1-AAAA' }, 'node_modules/a has no SHA-512 integrity.'],
    ['without a licence', { integrity }, 'node_modules/a states no licence.'],
    [
      'under a licence that is not on the list',
      { integrity, license: 'AGPL-3.0-only' },
      'node_modules/a has the licence AGPL-3.0-only, which is not on the list.',
    ],
    [
      'from elsewhere than the registry',
      { integrity, license: 'MIT', resolved: 'git+ssh://git@example.com/a.git' },
      'node_modules/a comes from git+ssh://git@example.com/a.git.',
    ],
    [
      'that runs a program when installed',
      { integrity, license: 'MIT', hasInstallScript: true },
      'node_modules/a runs a program when installed.',
    ],
  ])('a package %s is named', (_, entry, fault) => {
    expect(judge({ '': {}, 'node_modules/a': { version: '1.0.0', ...entry } })).toEqual([fault]);
  });

  test('a package for another system that is missing, or there in another version alone, is named', () => {
    const entry = { integrity, license: 'MIT' };
    const packages = {
      'node_modules/a': { ...entry, version: '2.0.0', optionalDependencies: { '@a/linux-arm64': '2.0.0' } },
      'node_modules/@a/linux-arm64': { ...entry, version: '1.0.0' },
      'node_modules/b': { ...entry, optionalDependencies: { fsevents: '~2.3.3' } },
    };
    expect(judge(packages)).toEqual([
      'node_modules/a lacks @a/linux-arm64 2.0.0, which other systems install.',
      'node_modules/b lacks fsevents ~2.3.3, which other systems install.',
    ]);
    const nested = { 'node_modules/a/node_modules/@a/linux-arm64': { ...entry, version: '2.0.0' } };
    const found = { 'node_modules/fsevents': { ...entry, version: '2.3.3' } };
    expect(judge({ ...packages, ...nested, ...found })).toEqual([]);
  });
});

test.each([
  ['MIT', true, true],
  ['MPL-2.0', false, true],
  ['GPL-3.0-only OR MIT', true, true],
  ['(Apache-2.0 AND BSD-3-Clause)', true, true],
  ['(MIT AND GPL-3.0-only)', false, false],
  ['SEE LICENSE IN LICENSE.md', false, false],
])('a licence %s: bundled %s, used to develop %s', (expression, bundled, used) => {
  expect([isAllowedLicence(expression, 'bundle'), isAllowedLicence(expression, 'develop')]).toEqual([bundled, used]);
});
