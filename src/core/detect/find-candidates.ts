import { casesPaths, couldHoldCases, holdsCasesOfKey } from '../cases/cases-paths.ts';
import type { ExamPolicy } from '../exam/compare-exams.ts';
import type { Json } from '../json.ts';
import type { Position } from '../problem.ts';
import type { ChangedFile, Tree, TreeEntry } from '../pull-request.ts';
import type { PromptRules } from '../settle-prompts.ts';
import { findPredecessor } from './find-predecessor.ts';
import type { WatchRule } from './find-unfollowed.ts';
import { changedPaths } from './may-concern.ts';
import { type ConfiguredPrompt, findSources, type PromptSource, type SourceSettings } from './prompt-sources.ts';

/** The settings that decide which files are prompts, which are their golden cases, and what their exam is. */
export type DetectionSettings = PromptRules &
  SourceSettings & {
    /** Pattern of case files with `{dir}` and `{name}`. */
    readonly casesPattern: string;
    /** Checks of every case, as written, with their places. */
    readonly defaultChecks: readonly { readonly value: Json; readonly at: Position }[];
    readonly examChanges: ExamPolicy;
    /** The team's own scorers by name. */
    readonly scorers?: ReadonlyMap<string, unknown>;
    /** Only cases with one of these; empty: all. */
    readonly tags: readonly string[];
    /** Code whose change is unreviewed until the snapshots of what it renders follow. */
    readonly watch?: readonly WatchRule[];
    /** What is asked, and which of it are the team's own applications. */
    readonly models?: readonly { readonly provider: string }[];
    readonly applications?: ReadonlyMap<string, unknown>;
  };

/** A prompt by its files that changes touch; whether it is one, their content says. */
export type Candidate = {
  /** At head; at base where it is gone from head. */
  readonly path: string;
  /** At base, where it had another path there. */
  readonly previousPath?: string;
  /** A new version in a file of its own: `previousPath` is the one it succeeds, which may still be there. */
  readonly succeeds?: true;
  /** It was a prompt at base, and nothing takes its file for one any more. */
  readonly unnamed?: true;
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
  readonly settings: Pick<DetectionSettings, 'promptGlobs' | 'assembled' | 'agentGlobs' | 'casesPattern'>;
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
  const gone = [...atBase.values()].filter((old) => !atHead.has(old.path) && !known.has(old.path));
  const movedTo = new Map([...cameFrom].map(([path, previousPath]) => [previousPath, path]));
  const { taken, left } = takeOver(heads, gone, (file) => movedTo.get(file) ?? file);
  const leaving = left.map((old) => followOut(old, (file) => movedTo.get(file) ?? file, head));
  return {
    touched: [...taken.filter(isTouched), ...leaving],
    others: taken.filter((one) => !isTouched(one)),
  };
}

/** A prompt that is gone may be part of another now: of those without an old side, the one that holds a file of it succeeds it. */
function takeOver(
  heads: readonly Candidate[],
  gone: readonly PromptSource[],
  now: (file: string) => string,
): { readonly taken: readonly Candidate[]; readonly left: readonly PromptSource[] } {
  const heirs = new Map<Candidate, PromptSource>();
  const left = gone.filter((old) => {
    const files = new Set(old.parts.map(({ file }) => now(file)));
    const heir = heads.find(
      (one) =>
        (one.old === undefined || one.succeeds === true) &&
        !heirs.has(one) &&
        one.next?.parts.some(({ file }) => files.has(file)) === true,
    );
    if (heir !== undefined) heirs.set(heir, old);
    return heir === undefined;
  });
  const taken = heads.map((one): Candidate => {
    const old = heirs.get(one);
    if (old === undefined) return one;
    const { succeeds: _, ...rest } = one;
    return { ...rest, previousPath: old.path, old };
  });
  return { taken, left };
}

/** A prompt that nothing at head takes for one: it is followed to where its file is now, were that behind a link. */
function followOut(old: PromptSource, now: (file: string) => string, head: Tree): Candidate {
  const first = now(old.parts[0].file);
  const gone = { path: old.path, old, casesChanged: true, keyedCasesChanged: false };
  if (!head.has(first) && findLink(head, first) === undefined) return gone;
  const path = old.path === old.parts[0].file ? first : old.path;
  const [part, ...parts] = old.parts;
  const { held: _, ...source } = old;
  const moved = (one: typeof part): typeof part => ({ ...one, file: now(one.file) });
  return {
    ...gone,
    path,
    ...(path !== old.path && { previousPath: old.path }),
    next: { ...source, path, parts: [moved(part), ...parts.map(moved)] },
    unnamed: true,
  };
}

/** A new file that succeeds another by its name is compared with that one. */
function withPredecessor(candidate: Candidate, atBase: ReadonlyMap<string, PromptSource>): Candidate {
  const path = findPredecessor(candidate.path, atBase.keys());
  const old = path === undefined ? undefined : atBase.get(path);
  return old === undefined ? candidate : { ...candidate, previousPath: old.path, old, succeeds: true };
}

/** The link or submodule that stands where a path has a folder; what lies behind it is not of this tree. */
export function findLink(tree: Pick<Tree, 'get'>, path: string): TreeEntry | undefined {
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    const entry = tree.get(path.slice(0, slash));
    if (entry !== undefined && entry.mode !== 'file') return entry;
  }
  return undefined;
}
