import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rewriteIn } from '../../../src/hosts/workspace/write-in-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'promptgate-rewrite-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is replaced whole, keeps its mode, and nothing is left beside it', async () => {
  const file = join(folder, 'a.yml');
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  expect(await rewriteIn(folder, 'a.yml', { old: 'old', next: 'new' })).toBe('written');
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777, readdirSync(folder)]).toEqual([
    'new',
    0o640,
    ['a.yml'],
  ]);
});

test('what was edited since it was read stays', async () => {
  writeFileSync(join(folder, 'a.yml'), 'edited');
  expect(await rewriteIn(folder, 'a.yml', { old: 'old', next: 'new' })).toBe('changed');
  expect([readFileSync(join(folder, 'a.yml'), 'utf8'), readdirSync(folder)]).toEqual(['edited', ['a.yml']]);
});

test('no link is written through, and nothing where no file is', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'promptgate-elsewhere-'));
  writeFileSync(join(elsewhere, 'a.yml'), 'old');
  symlinkSync(join(elsewhere, 'a.yml'), join(folder, 'a.yml'));
  symlinkSync(elsewhere, join(folder, 'sub'));
  for (const path of ['a.yml', 'sub/a.yml', '../a.yml', 'none.yml'])
    expect(await rewriteIn(folder, path, { old: 'old', next: 'new' })).toBe('outside');
  expect([readFileSync(join(elsewhere, 'a.yml'), 'utf8'), readdirSync(elsewhere)]).toEqual(['old', ['a.yml']]);
  rmSync(elsewhere, { recursive: true });
});
