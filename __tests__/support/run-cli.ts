import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;

/** What V8 compiled of dist/ is kept for all runs of the suite: a fifth of a short run is compiling. */
export const keepsCompiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'promptgate-compiled') };

export type CliResult = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the bundled command line in a folder, with nothing of this process's keys in its environment. */
export function runCli(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  /** Ends it without a word, as a machine that is lost. */
  lost?: AbortSignal,
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...keepsCompiled, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    lost?.addEventListener('abort', () => child.kill('SIGKILL'));
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
