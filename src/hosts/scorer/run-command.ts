import { spawn } from 'node:child_process';
import type { QuestionAnswer } from '../../core/score.ts';

/** Characters that are held of what a program complains. */
export const heldOfError = 4_000;
const shownOfError = 500;

/**
 * Runs a program with `input` on its stdin; what it writes to stdout is the answer. No shell is involved.
 * At the limit of time or output, and when aborted, it is killed with all it started.
 */
export function runCommand(about: {
  readonly command: readonly [string, ...string[]];
  readonly input: string;
  readonly cwd: string;
  readonly environment: Record<string, string>;
  readonly limits: ScorerLimits;
  readonly signal: AbortSignal;
}): Promise<QuestionAnswer> {
  const { command, input, cwd, environment, limits, signal } = about;
  const [program, ...args] = command;
  return new Promise((resolve) => {
    // Its own process group, so that what it starts can be ended with it.
    const child = spawn(program, args, {
      cwd,
      env: environment,
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const written: Buffer[] = [];
    let bytes = 0;
    let complaint = '';
    let ended = false;

    function end(answer: QuestionAnswer): void {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      killTree(child.pid);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve(answer);
    }
    const fail = (why: string) => end({ kind: 'failed', why: `${program} ${why}${words(complaint)}` });
    const onAbort = () => fail('was stopped');
    const timer = setTimeout(() => fail(`took longer than ${limits.timeoutMs} ms`), limits.timeoutMs);
    signal.addEventListener('abort', onAbort, { once: true });

    child.on('error', (error) => fail(`could not be started: ${error.message}`));
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > limits.answerBytes) fail(`wrote more than ${limits.answerBytes} bytes`);
      else written.push(part);
    });
    child.stderr.on('data', (part: Buffer) => {
      complaint = `${complaint}${part.toString('utf8')}`.slice(-heldOfError);
    });
    child.on('close', (code, killedBy) => {
      if (code === 0) end({ kind: 'text', text: Buffer.concat(written).toString('utf8') });
      else fail(code === null ? `was ended by ${killedBy ?? 'a signal'}` : `ended with exit code ${code}`);
    });
    // A scorer may end without reading all of its input.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    if (signal.aborted) onAbort();
  });
}

function words(complaint: string): string {
  const said = lastWords(complaint);
  return said === '' ? '' : `: ${said}`;
}

/** What a program complained last: the line that names an error, before which and after which stacks are written, or the end of it all. */
export function lastWords(complaint: string): string {
  const said = complaint.trim();
  const named = said
    .split('\n')
    .findLast((line) => /^(?:Uncaught )?[\w.]*(?:Error|Exception)\b[^:]{0,80}: /u.test(line));
  return (named?.trim() ?? said).slice(-shownOfError);
}

/** Ends a process with all that it started: it leads a process group of its own. */
export function killTree(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** A scorer of the config: a program, started for each reply or once (`serve`), or a service. */
export type ScorerSource =
  | { readonly command: readonly [string, ...string[]]; readonly serve?: true }
  | { readonly url: string };

/** Bounds on one run of a scorer. */
export type ScorerLimits = {
  readonly timeoutMs: number;
  /** Most bytes it may answer. */
  readonly answerBytes: number;
};

export const scorerLimits: ScorerLimits = { timeoutMs: 60_000, answerBytes: 1_000_000 };
