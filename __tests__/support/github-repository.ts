import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files of a commit by path: a text, bytes, a link's target, another repository's commit, or `null` where it is deleted. */
export type Files = Readonly<
  Record<string, string | Buffer | { readonly link: string } | { readonly commit: string } | null>
>;

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

/** A real git repository in a folder of its own, for an embedded GitHub to serve. Its first branch is `main`. */
export class GitHubRepository {
  readonly directory = mkdtempSync(join(tmpdir(), 'promptgate-github-'));

  constructor(first: Files) {
    this.git('init', '-q', '-b', 'main');
    this.commit('main', first, 'first');
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', [...args], {
      cwd: this.directory,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  }

  /** Commits onto `branch`. @returns the commit's id */
  commit(branch: string, files: Files, message = 'change'): string {
    if (this.git('branch', '--show-current') !== branch) this.git('checkout', '-q', branch);
    for (const [path, content] of Object.entries(files)) this.#put(path, content);
    this.git('add', '--all');
    for (const [path, content] of Object.entries(files)) {
      if (content !== null && typeof content === 'object' && 'commit' in content) {
        this.git('update-index', '--add', '--cacheinfo', `160000,${content.commit},${path}`);
      }
    }
    this.git('commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  branch(name: string, from = 'main'): void {
    this.git('branch', name, from);
  }

  /** Merges as a merge queue does, onto a branch of its own. @returns the merge's id */
  merge(name: string, onto: string, head: string): string {
    this.git('checkout', '-q', '-b', name, onto);
    this.git('merge', '-q', '--no-ff', '-m', 'merge', head);
    return this.git('rev-parse', 'HEAD');
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  #put(path: string, content: Files[string]): void {
    const file = join(this.directory, path);
    if (content === null || content === undefined) rmSync(file);
    else if (typeof content === 'object' && 'commit' in content) return;
    else {
      mkdirSync(dirname(file), { recursive: true });
      if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, file);
      else writeFileSync(file, content);
    }
  }
}
