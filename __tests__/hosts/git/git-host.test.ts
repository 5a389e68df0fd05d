import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGitHost } from '../../../src/hosts/git/git-host.ts';

let folder: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder }).toString();
const write = (path: string, text: string | Buffer) => writeFileSync(join(folder, path), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'promptgate-host-'));
  git('init', '-q', '-b', 'main');
  mkdirSync(join(folder, 'prompts'));
  write('prompts/a.txt', 'the first line of a prompt\nand its second line, long enough to be told again\n');
  write('kept.md', 'kept\n');
  write('.gitignore', 'ignored.txt\n');
  git('add', '-A');
  git('commit', '-qm', 'first');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open(base?: string) {
  const host = await openGitHost({ folder, ...(base === undefined ? {} : { base }) });
  const pull = await host.pullRequest();
  if ('nothing' in pull) throw new Error(pull.nothing);
  return { host, pull };
}

describe('the git host', () => {
  it('sees staged, unstaged and untracked changes, and no ignored file', async () => {
    write('kept.md', 'changed\n');
    write('staged.txt', 'staged\n');
    git('add', 'staged.txt');
    write('prompts/ü "new".txt', 'untracked\n');
    write('ignored.txt', 'no\n');
    const { host, pull } = await open();
    expect((await host.changedFiles(pull)).toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'kept.md', status: 'modified' },
      { path: 'prompts/ü "new".txt', status: 'added' },
      { path: 'staged.txt', status: 'added' },
    ]);
    expect(await host.text(pull.head, 'prompts/ü "new".txt')).toEqual({ kind: 'text', text: 'untracked\n' });
    expect(await host.text(pull.base, 'kept.md')).toEqual({ kind: 'text', text: 'kept\n' });
    expect(await host.text(pull.base, 'staged.txt')).toEqual({ kind: 'absent' });
    await host.close();
  });

  it('sees an edit of equal length in the second of the last commit', async () => {
    const secondOf = (path: string) => Math.floor(statSync(join(folder, path)).mtimeMs / 1000);
    for (let text = 0; ; text += 1) {
      write('kept.md', `kept ${text % 10}\n`);
      git('commit', '-qam', 'again');
      write('kept.md', `KEPT ${text % 10}\n`);
      if (secondOf('kept.md') === secondOf('.git/index')) break;
    }
    // Only a snapshot taken in a later second can be misled.
    while (Math.floor(Date.now() / 1000) <= secondOf('kept.md')) await new Promise((done) => setTimeout(done, 20));
    const { host, pull } = await open();
    expect(await host.changedFiles(pull)).toEqual([{ path: 'kept.md', status: 'modified' }]);
    await host.close();
  });

  it('finds a rename although nothing of it is staged', async () => {
    renameSync(join(folder, 'prompts/a.txt'), join(folder, 'prompts/b.txt'));
    const { host, pull } = await open();
    expect(await host.changedFiles(pull)).toEqual([
      { path: 'prompts/b.txt', previousPath: 'prompts/a.txt', status: 'renamed' },
    ]);
    await host.close();
  });

  it('compares with the merge base, not with the tip of the base branch', async () => {
    git('checkout', '-qb', 'feature');
    write('kept.md', 'mine\n');
    git('commit', '-qam', 'mine');
    git('checkout', '-q', 'main');
    write('prompts/a.txt', 'moved on\n');
    git('commit', '-qam', 'moved on');
    git('checkout', '-q', 'feature');
    const { host, pull } = await open('main');
    expect(await host.changedFiles(pull)).toEqual([{ path: 'kept.md', status: 'modified' }]);
    await host.close();
  });

  it('leaves index, objects and status of the repository as they were', async () => {
    write('prompts/c.txt', 'new\n');
    const before = [git('status', '--porcelain'), git('count-objects'), git('ls-files', '--stage')];
    const { host } = await open();
    await host.close();
    expect([git('status', '--porcelain'), git('count-objects'), git('ls-files', '--stage')]).toEqual(before);
  });

  it('refuses symlinks and binary files in words', async () => {
    symlinkSync('/etc/passwd', join(folder, 'prompts/link.txt'));
    write('prompts/bin.txt', Buffer.from([1, 0, 2]));
    git('add', '--intent-to-add', 'prompts/bin.txt');
    const { host, pull } = await open();
    expect(await host.text(pull.head, 'prompts/link.txt')).toEqual({ kind: 'refused', why: 'it is a symlink' });
    expect(await host.text(pull.head, 'prompts/bin.txt')).toEqual({ kind: 'refused', why: 'it is a binary file' });
    await host.close();
  });

  it('says what to do where there is no repository, no base or an unknown one', async () => {
    await expect(openGitHost({ folder: tmpdir() })).rejects.toThrow(
      /not inside a git working tree.*Run promptgate in/s,
    );
    await expect(openGitHost({ folder, base: 'nowhere' })).rejects.toThrow(/no commit 'nowhere'/);
    await expect(openGitHost({ folder, base: '--output=x' })).rejects.toThrow(/no commit '--output=x'/);
    git('branch', '-qm', 'trunk');
    await expect(openGitHost({ folder })).rejects.toThrow(/no origin\/HEAD, main or master.*--base REF/s);
  });
});
