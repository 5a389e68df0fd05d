import type { PromptFile } from '../../core/detect/diff-prompt.ts';
import { resolvePath } from '../../core/paths/resolve-path.ts';
import type { Problem } from '../../core/problem.ts';
import type { Use, UsedFiles, Uses } from '../../formats/prompts/types.ts';
import type { RevisionFiles } from './revision-files.ts';

/** Most files that one prompt may use, how deep they may name one another, and their characters together. */
export const mostUsed = { files: 100, deep: 20, characters: 1_000_000 } as const;

/** The files that a prompt uses, and what is wrong with them; those that are there are had in any case. */
export type Gathered = {
  readonly files: readonly PromptFile[];
  readonly used: UsedFiles;
  readonly problems: readonly Problem[];
};

type Named = { readonly from: string; readonly use: Use; readonly path?: string; readonly why?: string };

/** Reads what a prompt file uses, and what these files use in turn, from the files of the same revision. */
export async function gatherUsed(path: string, text: string, uses: Uses, files: RevisionFiles): Promise<Gathered> {
  const texts = new Map([[path, text]]);
  const found = new Map<string, string>();
  const named: Named[] = [];
  const problems: Problem[] = [];
  let next: readonly string[] = [path];
  for (let depth = 0; next.length > 0; depth++) {
    const now = next.flatMap((from) => uses.list(from, texts.get(from) ?? '').map((use) => findUse(from, use, files)));
    named.push(...now);
    const wanted = [...new Set(now.flatMap((one) => one.path ?? []))].filter((one) => !texts.has(one));
    const characters = [...texts.values()].reduce((sum, one) => sum + one.length, 0) - text.length;
    const tooMuch = wordTooMuch(texts.size - 1 + wanted.length, wanted.length === 0 ? 0 : depth + 1, characters);
    if (tooMuch !== undefined) {
      problems.push({ reason: 'files', what: `The prompt uses ${tooMuch}.`, at: { file: path }, fix: fewer });
      break;
    }
    files.expect(wanted);
    const read = await Promise.all(wanted.map(async (one) => ({ path: one, file: await files.text(one) })));
    for (const one of read) {
      if (one.file.kind === 'text') texts.set(one.path, one.file.text.replaceAll('\r\n', '\n'));
      else if (one.file.kind === 'refused') problems.push(...wordRefused(one.path, one.file.why, now));
    }
    next = wanted.filter((one) => texts.has(one));
  }
  for (const { from, use, path: at } of named) if (at !== undefined) found.set(keyOf(from, use.name), at);
  const missing = named.filter((one) => one.path === undefined && one.use.optional !== true).map(wordMissing);
  const circle = uses.mayCircle === true ? [] : wordCircle(path, named);
  return {
    files: [...texts].slice(1).map(([one, held]) => ({ path: one, text: held })),
    used: (from, name) => {
      const at = found.get(keyOf(from, name));
      const held = at === undefined ? undefined : texts.get(at);
      return at === undefined || held === undefined ? undefined : { path: at, text: held };
    },
    problems: [...missing, ...circle, ...problems],
  };
}

const fewer = 'Write it in fewer and shorter files.';

function keyOf(from: string, name: string): string {
  return `${from}\0${name}`;
}

function findUse(from: string, use: Use, files: RevisionFiles): Named {
  const places = use.paths.map((path) => resolvePath(from, path));
  // A link is there as well, and refused when it is read: what it leads to is not looked for elsewhere.
  const there = places.find((place) => place.kind === 'path' && files.has(place.path));
  if (there?.kind === 'path') return { from, use, path: there.path };
  const refused = places.find((place) => place.kind === 'refused');
  return { from, use, ...(refused !== undefined && places.every(({ kind }) => kind === 'refused') && refused) };
}

function wordTooMuch(count: number, deep: number, characters: number): string | undefined {
  if (count > mostUsed.files) return `more than ${mostUsed.files} files`;
  if (deep > mostUsed.deep) return `files more than ${mostUsed.deep} deep`;
  return characters > mostUsed.characters ? `files of more than ${mostUsed.characters} characters` : undefined;
}

function wordRefused(path: string, why: string, named: readonly Named[]): readonly Problem[] {
  const by = named.find((one) => one.path === path);
  if (by === undefined) return [];
  const what = `\`${by.use.name}\` cannot be read from \`${path}\`: ${why}.`;
  return [{ reason: 'files', what, at: placeOf(by), fix: 'Name a file of this repository.' }];
}

function wordMissing(one: Named): Problem {
  const { use, why } = one;
  const [first] = use.paths;
  if (why !== undefined || first === undefined) {
    const what = `\`${use.name}\` cannot be read: ${why ?? 'no file can have this name'}.`;
    return { reason: 'files', what, at: placeOf(one), fix: 'Name a file of this repository.' };
  }
  const place = resolvePath(one.from, first);
  const where = place.kind === 'path' ? place.path : first;
  const others = use.paths.length > 1 ? ', or where else it may lie' : '';
  return {
    reason: 'files',
    what: `\`${use.name}\` is not there: nothing lies at \`${where}\`${others}.`,
    at: placeOf(one),
    fix: 'Add the file, or mend the name.',
  };
}

/** The first circle that following the names from the prompt comes to. */
function wordCircle(start: string, named: readonly Named[]): readonly Problem[] {
  const from = Map.groupBy(named, (one) => one.from);
  const done = new Set<string>();
  const follow = (path: string, above: readonly string[]): Problem | undefined => {
    for (const one of from.get(path) ?? []) {
      if (one.path === undefined || done.has(one.path)) continue;
      const way = [...above, path];
      if (way.includes(one.path)) {
        const between = way.slice(way.indexOf(one.path) + 1).map((each) => `\`${each}\``);
        const through = between.length === 0 ? '' : `, through ${between.join(' and ')}`;
        const what = `\`${one.path}\` takes itself in${through}.`;
        return { reason: 'files', what, at: placeOf(one), fix: 'Take one of these names out.' };
      }
      const further = follow(one.path, way);
      if (further !== undefined) return further;
    }
    done.add(path);
    return undefined;
  };
  const found = follow(start, []);
  return found === undefined ? [] : [found];
}

function placeOf({ from, use }: Named): NonNullable<Problem['at']> {
  return { file: from, ...(use.line !== undefined && { line: use.line }) };
}
