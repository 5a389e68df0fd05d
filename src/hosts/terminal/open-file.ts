import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** Programs that open a file as a person's double click would, by platform. */
const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  // `start` is a word of the shell; its first quoted argument is a window's title.
  win32: ['cmd', '/c', 'start', '""'],
};

const patienceMs = 3000;

/** Opens a file with the program that this machine has for it. @returns why it could not; undefined where it could */
export function openFile(path: string): Promise<string | undefined> {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((done) => {
    const child = spawn(program, [...args, resolve(path)], { stdio: 'ignore', detached: true });
    // Where no desktop takes the file over, the browser itself is waited for: not for ever.
    const late = setTimeout(() => {
      child.unref();
      done(undefined);
    }, patienceMs);
    const end = (why: string | undefined) => {
      clearTimeout(late);
      done(why);
    };
    child.on('error', (fault) => end(fault.message));
    child.on('exit', (code) => end(code === 0 ? undefined : `${program} ended with ${code ?? 'a signal'}`));
  });
}
