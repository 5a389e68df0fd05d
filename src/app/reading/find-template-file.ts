/** Finds the file of a template by the name that another gives it. */
export type FindTemplateFile = (
  name: string,
) => { readonly file: string; readonly others: readonly string[] } | undefined;

/**
 * Jinja takes names from the folder of all templates, which no file names: it is one of those above the prompt. Where
 * several have the name, the folder that alone had another name is the one, else the nearest, and `others` are told.
 */
export function createFindTemplateFile(prompt: string, has: (path: string) => boolean): FindTemplateFile {
  const above = foldersAbove(prompt);
  const known = new Set<string>();
  return (name) => {
    const within = partsOf(name);
    const roots = within === undefined ? [] : above.filter((root) => has(root + within));
    const [nearest, ...more] = roots;
    if (nearest === undefined) return undefined;
    if (more.length === 0) known.add(nearest);
    const sure = roots.find((root) => known.has(root));
    const root = sure ?? nearest;
    const others = sure === undefined ? more.map((one) => one + within) : [];
    return { file: root + within, others };
  };
}

/** The folders above a file, the nearest first, each with a slash at its end; the repository's root is the empty one. */
function foldersAbove(path: string): readonly string[] {
  const parts = (path.split('#', 1)[0] ?? path).split('/').slice(0, -1);
  return [...parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/')}/`), ''];
}

/** A name as a path, as jinja2 reads it: `..` leads nowhere. */
function partsOf(name: string): string | undefined {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? undefined : parts.join('/');
}
