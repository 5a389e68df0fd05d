import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { completeLock } from '../../scripts/lock/complete-lock.ts';

describe('package-lock.json', () => {
  test('holds the packages of every system, or `npm ci` refuses it (`node scripts/complete-lock.ts` adds them)', () => {
    const text = readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8');
    const held = Object.keys(JSON.parse(text).packages);
    expect(held.length).toBeGreaterThan(300);
    expect(Object.keys(JSON.parse(completeLock(text)).packages).filter((path) => !held.includes(path))).toEqual([]);
  });

  test('gains what is missing beside the package that wants it', () => {
    const packages = {
      '': {},
      'node_modules/a': { version: '1.0.0', dev: true, optionalDependencies: { '@a/linux-arm64-musl': '1.0.0' } },
      'node_modules/b/node_modules/a': { version: '2.0.0', optionalDependencies: { '@a/linux-arm64-musl': '2.0.0' } },
      'node_modules/c': { version: '1.0.0', optionalDependencies: { fsevents: '~2.3.3' } },
    };
    const completed = JSON.parse(completeLock(JSON.stringify({ packages }))).packages;
    const platform = { optional: true, cpu: ['arm64'], os: ['linux'], libc: ['musl'] };
    expect(completed).toMatchObject({
      'node_modules/@a/linux-arm64-musl': { version: '1.0.0', dev: true, ...platform },
      'node_modules/b/node_modules/@a/linux-arm64-musl': { version: '2.0.0', ...platform },
      'node_modules/fsevents': { version: '2.3.3', optional: true, os: ['darwin'] },
    });
    expect(JSON.parse(completeLock(JSON.stringify({ packages: completed }))).packages).toEqual(completed);
  });
});
