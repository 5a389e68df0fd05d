import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { putEmptyRepository } from './empty-repository.ts';
import type { Files } from './github-repository.ts';

/** A git working tree with one commit on `main`. */
export class LocalShop {
  readonly folder = mkdtempSync(join(tmpdir(), 'promptgate-local-'));

  constructor(files: Files) {
    putEmptyRepository(join(this.folder, '.git'), 'working tree');
    this.write(files);
    this.git('add', '-A');
    this.git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-qm', 'first');
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', [...args], { cwd: this.folder, encoding: 'utf8', stdio: 'pipe' });
  }

  write(files: Files): void {
    for (const [path, text] of Object.entries(files)) {
      if (typeof text !== 'string' && !Buffer.isBuffer(text)) throw new Error('a working tree here holds files');
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
