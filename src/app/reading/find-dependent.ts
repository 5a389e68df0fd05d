import { casesPaths, findCasesOfKeys } from '../../core/cases/cases-paths.ts';
import type { CheckKinds } from '../../core/check-kind.ts';
import { couldBeShown, couldMention, fileNames } from '../../core/detect/file-names.ts';
import type { Candidate } from '../../core/detect/find-candidates.ts';
import type { Format } from '../../formats/prompts/types.ts';
import type { GoldenCasesReader } from './golden-cases-reader.ts';
import type { LookThrough } from './look-through.ts';
import { besideOf, readGoldenAtHead } from './read-subjects.ts';
import type { RevisionFiles } from './revision-files.ts';

type Dependencies = {
  readonly files: { readonly old: RevisionFiles; readonly next: RevisionFiles };
  readonly formats: readonly Format[];
  readonly kinds: CheckKinds;
  /** Changed files that a check may take its argument from, or a case may show. */
  readonly taken: readonly string[];
  /** Pattern of case files. */
  readonly pattern: string;
  /** A check of the config's defaults takes content from one of them: every prompt with cases depends on it. */
  readonly byDefault: boolean;
  readonly suffixesOf: (path: string) => readonly string[];
  readonly readGolden: GoldenCasesReader;
  readonly lookThrough: LookThrough;
};

/** A candidate and the files at head that hold golden cases of it: those that do, and those that may, as its text says. */
type Owner = { readonly candidate: Candidate; readonly cases: readonly string[]; readonly possible: readonly string[] };

/**
 * Candidates whose golden cases take content from a changed file. Which of them speak of its name, the index knows or a
 * look through the texts; those alone are read, and whether they do take content from it, they say themselves.
 */
export async function findDependent(
  others: readonly Candidate[],
  dependencies: Dependencies,
): Promise<readonly Candidate[]> {
  const { files, taken, byDefault, lookThrough } = dependencies;
  if (taken.length === 0) return [];
  const owners = findOwners(others, dependencies);
  const certain = byDefault ? owners.filter(({ cases }) => cases.length > 0) : [];
  const open = owners.filter((owner) => !certain.includes(owner));
  const paths = [...new Set(open.flatMap(({ cases, possible }) => [...cases, ...possible]))];
  const speaking = byDefault ? new Set(paths) : await findSpeaking(paths, taken, files.next, lookThrough);
  const likely = open.filter(({ cases, possible }) => [...cases, ...possible].some((path) => speaking.has(path)));
  if (likely.length > 0)
    files.next.expect([
      ...taken.filter((path) => !couldBeShown(path)),
      ...likely.flatMap(({ candidate, cases }) => [...filesIn(candidate), ...cases]),
    ]);
  const found = await Promise.all(
    likely.map(async ({ candidate }): Promise<readonly Candidate[]> => {
      const read = await readGoldenAtHead(candidate, dependencies);
      return read.some(({ refersTo }) => refersTo.some((path) => taken.includes(path))) ? [candidate] : [];
    }),
  );
  return [...certain.map(({ candidate }) => candidate), ...found.flat()];
}

function findOwners(
  candidates: readonly Candidate[],
  { files: { next: files }, pattern, suffixesOf, formats }: Dependencies,
): readonly Owner[] {
  const sorted = [...files.paths()].toSorted();
  return candidates.flatMap((candidate): readonly Owner[] => {
    const { path, next } = candidate;
    const ends = suffixesOf(path);
    const places = [...ends.map((suffix) => ({ path, suffix })), ...(besideOf(next, formats).beside ?? [])];
    const cases = places.flatMap((place) => casesPaths(pattern, place.path, place.suffix).filter(files.has));
    const keyed = ends.flatMap((suffix) => findCasesOfKeys(pattern, path, suffix, sorted));
    const own = filesIn(candidate).filter((file) => files.has(file) && mayHoldCases(file, formats));
    const possible = [...new Set([...keyed, ...own])];
    return cases.length + possible.length === 0 ? [] : [{ candidate, cases: [...new Set(cases)], possible }];
  });
}

function filesIn({ next }: Candidate): readonly string[] {
  return next?.parts.map(({ file }) => file) ?? [];
}

function mayHoldCases(path: string, formats: readonly Format[]): boolean {
  return formats.some((format) => format.mayHoldCases?.(path) === true);
}

/** Files that speak of one of the names, as far as can be told without parsing them. */
async function findSpeaking(
  paths: readonly string[],
  taken: readonly string[],
  files: RevisionFiles,
  lookThrough: LookThrough,
): Promise<ReadonlySet<string>> {
  const { mentions, unread } = await lookThrough(paths, fileNames, files);
  const speaking = [...mentions].filter(([, { names }]) => taken.some((path) => couldMention(names, path)));
  return new Set([...unread, ...speaking.map(([path]) => path)]);
}
