import { casesPaths } from '../../core/cases/cases-paths.ts';
import { couldMention, fileNames } from '../../core/detect/file-names.ts';
import type { Candidate } from '../../core/detect/find-candidates.ts';
import type { GoldenCasesReader } from './golden-cases-reader.ts';
import { lookThrough, type OpenIndex } from './look-through.ts';
import type { RevisionFiles } from './revision-files.ts';

type Dependencies = {
  readonly files: RevisionFiles;
  /** Changed files that a check may take its argument from. */
  readonly taken: readonly string[];
  /** Pattern of case files. */
  readonly pattern: string;
  /** A check of the config's defaults takes content from one of them: every prompt with cases depends on it. */
  readonly byDefault: boolean;
  readonly suffixesOf: (path: string) => readonly string[];
  readonly readGolden: GoldenCasesReader;
  readonly openIndex: OpenIndex;
};

/**
 * Candidates whose golden cases take content from a changed file. Which of them speak of its name, the index knows or a
 * look through the texts; those alone are read, and whether they do take content from it, they say themselves.
 */
export async function findDependent(
  others: readonly Candidate[],
  { files, taken, pattern, byDefault, suffixesOf, readGolden, openIndex }: Dependencies,
): Promise<readonly Candidate[]> {
  if (taken.length === 0) return [];
  const owners = others.flatMap((candidate) =>
    suffixesOf(candidate.path).map((suffix) => ({
      candidate,
      suffix,
      paths: casesPaths(pattern, candidate.path, suffix).filter(files.has),
    })),
  );
  if (byDefault) return distinct(owners.flatMap(({ candidate, paths }) => (paths.length > 0 ? [candidate] : [])));
  const paths = [...new Set(owners.flatMap((owner) => owner.paths))];
  const speaking = await findSpeaking(paths, taken, files, openIndex);
  const likely = owners.filter((owner) => owner.paths.some((path) => speaking.has(path)));
  if (likely.length > 0)
    files.expect([...taken, ...likely.flatMap(({ candidate, paths }) => [candidate.path, ...paths])]);
  const found = await Promise.all(
    likely.map(async ({ candidate, suffix }): Promise<readonly Candidate[]> => {
      const { refersTo } = await readGolden(files, { path: candidate.path, suffix, cases: [] });
      return refersTo.some((path) => taken.includes(path)) ? [candidate] : [];
    }),
  );
  return distinct(found.flat());
}

/** Files that speak of one of the names, as far as can be told without parsing them. */
async function findSpeaking(
  paths: readonly string[],
  taken: readonly string[],
  files: RevisionFiles,
  openIndex: OpenIndex,
): Promise<ReadonlySet<string>> {
  const { mentions, unread } = await lookThrough(paths, fileNames, files, openIndex);
  const speaking = [...mentions].filter(([, { names }]) => taken.some((path) => couldMention(names, path)));
  return new Set([...unread, ...speaking.map(([path]) => path)]);
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Set(candidates)];
}
