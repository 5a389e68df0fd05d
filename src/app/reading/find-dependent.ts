import { casesPaths } from '../../core/cases/cases-paths.ts';
import type { Candidate } from '../../core/detect/find-candidates.ts';
import type { GoldenCasesReader } from './golden-cases-reader.ts';
import type { RevisionFiles } from './revision-files.ts';

type Dependencies = {
  readonly files: RevisionFiles;
  /** Changed files that a check may take content from. */
  readonly referred: ReadonlySet<string>;
  /** Pattern of case files. */
  readonly pattern: string;
  /** A check of the config's defaults takes content from one of them: every prompt with cases depends on it. */
  readonly byDefault: boolean;
  readonly suffixesOf: (path: string) => readonly string[];
  readonly readGolden: GoldenCasesReader;
};

/** Candidates whose golden cases take content from a changed file. Only cases that speak of its name are parsed. */
export async function findDependent(
  others: readonly Candidate[],
  { files, referred, pattern, byDefault, suffixesOf, readGolden }: Dependencies,
): Promise<readonly Candidate[]> {
  if (referred.size === 0) return [];
  const names = [...referred].map((path) => path.slice(path.lastIndexOf('/') + 1));
  const found = await Promise.all(
    others.map(async (candidate): Promise<readonly Candidate[]> => {
      for (const suffix of suffixesOf(candidate.path)) {
        const paths = casesPaths(pattern, candidate.path, suffix).filter(files.has);
        if (byDefault && paths.length > 0) return [candidate];
        const texts = await Promise.all(paths.map((path) => files.text(path)));
        if (!texts.some((file) => file.kind === 'text' && names.some((name) => file.text.includes(name)))) continue;
        const { refersTo } = await readGolden(files, { path: candidate.path, suffix, cases: [] });
        if (refersTo.some((path) => referred.has(path))) return [candidate];
      }
      return [];
    }),
  );
  return found.flat();
}
