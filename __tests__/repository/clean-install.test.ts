import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

describe('`npm ci`', () => {
  test('leaves the tree clean: the commands it makes executable are committed so, and built so', () => {
    const commands: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).bin;
    const paths = Object.values(commands);
    expect(paths).toEqual(['dist/cli.js']);
    const listed = execFileSync('git', ['ls-files', '--stage', '--', 'dist'], { cwd: root, encoding: 'utf8' });
    const executable = listed
      .split('\n')
      .filter((line) => line.startsWith('100755 '))
      .map((line) => line.split('\t')[1]);
    expect(executable).toEqual(paths);
    for (const path of paths) expect(statSync(join(root, path)).mode & 0o111, path).toBe(0o111);
  });
});
