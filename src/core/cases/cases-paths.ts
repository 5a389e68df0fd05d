import { resolvePath } from '../paths/resolve-path.ts';

/** Endings of the files golden cases are read from, in the order they are read. */
const caseFileEndings = ['.yml', '.yaml', '.json', '.jsonl', '.csv'] as const;

/**
 * Where the golden cases of a prompt may lie. A pattern that ends like a cases file stands for all its kin;
 * `{dir}` is the prompt's folder, `{name}` its file name without `suffix` (what its format cuts off).
 * @param key of the prompt in a file that holds several: behind a dot it is part of `{name}`
 */
export function casesPaths(pattern: string, promptPath: string, suffix: string, key?: string): readonly string[] {
  const slash = promptPath.lastIndexOf('/');
  const dir = slash === -1 ? '.' : promptPath.slice(0, slash);
  const file = promptPath.slice(slash + 1);
  const stem =
    suffix !== '' && file.length > suffix.length && file.endsWith(suffix) ? file.slice(0, -suffix.length) : file;
  const name = key === undefined ? stem : `${stem}.${key.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}`;
  const written = pattern.replaceAll(/\{(dir|name)\}/gu, (_, part: string) => (part === 'dir' ? dir : name));
  return kin(written).flatMap((path) => {
    const resolved = resolvePath('', `./${path}`);
    return resolved.kind === 'path' ? [resolved.path] : [];
  });
}

/** Whether a file holds the golden cases of some key of a prompt file. */
export function holdsCasesOfKey(pattern: string, promptPath: string, suffix: string, file: string): boolean {
  return placesOfKeyedCases(pattern, promptPath, suffix).some((place) => isAt(place, file));
}

/** Finds the files that hold the golden cases of some key of a prompt file, among paths in the order of their letters. */
export function findCasesOfKeys(
  pattern: string,
  promptPath: string,
  suffix: string,
  sorted: readonly string[],
): readonly string[] {
  const found = placesOfKeyedCases(pattern, promptPath, suffix).flatMap((place) => {
    const begun: string[] = [];
    for (let at = firstFrom(sorted, place.before); sorted[at]?.startsWith(place.before) === true; at += 1)
      begun.push(sorted[at] ?? '');
    return begun.filter((file) => isAt(place, file));
  });
  return [...new Set(found)];
}

/** What stands in a path of keyed cases before the key and after it. */
type KeyedPlace = { readonly before: string; readonly after: string };

function placesOfKeyedCases(pattern: string, promptPath: string, suffix: string): readonly KeyedPlace[] {
  return casesPaths(pattern, promptPath, suffix, '0').map((path) => {
    const at = path.lastIndexOf('.0');
    return { before: path.slice(0, at + 1), after: path.slice(at + 2) };
  });
}

function isAt({ before, after }: KeyedPlace, file: string): boolean {
  return file.length > before.length + after.length && file.startsWith(before) && file.endsWith(after);
}

/** Place of the first path that does not come before another one. */
function firstFrom(sorted: readonly string[], path: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a path could be a cases file of some prompt by the pattern. */
export function couldHoldCases(pattern: string, path: string): boolean {
  return kin(pattern).some((one) => {
    const written = one.replace(/^(?:\{dir\}\/|\.\/)/u, '{dir}/').split(/(\{dir\}\/|\{dir\}|\{name\})/u);
    const source = written.map((part) => {
      if (part === '{dir}/') return '(?:.+/)?';
      if (part === '{dir}') return '.*';
      return part === '{name}' ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    });
    return new RegExp(`^${source.join('')}$`, 'su').test(path);
  });
}

function kin(path: string): readonly string[] {
  const ending = caseFileEndings.find((one) => path.endsWith(one));
  if (ending === undefined) return [path];
  const stem = path.slice(0, -ending.length);
  return [path, ...caseFileEndings.filter((one) => one !== ending).map((one) => `${stem}${one}`)];
}
