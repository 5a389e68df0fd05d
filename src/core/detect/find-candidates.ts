import { casesPaths, couldHoldCases, holdsCasesOfKey } from '../cases/cases-paths.ts';
import type { ChangedFile, Tree } from '../pull-request.ts';
import type { DetectionSettings } from './detection-settings.ts';
import { findPredecessor } from './find-predecessor.ts';
import { changedPaths } from './may-concern.ts';
import { type ConfiguredPrompt, findSources, type PromptSource } from './prompt-sources.ts';

/** A prompt by its files that changes touch; whether it is one, their content says. */
export type Candidate = {
  /** At head; at base where it is gone from head. */
  readonly path: string;
  /** At base, where it had another path there. */
  readonly previousPath?: string;
  /** A new version in a file of its own: `previousPath` is the one it succeeds, which may still be there. */
  readonly succeeds?: true;
  readonly old?: PromptSource;
  readonly next?: PromptSource;
  /** A file of its golden cases changed. */
  readonly casesChanged: boolean;
  /** A file of golden cases of one of its keys changed, where it is a map of prompts. */
  readonly keyedCasesChanged: boolean;
};

/**
 * Finds the candidates among the files of both trees.
 * @param suffixesOf what formats may cut off a prompt's file name for `{name}` in the pattern of case files.
 * @returns those that changes touch, and apart the `others` at head, which a changed file that their cases refer to
 *   may concern.
 */
export function findCandidates({
  changed,
  head,
  base,
  settings,
  configured,
  suffixesOf,
}: {
  readonly changed: readonly ChangedFile[];
  readonly head: Tree;
  readonly base: Tree;
  readonly settings: Pick<DetectionSettings, 'promptGlobs' | 'assembled' | 'casesPattern'>;
  /** Prompts that configs of promptfoo name, at head and at base. */
  readonly configured: { readonly head: readonly ConfiguredPrompt[]; readonly base: readonly ConfiguredPrompt[] };
  readonly suffixesOf: (path: string) => readonly string[];
}): { readonly touched: readonly Candidate[]; readonly others: readonly Candidate[] } {
  const paths = new Set(changedPaths(changed));
  const cameFrom = new Map(
    changed.flatMap(({ path, previousPath }) => (previousPath === undefined ? [] : [[path, previousPath]])),
  );
  const sourcesOf = (tree: Tree, named: readonly ConfiguredPrompt[]) =>
    new Map(
      findSources({ has: (path) => tree.has(path), all: tree.keys() }, settings, named).map((one) => [one.path, one]),
    );
  const [atHead, atBase] = [sourcesOf(head, configured.head), sourcesOf(base, configured.base)];
  const caseFiles = [...paths].filter((path) => couldHoldCases(settings.casesPattern, path));
  const casesTouched = (path: string): Pick<Candidate, 'casesChanged' | 'keyedCasesChanged'> => {
    const suffixes = caseFiles.length === 0 ? [] : suffixesOf(path);
    return {
      casesChanged: suffixes.some((suffix) =>
        casesPaths(settings.casesPattern, path, suffix).some((one) => paths.has(one)),
      ),
      keyedCasesChanged: suffixes.some((suffix) =>
        caseFiles.some((one) => holdsCasesOfKey(settings.casesPattern, path, suffix, one)),
      ),
    };
  };
  const isTouched = ({ old, next, casesChanged, keyedCasesChanged }: Candidate): boolean =>
    casesChanged ||
    keyedCasesChanged ||
    [...(old?.parts ?? []), ...(next?.parts ?? [])].some(({ file }) => paths.has(file));

  const heads = [...atHead.values()].map((next): Candidate => {
    const moved = cameFrom.get(next.parts[0].file);
    const renamed = moved === undefined ? undefined : (atBase.get(moved) ?? { path: moved, parts: [{ file: moved }] });
    const old = renamed ?? atBase.get(next.path);
    const found: Candidate = {
      path: next.path,
      ...(renamed !== undefined && renamed.path !== next.path && { previousPath: renamed.path }),
      ...(old !== undefined && { old }),
      next,
      ...casesTouched(next.path),
    };
    return old === undefined && isTouched(found) ? withPredecessor(found, atBase) : found;
  });
  const known = new Set(
    heads.flatMap(({ old, succeeds }) => (old === undefined || succeeds === true ? [] : [old.path])),
  );
  const gone = [...atBase.values()]
    .filter((old) => !atHead.has(old.path) && !known.has(old.path))
    .map((old): Candidate => ({ path: old.path, old, casesChanged: false, keyedCasesChanged: false }))
    .filter(isTouched);
  return { touched: [...heads.filter(isTouched), ...gone], others: heads.filter((one) => !isTouched(one)) };
}

/** A new file that succeeds another by its name is compared with that one. */
function withPredecessor(candidate: Candidate, atBase: ReadonlyMap<string, PromptSource>): Candidate {
  const path = findPredecessor(candidate.path, atBase.keys());
  const old = path === undefined ? undefined : atBase.get(path);
  return old === undefined ? candidate : { ...candidate, previousPath: old.path, old, succeeds: true };
}
