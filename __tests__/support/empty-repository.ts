import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let made: string | undefined;

/**
 * Puts a git directory as `git init` makes it, with `main` as its branch, into a folder. Git makes the first of this
 * process; the others are copies, since starting a process takes longer than a few files do.
 */
export function putEmptyRepository(folder: string, kind: 'bare' | 'working tree'): void {
  made ??= initialise();
  cpSync(made, folder, { recursive: true });
  // Upkeep in the background would be one process more a commit.
  const config = `[core]\nrepositoryformatversion = 0\nbare = ${kind === 'bare'}\n[maintenance]\nauto = false\n`;
  writeFileSync(join(folder, 'config'), config);
}

function initialise(): string {
  const folder = mkdtempSync(join(tmpdir(), 'promptgate-empty-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  // No template: what hooks and notes a machine gives its repositories is nothing to a test.
  execFileSync('git', ['init', '-q', '--bare', '--template=', '-b', 'main'], { cwd: folder, stdio: 'pipe' });
  return folder;
}
