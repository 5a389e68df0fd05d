import { casesPaths } from '../cases/cases-paths.ts';
import type { ChangedFile, Tree } from '../pull-request.ts';
import type { DetectionSettings } from './detection-settings.ts';
import { matchPrompts } from './match-prompts.ts';
import { changedPaths } from './may-concern.ts';

/** A file that the globs take for a prompt and that changes touch; whether it is one, its content says. */
export type Candidate = {
  /** At head; at base where it is gone from head. */
  readonly path: string;
  /** At base, where it had another path there. */
  readonly previousPath?: string;
  readonly atHead: boolean;
  readonly atBase: boolean;
  /** A file of its golden cases changed. */
  readonly casesChanged: boolean;
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
  suffixesOf,
}: {
  readonly changed: readonly ChangedFile[];
  readonly head: Tree;
  readonly base: Tree;
  readonly settings: Pick<DetectionSettings, 'promptGlobs' | 'casesPattern'>;
  readonly suffixesOf: (path: string) => readonly string[];
}): { readonly touched: readonly Candidate[]; readonly others: readonly Candidate[] } {
  const isPrompt = matchPrompts(settings.promptGlobs);
  const paths = new Set(changedPaths(changed));
  const cameFrom = new Map(
    changed.flatMap(({ path, previousPath }) => (previousPath === undefined ? [] : [[path, previousPath]])),
  );
  const casesTouched = (path: string): boolean =>
    suffixesOf(path).some((suffix) => casesPaths(settings.casesPattern, path, suffix).some((one) => paths.has(one)));

  const atHead = [...head.keys()].filter(isPrompt).map((path): Candidate & { readonly own: boolean } => {
    const previousPath = cameFrom.get(path);
    return {
      path,
      ...(previousPath !== undefined && { previousPath }),
      atHead: true,
      atBase: base.has(previousPath ?? path),
      casesChanged: casesTouched(path),
      own: paths.has(path),
    };
  });
  const moved = new Set(atHead.flatMap(({ previousPath }) => previousPath ?? []));
  const gone = [...paths].filter((path) => base.has(path) && !head.has(path) && isPrompt(path) && !moved.has(path));
  const touched = atHead.filter(({ own, casesChanged }) => own || casesChanged);
  return {
    touched: [
      ...touched.map(toCandidate),
      ...gone.map((path) => ({ path, atHead: false, atBase: true, casesChanged: false })),
    ],
    others: atHead.filter(({ own, casesChanged }) => !own && !casesChanged).map(toCandidate),
  };
}

function toCandidate({ own: _, ...candidate }: Candidate & { readonly own: boolean }): Candidate {
  return candidate;
}
