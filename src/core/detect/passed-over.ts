import { defaultPromptGlobs } from './default-prompt-globs.ts';
import { isDocumentName } from './looks-like-prompt.ts';

const mostNamed = 5;

/** Whether globs are a team's own, who then means what they name. */
export function areOwnGlobs(globs: readonly string[]): boolean {
  return globs.length !== defaultPromptGlobs.length || globs.some((glob, index) => glob !== defaultPromptGlobs[index]);
}

/**
 * Changed files that a team's own globs name and that are no prompt by their content, in words. The default globs name
 * whole folders, where other files lie too; so do READMEs, whoever's the globs are.
 */
export function wordPassedOver(paths: readonly string[], globs: readonly string[]): string | undefined {
  const told = areOwnGlobs(globs) ? paths.filter((path) => !isDocumentName(path)) : [];
  if (told.length === 0) return undefined;
  const named = told.slice(0, mostNamed).map((path) => `\`${path}\``);
  const more = told.length > mostNamed ? ` and ${told.length - mostNamed} more` : '';
  const one = told.length === 1;
  return `${named.join(', ')}${more} ${one ? 'is' : 'are'} named by \`prompts\`, and no prompt${one ? '' : 's'} by ${one ? 'its' : 'their'} content`;
}
