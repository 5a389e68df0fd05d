import type { NamedPrompt } from './read-config.ts';
import type { SuiteCase } from './read-test.ts';

/**
 * The cases of a config that are for the prompt at `path`, by its key where the config itself holds it. A case that selects prompts does so by their labels or ids
 * (a prompt without either goes by its path), groups (`support` for `support:formal`) and names that end in `*` included.
 */
export function selectCases(
  cases: readonly SuiteCase[],
  prompts: readonly NamedPrompt[],
  path: string,
  key?: string,
): readonly SuiteCase[] {
  const named = prompts.filter(
    (prompt) => prompt.path === path && (prompt.held === undefined || prompt.held.key === key),
  );
  if (named.length === 0) return [];
  const names = named.flatMap((prompt) => prompt.names);
  const isMeant = (wanted: string): boolean =>
    names.some((name) =>
      wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted || name.startsWith(`${wanted}:`),
    );
  return cases.filter((golden) => golden.prompts === undefined || golden.prompts.some(isMeant));
}
