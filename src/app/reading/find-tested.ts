import type { Candidate } from '../../core/detect/find-candidates.ts';
import type { PromptfooReader } from './promptfoo-reader.ts';
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
