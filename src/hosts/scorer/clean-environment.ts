import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** What programs need to start and to find their libraries. Everything else, keys above all, stays here. */
const kept = new Set([
  'PATH',
  'PATHEXT',
  'HOME',
  'USERPROFILE',
  'LANG',
  'LANGUAGE',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SYSTEMROOT',
  'COMSPEC',
  'VIRTUAL_ENV',
  'PYTHONPATH',
  'PYTHONHOME',
]);

/** Lists of folders, and single ones, that programs are found in. */
const lists = new Set(['PATH', 'PYTHONPATH', 'VIRTUAL_ENV', 'PYTHONHOME']);

/**
 * The variables of an environment that a team's scorer is given.
 * @param checkout folder that may be a pull request's: no program or library is found in it
 */
export function cleanEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  checkout?: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]): [string, string][] => {
      if (value === undefined || !(kept.has(name.toUpperCase()) || name.startsWith('LC_'))) return [];
      if (checkout === undefined || !lists.has(name.toUpperCase())) return [[name, value]];
      const outside = value.split(delimiter).filter((folder) => isAbsolute(folder) && !isWithin(folder, checkout));
      return outside.length === 0 ? [] : [[name, outside.join(delimiter)]];
    }),
  );
}

function isWithin(folder: string, checkout: string): boolean {
  const way = relative(checkout, folder);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** Names the file that holds what the environment held; set in a process that was begun again. */
const handed = 'PROMPTGATE_HANDED_OVER';
let isShed = false;

/**
 * Begins this process again without the keys in its first environment: `/proc/<pid>/environ` shows that to every process of the
 * same user, to a scorer as well, whatever is deleted from `process.env` later. Same process, same arguments; does not come back.
 * Nothing is done where it was done, or where the system cannot (Windows, which has no such file).
 */
export function shedKeys(): void {
  const { execve } = process;
  if (isShed || process.platform === 'win32' || execve === undefined) return;
  const folder = mkdtempSync(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'promptgate-handed-'));
  const file = join(folder, 'environment.json');
  writeFileSync(file, JSON.stringify(process.env), { mode: 0o600 });
  const args = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  execve.call(process, process.execPath, args, { ...cleanEnvironment(process.env), [handed]: file });
}

/** Takes back what the process before handed over; called first of all. The file is gone before anything else is started. */
export function takeHandedOver(): void {
  const file = process.env[handed];
  if (file === undefined) return;
  isShed = true;
  const kept: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(dirname(file), { recursive: true, force: true });
  Object.assign(process.env, kept);
  delete process.env[handed];
}
