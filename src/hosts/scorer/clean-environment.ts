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

/** The variables of an environment that a team's scorer is given. */
export function cleanEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && (kept.has(name.toUpperCase()) || name.startsWith('LC_')) ? [[name, value]] : [],
    ),
  );
}
