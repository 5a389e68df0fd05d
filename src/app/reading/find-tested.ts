import { couldBeCheckedAgainst, couldBeShown } from '../../core/detect/file-names.ts';
import type { Candidate } from '../../core/detect/find-candidates.ts';
import type { PromptfooReader } from './promptfoo-reader.ts';
import { readPromptSides } from './read-prompt-sides.ts';
import type { RevisionFiles } from './revision-files.ts';

/** Candidates that the tests of a promptfoo config concern which changed: the tests themselves, or a file they take content from. */
export type Tested = { readonly cases: readonly Candidate[]; readonly dependent: readonly Candidate[] };

/**
 * Finds them at head, and at base as well where a file is gone: a glob at head no longer finds it.
 * @param changed paths that changed, on either side.
 */
export async function findTested(
  candidates: readonly Candidate[],
  {
    files,
    changed,
    readPromptfoo,
  }: {
    readonly files: { readonly old: RevisionFiles; readonly next: RevisionFiles };
    readonly changed: ReadonlySet<string>;
    readonly readPromptfoo: PromptfooReader;
  },
): Promise<Tested> {
  const isGone = [...changed].some((path) => !files.next.has(path));
  const found = await Promise.all(
    candidates.map(async (candidate) => {
      const next = await readPromptfoo.read(files.next, candidate.path);
      const old = isGone ? await readPromptfoo.read(files.old, candidate.previousPath ?? candidate.path) : next;
      const touches = (paths: ReadonlySet<string>): boolean => [...paths].some((path) => changed.has(path));
      return {
        candidate,
        cases: touches(next.caseFiles) || touches(old.caseFiles),
        refersTo: touches(next.refersTo) || touches(old.refersTo),
      };
    }),
  );
  return {
    cases: found.flatMap(({ candidate, cases }) => (cases ? [candidate] : [])),
    dependent: found.flatMap(({ candidate, cases, refersTo }) => (refersTo && !cases ? [candidate] : [])),
  };
}

/**
 * Changed files that a check may take its argument from, or a case may show: not those that are prompts or golden cases themselves.
 * @param referred changed files that something may refer to
 * @param casesOf where the golden cases of a prompt may lie
 */
export async function findTaken(
  referred: Iterable<string>,
  touched: readonly Candidate[],
  casesOf: (path: string) => readonly string[],
  reading: Parameters<typeof readPromptSides>[1],
): Promise<readonly string[]> {
  const cases = new Set(touched.flatMap(({ path }) => casesOf(path)));
  const paths = [...referred].filter((path) => (couldBeCheckedAgainst(path) || couldBeShown(path)) && !cases.has(path));
  const prompts = new Set(touched.flatMap(({ next }) => next?.parts.map(({ file }) => file) ?? []));
  const isPrompt = await Promise.all(
    paths.map(async (path) => {
      if (!prompts.has(path)) return false;
      const read = await readPromptSides({ path, parts: [{ file: path }] }, reading);
      return read.kind === 'several' || read.side.kind === 'prompt';
    }),
  );
  return paths.filter((_, index) => isPrompt[index] !== true);
}
