import { couldBeReferredTo, couldBeShown, couldMention, fileNames } from '../../core/detect/file-names.ts';
import type { Candidate } from '../../core/detect/find-candidates.ts';
import type { Prompt } from '../../core/prompt.ts';
import { isJinjaFile } from '../../core/prompt-file/kind-of-prompt-file.ts';
import { lookThrough, type OpenIndex } from './look-through.ts';
import { type PromptSides, readPromptSides } from './read-prompt-sides.ts';
import type { RevisionFiles } from './revision-files.ts';

type Including = Pick<Parameters<typeof readPromptSides>[1], 'formats' | 'kinds'> & {
  readonly files: { readonly old: RevisionFiles; readonly next: RevisionFiles };
  readonly openIndex: OpenIndex;
};

/**
 * Candidates of a Jinja ending that take in a changed template, on either side, and any that show a changed picture or the like. The names in their texts, and in those of
 * the templates they name, tell which may; those alone are read whole.
 */
export async function findIncluding(
  others: readonly Candidate[],
  changed: readonly string[],
  { files, openIndex, ...reading }: Including,
): Promise<readonly Candidate[]> {
  const templates = new Set(
    changed.filter((path) => isJinjaFile(path) || couldBeReferredTo(path) || couldBeShown(path)),
  );
  const isShown = [...templates].some(couldBeShown);
  const possible = others.filter((one) => isShown || filesIn(one).some((path) => isJinjaFile(path)));
  if (templates.size === 0 || possible.length === 0) return [];
  const reaching = await findReaching(possible.flatMap(filesIn), [...templates], files.next, openIndex);
  const likely = possible.filter((one) => filesIn(one).some((path) => reaching.has(path)));
  const found = await Promise.all(
    likely.map(async (candidate): Promise<readonly Candidate[]> => {
      const sides = await Promise.all([
        readPromptSides(candidate.next, { ...reading, files: files.next }),
        readPromptSides(candidate.old, { ...reading, files: files.old }),
      ]);
      return sides.flatMap(promptsOf).some(({ refersTo }) => refersTo.some((path) => templates.has(path)))
        ? [candidate]
        : [];
    }),
  );
  return found.flat();
}

/** Files that name one of the templates, or a template that does. */
async function findReaching(
  start: readonly string[],
  templates: readonly string[],
  files: RevisionFiles,
  openIndex: OpenIndex,
): Promise<ReadonlySet<string>> {
  const known = [...files.paths()].filter((path) => isJinjaFile(path));
  const names = new Map<string, readonly string[]>();
  const reaching = new Set<string>();
  for (let next = start; next.length > 0; ) {
    const { mentions, unread } = await lookThrough(next, fileNames, files, openIndex);
    for (const path of unread) reaching.add(path);
    for (const [path, mentioned] of mentions) names.set(path, mentioned.names);
    const named = [...mentions.values()].flatMap((one) => one.names);
    next = known.filter((path) => !names.has(path) && !reaching.has(path) && couldMention(named, path));
  }
  for (let wanted = templates; wanted.length > 0; ) {
    const more = [...names].flatMap(([path, held]) =>
      !reaching.has(path) && wanted.some((one) => couldMention(held, one)) ? [path] : [],
    );
    for (const path of more) reaching.add(path);
    wanted = more;
  }
  return reaching;
}

function filesIn({ next }: Candidate): readonly string[] {
  return next?.parts.map(({ file }) => file) ?? [];
}

function promptsOf(sides: PromptSides): readonly Prompt[] {
  const all = sides.kind === 'one' ? [sides.side] : [...sides.sides.values()];
  return all.flatMap((side) => (side.kind === 'prompt' ? [side.prompt] : []));
}
