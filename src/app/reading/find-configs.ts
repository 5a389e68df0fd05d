import { configTexts, isConfigPath, mayBeConfigPath } from '../../formats/cases/index.ts';
import { fewFiles, type OpenIndex } from './look-through.ts';
import type { RevisionFiles } from './revision-files.ts';

/** Files of an unusual name that are read in a run, to know whether they are configs. */
const mostRead = 150;

/** Which files are read as configs of promptfoo, and what is to be said of others. */
export type ConfigsFound = { readonly isConfig: (path: string) => boolean; readonly notes: readonly string[] };

/**
 * Finds the configs of promptfoo of both revisions. A file of an unusual name is one by its content: read where it
 * changed or is not known from an earlier run, and told of where there are too many.
 * @param changed paths that changed, on either side
 * @param askAlso asks for what else will be needed, so that it comes in the same requests
 */
export async function findConfigs(
  { old, next }: { readonly old: RevisionFiles; readonly next: RevisionFiles },
  changed: ReadonlySet<string>,
  openIndex: OpenIndex,
  askAlso: () => void,
): Promise<ConfigsFound> {
  const unusual = [...new Set([...next.paths(), ...old.paths()])]
    .filter((path) => mayBeConfigPath(path) && !isConfigPath(path))
    .toSorted();
  const unknown = unusual.filter((path) => !changed.has(path));
  const idOf = (path: string): string => next.entry(path)?.id ?? '';
  const index = new Set(unknown.map(idOf)).size > fewFiles ? await openIndex() : undefined;
  const known = new Map(
    unknown.flatMap((path) => {
      const found = idOf(path) === '' ? undefined : index?.find(configTexts.name, idOf(path));
      return found === undefined ? [] : [[path, found.kind] as const];
    }),
  );
  // Those that changed first: they are what the review is about.
  const toRead = [...unusual.filter((path) => changed.has(path)), ...unknown.filter((path) => !known.has(path))];
  const read = toRead.slice(0, mostRead);
  askAlso();
  const looked = await Promise.all(
    read.map(async (path): Promise<readonly string[]> => {
      if (changed.has(path)) return [path];
      const file = await next.text(path);
      const found = file.kind === 'text' ? configTexts.extract(file.text) : undefined;
      if (found === undefined) return [];
      if (idOf(path) !== '') index?.keep(configTexts.name, idOf(path), found);
      return found.kind === 'config' ? [path] : [];
    }),
  );
  const configs = new Set([
    ...looked.flat(),
    ...[...known].flatMap(([path, kind]) => (kind === 'config' ? [path] : [])),
  ]);
  return {
    isConfig: (path) => isConfigPath(path) || configs.has(path),
    notes: notesOn(toRead.slice(mostRead)),
  };
}

function notesOn(unread: readonly string[]): readonly string[] {
  const [first] = unread;
  if (first === undefined) return [];
  const [files, were] = unread.length === 1 ? ['file', 'was'] : ['files', 'were'];
  return [
    `${unread.length} YAML ${files} that may hold promptfoo’s tests ${were} not looked into, the first of them \`${first}\`: a run looks into ${mostRead}. Name configs \`promptfooconfig.NAME.yaml\`, and they are always read.`,
  ];
}
