import { spawn } from 'node:child_process';

/** How a process ended, and what it took. */
export type NodeRun = {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  readonly wallMs: number;
};

/** Runs this very Node on a file. */
export async function runNode(
  args: readonly string[],
  about: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<NodeRun> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: about.cwd ?? process.cwd(),
    env: about.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { stdout, stderr, code, wallMs: performance.now() - started };
}
