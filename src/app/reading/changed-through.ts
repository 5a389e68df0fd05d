import { diffPrompt, type PromptFile } from '../../core/detect/diff-prompt.ts';
import { couldBeShown } from '../../core/detect/file-names.ts';
import type { ChangedThrough } from '../../core/prompt-change.ts';
import type { PromptSide } from './read-prompt-sides.ts';
import type { Subject } from './read-subjects.ts';
import type { RevisionFiles } from './revision-files.ts';

/** Characters of a file's diff at most: the report holds it for each prompt that uses the file. */
const mostCharacters = 20_000;

/**
 * The changed files that a prompt or its golden cases take content from, on either side, each with its own diff: every
 * side has it as it is at its commit.
 * @param changed paths that changed, on either side
 */
export async function changedThrough(
  { candidate, old, next, cases }: Subject,
  changed: ReadonlySet<string>,
  files: { readonly old: RevisionFiles; readonly next: RevisionFiles },
): Promise<readonly ChangedThrough[]> {
  const own = new Set([candidate.old, candidate.next].flatMap((source) => source?.parts.map(({ file }) => file) ?? []));
  const taken = [...pathsBehind(old), ...pathsBehind(next), ...cases.old.refersTo, ...cases.next.refersTo];
  const through = [...new Set(taken)].filter((path) => changed.has(path) && !own.has(path)).toSorted();
  const source = candidate.next ?? candidate.old;
  const inOwnDiff = source === undefined || own.has(source.path) ? [] : [...own];
  return [
    // Where it goes by a name of the config, its files are told as well; the prompt's own diff shows them.
    ...inOwnDiff.filter((path) => changed.has(path)).map((path) => ({ path })),
    ...(await Promise.all(
      through.map(async (path): Promise<ChangedThrough> => {
        if (couldBeShown(path)) return { path };
        const [before, after] = await Promise.all([textAt(path, files.old), textAt(path, files.next)]);
        const diff = cut(diffPrompt(before, after));
        return diff === '' ? { path } : { path, diff };
      }),
    )),
  ];
}

/** Tables of data change by thousands of lines: a reader of a review sees the first. */
function cut(diff: string): string {
  if (diff.length <= mostCharacters) return diff;
  const end = diff.lastIndexOf('\n', mostCharacters);
  return `${diff.slice(0, end === -1 ? mostCharacters : end)}\n\\ The rest is left out.\n`;
}

function pathsBehind(side: PromptSide): readonly string[] {
  const used = 'used' in side ? (side.used ?? []).map(({ path }) => path) : [];
  return side.kind === 'prompt' ? [...side.prompt.refersTo, ...used] : used;
}

async function textAt(path: string, files: RevisionFiles): Promise<readonly PromptFile[]> {
  const file = await files.text(path);
  return file.kind === 'text' ? [{ path, text: file.text }] : [];
}
