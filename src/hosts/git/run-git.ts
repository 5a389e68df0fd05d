import { execFile } from 'node:child_process';

/** Thrown where git says no; carries its own words. */
class GitError extends Error {
  constructor(args: readonly string[], words: string) {
    super(`git ${args[0] ?? ''}: ${words.trim() || 'failed without a word'}`);
    this.name = 'GitError';
  }
}

const MOST_OUTPUT = 256 * 1024 * 1024;

/**
 * Runs git in `folder` and returns what it printed. No shell: arguments are never parsed.
 * @throws GitError with git's own words, or that git is not installed.
 */
export function runGit(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...args],
      {
        cwd: folder,
        encoding: 'buffer',
        maxBuffer: MOST_OUTPUT,
        env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', ...env },
      },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else if ('code' in error && error.code === 'ENOENT')
          reject(new GitError(args, 'git is not installed, or not on the PATH'));
        else reject(new GitError(args, stderr.toString('utf8')));
      },
    );
    // A git that ends without reading is told by its exit status.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** What git printed, as one word. @throws GitError */
export async function gitWord(folder: string, args: readonly string[]): Promise<string> {
  return (await runGit(folder, args)).toString('utf8').trim();
}

/** What went wrong, in git's own words where they are git's. */
export function wordsOfGit(fault: unknown): string {
  return fault instanceof GitError ? fault.message : String(fault);
}
