import { couldBeReferredTo, couldBeShown, fileNames, namedAs } from '../../core/detect/file-names.ts';
import type { Candidate } from '../../core/detect/find-candidates.ts';
import { couldBePrompt, isElsewhere } from '../../core/detect/looks-like-prompt.ts';
import { isJinjaFile } from '../../core/prompt-file/kind-of-prompt-file.ts';
import type { LookThrough } from './look-through.ts';
import { type PromptSides, type Reading, readPromptSides } from './read-prompt-sides.ts';
import type { RevisionFiles } from './revision-files.ts';

type Including = Pick<Reading, 'formats' | 'kinds'> & {
  readonly files: { readonly old: RevisionFiles; readonly next: RevisionFiles };
  readonly lookThrough: LookThrough;
};

/**
 * Candidates that take content from a changed file, on either side: a template that a text includes, a picture that it
 * shows, a file that its format says it uses. What names a file by its own name, the names in the texts tell, and in those
 * that they name; what has another name there, the format tells by the paths. Those alone are read whole.
 */
export async function findIncluding(
  others: readonly Candidate[],
  changed: readonly string[],
  { files, lookThrough, ...reading }: Including,
): Promise<readonly Candidate[]> {
  const used = (path: string): boolean =>
    reading.formats.some(({ uses }) => uses !== undefined && changed.some((other) => uses.mayUse(path, other)));
  const told = new Set(others.filter((one) => filesIn(one).some(used)));
  const named = changed.filter((path) => isJinjaFile(path) || couldBeReferredTo(path) || couldBeShown(path));
  const possible = others.filter(
    (one) => !told.has(one) && filesIn(one).some((path) => named.some((other) => couldName(path, other))),
  );
  const reaching = await findReaching(possible.flatMap(filesIn), named, files.next, lookThrough);
  const likely = [...told, ...possible.filter((one) => filesIn(one).some((path) => reaching.has(path)))];
  const touched = new Set(changed);
  const found = await Promise.all(
    likely.map(async (candidate): Promise<readonly Candidate[]> => {
      const sides = await Promise.all([
        readPromptSides(candidate.next, { ...reading, files: files.next }),
        readPromptSides(candidate.old, { ...reading, files: files.old }),
      ]);
      return sides.flatMap(filesBehind).some((path) => touched.has(path)) ? [candidate] : [];
    }),
  );
  return found.flat();
}

/**
 * Whether a prompt could take in a file by its name. Documents, tests and the like change all the time and are no part of
 * a prompt, unless it is a template or lies in the same folder of the root.
 */
function couldName(path: string, other: string): boolean {
  return isJinjaFile(path) || couldBeShown(other) || !isElsewhere(other) || firstFolder(path) === firstFolder(other);
}

function firstFolder(path: string): string {
  return path.slice(0, path.indexOf('/') + 1);
}

/** Files that name one of `wanted`, or a template that does. */
async function findReaching(
  start: readonly string[],
  wanted: readonly string[],
  files: RevisionFiles,
  lookThrough: LookThrough,
): Promise<ReadonlySet<string>> {
  if (start.length === 0 || wanted.length === 0) return new Set();
  const names = new Map<string, ReadonlySet<string>>();
  const naming = new Map<string, string[]>();
  const reaching = new Set<string>();
  for (let next = start; next.length > 0; ) {
    const { mentions, unread } = await lookThrough(next, fileNames, files);
    for (const path of unread) reaching.add(path);
    for (const [path, mentioned] of mentions) {
      names.set(path, new Set(mentioned.names));
      for (const name of mentioned.names) naming.set(name, (naming.get(name) ?? []).concat(path));
    }
    const told = new Set([...mentions.values()].flatMap((one) => one.names));
    next = [...files.paths()].filter((path) => {
      const name = namedAs(path);
      const isNamed = told.size > 0 && (name === undefined || told.has(name));
      return isNamed && !names.has(path) && !reaching.has(path) && (isJinjaFile(path) || couldBePrompt(path));
    });
  }
  for (let now = wanted; now.length > 0; ) {
    const more = now.flatMap((path) => {
      const name = namedAs(path);
      return name === undefined ? [...names.keys()] : (naming.get(name) ?? []);
    });
    now = [...new Set(more)].filter((path) => !reaching.has(path));
    for (const path of now) reaching.add(path);
  }
  return reaching;
}

function filesIn({ next }: Candidate): readonly string[] {
  return next?.parts.map(({ file }) => file) ?? [];
}

/** Paths of what the prompts of a file take content from, as far as they could be read. */
function filesBehind(sides: PromptSides): readonly string[] {
  const all = sides.kind === 'one' ? [sides.side] : [...sides.sides.values()];
  return all.flatMap((side) => [
    ...(side.kind === 'prompt' ? side.prompt.refersTo : []),
    ...('used' in side ? (side.used ?? []).map(({ path }) => path) : []),
  ]);
}
