import { couldBeCheckedAgainst } from '../../core/detect/file-names.ts';
import type { Candidate } from '../../core/detect/find-candidates.ts';
import { readPromptSides } from './read-prompt-sides.ts';

/**
 * Changed files that a check may take its argument from: not those that are prompts or golden cases themselves.
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
  const paths = [...referred].filter((path) => couldBeCheckedAgainst(path) && !cases.has(path));
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
