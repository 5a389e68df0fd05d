import { delimiter, isAbsolute, relative, sep } from 'node:path';

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
