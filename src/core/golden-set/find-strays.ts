import { couldHoldCases } from '../cases/cases-paths.ts';
import { suggestNearest } from '../suggest-nearest.ts';
import { type Finding, weak } from './finding.ts';

const ending = /(?:\.cases)?\.(?:ya?ml|jsonl?|csv)$/u;

/** Files of golden cases that belong to no prompt: nobody would ask them. */
export function findStrays({
  paths,
  pattern,
  owned,
  unguarded,
  isExcluded,
}: {
  readonly paths: Iterable<string>;
  /** Pattern of case files. */
  readonly pattern: string;
  /** Files that some prompt's cases are looked for in. */
  readonly owned: ReadonlySet<string>;
  /** Where the cases of prompts that have none would be. */
  readonly unguarded: readonly string[];
  readonly isExcluded: (path: string) => boolean;
}): readonly Finding[] {
  const byFolder = Map.groupBy(unguarded, folderOf);
  const isCasesFile = isCasesFileBy(pattern);
  return [...paths]
    .filter((path) => isCasesFile(path) && !owned.has(path) && !isExcluded(path))
    .map((path) => {
      // Each prompt's cases may end in several ways: the one meant ends as this file does.
      const end = path.slice(path.lastIndexOf('.'));
      const free = byFolder.get(folderOf(path))?.filter((one) => one.endsWith(end)) ?? [];
      const nearest = suggestNearest(stemOf(path), free.map(stemOf));
      const meant = free.find((one) => stemOf(one) === nearest);
      const fix =
        meant === undefined
          ? `Cases are looked for by the pattern \`${pattern}\`: name the file after its prompt, or remove it.`
          : `Did it mean \`${meant}\`?`;
      return weak('These golden cases belong to no prompt: nobody asks them.', { file: path }, fix);
    });
}

/** A file is one by its name, or by a pattern that says more than that any file of the folder may be one. */
function isCasesFileBy(pattern: string): (path: string) => boolean {
  const said = pattern.replaceAll(/\{(?:dir|name)\}/gu, '').replace(/\.[a-z]+$/u, '');
  const tells = /[\p{L}\p{N}]/u.test(said);
  return (path) =>
    !/(?:^|\/)node_modules\//u.test(path) &&
    (/[^/]\.cases\.(?:ya?ml|jsonl?|csv)$/u.test(path) || (tells && couldHoldCases(pattern, path)));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(ending, '');
}
