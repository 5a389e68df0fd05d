import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putEmptyRepository } from './empty-repository.ts';

type Content = string | Buffer | { readonly link: string } | { readonly commit: string } | null;
/** Files of a commit by path: a text, bytes, a link's target, another repository's commit, or `null` where it is deleted. */
export type Files = Readonly<Record<string, Content>>;

const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
};

/** A real, bare git repository for an embedded GitHub to serve. Its first branch is `main`. */
export class GitHubRepository {
  readonly directory = mkdtempSync(join(tmpdir(), 'promptgate-github-'));

  constructor(first: Files) {
    putEmptyRepository(this.directory, 'bare');
    this.commit('main', first);
  }

  git(...args: readonly string[]): string {
    return this.#run(args);
  }

  /** Commits onto `branch`, which begins where it is not there yet. @returns the commit's id */
  commit(branch: string, files: Files): string {
    // A branch that was not packed is a file: to look saves a process.
    const ref = join(this.directory, 'refs', 'heads', branch);
    const head = [
      `commit refs/heads/${branch}\ncommitter Ada <ada@example.com> 1767323045 +0000\ndata 6\nchange\n`,
      existsSync(ref) ? `from refs/heads/${branch}^0\n` : '',
    ];
    const changes = Object.entries(files).map(([path, content]) => change(path, content));
    this.#run(
      ['-c', 'fastimport.unpackLimit=0', 'fast-import', '--quiet', '--force'],
      Buffer.concat([Buffer.from(head.join('')), ...changes]),
    );
    return readFileSync(ref, 'utf8').trim();
  }

  branch(name: string, from = 'main'): void {
    this.git('branch', name, from);
  }

  /** Merges as a merge queue does, onto a branch of its own. @returns the merge's id */
  merge(name: string, onto: string, head: string): string {
    const tree = this.git('merge-tree', '--write-tree', onto, head);
    const merged = this.git('commit-tree', '-p', onto, '-p', head, '-m', 'merge', tree);
    this.git('branch', name, merged);
    return merged;
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  #run(args: readonly string[], input?: Buffer): string {
    const options = { cwd: this.directory, env, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', [...args], input === undefined ? options : { ...options, input }).trim();
  }
}

/** A change of one file in the language of `git fast-import`: far faster than files on a disk. */
function change(path: string, content: Content): Buffer {
  const quoted = `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
  if (content === null) return Buffer.from(`D ${quoted}\n`);
  if (typeof content === 'object' && 'commit' in content) return Buffer.from(`M 160000 ${content.commit} ${quoted}\n`);
  const link = typeof content === 'object' && 'link' in content;
  const bytes = Buffer.from(link ? content.link : content);
  return Buffer.concat([
    Buffer.from(`M ${link ? '120000' : '100644'} inline ${quoted}\ndata ${bytes.length}\n`),
    bytes,
    Buffer.from('\n'),
  ]);
}
