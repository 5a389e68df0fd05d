/**
 * Completes package-lock.json after an install: beside a node_modules folder, npm leaves out optional packages for other
 * systems, and then refuses by `npm ci` the lock file that it wrote. In an empty folder it finds them all, with integrity.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { judgeLock } from './lock/judge-lock.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'promptgate-lock-'));
const lock = join(folder, 'package-lock.json');
try {
  for (const name of ['package.json', '.npmrc']) copyFileSync(join(root, name), join(folder, name));
  writeFileSync(lock, withoutUnverified(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  copyFileSync(lock, join(root, 'package-lock.json'));
  const faults = judgeLock(readFileSync(lock, 'utf8'));
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** The lock file less the entries without integrity: npm looks them up anew. */
function withoutUnverified(text: string): string {
  const held = z.looseObject({ packages: z.record(z.string(), z.looseObject({ integrity: z.string().optional() })) });
  const { packages, ...rest } = held.parse(JSON.parse(text));
  const verified = Object.entries(packages).filter(([path, { integrity }]) => path === '' || integrity !== undefined);
  return `${JSON.stringify({ ...rest, packages: Object.fromEntries(verified) }, null, 2)}\n`;
}
