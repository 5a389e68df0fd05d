import { execFile } from 'node:child_process';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A small git repository with a branch that edits the prompt. */
export type DemoRepository = {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
  readonly headSha: string;
};

const run = promisify(execFile);

/** Makes the repository from `fixtures/demo`: `base/` is the main branch, `head/` is laid over it on a branch of its own. */
export async function buildRepository(fixtures: string): Promise<DemoRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'promptgate-demo-'));
  const who = ['-c', 'user.name=Robin', '-c', 'user.email=robin@fernwood.example', '-c', 'commit.gpgsign=false'];
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', [...who, ...args], { cwd: folder })).stdout.trim();
  const [base, head] = ['main', 'warmer-support'];
  await git('init', '--quiet', '--initial-branch', base);
  await cp(join(fixtures, 'base'), folder, { recursive: true });
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'The shop');
  await git('checkout', '--quiet', '-b', head);
  await cp(join(fixtures, 'head'), folder, { recursive: true });
  await git('commit', '--quiet', '--all', '--message', 'Make the support prompt warmer');
  return { folder, base, head, headSha: await git('rev-parse', 'HEAD') };
}
