import { couldHoldCases } from '../cases/cases-paths.ts';
import { isJinjaFile } from '../prompt-file/kind-of-prompt-file.ts';
import type { ChangedFile } from '../pull-request.ts';
import { couldBeCheckScript, couldBeReferredTo, couldBeShown } from './file-names.ts';
import type { DetectionSettings } from './find-candidates.ts';
import { isWatched } from './find-unfollowed.ts';
import { couldBePrompt, isDocumentName } from './looks-like-prompt.ts';
import { defaultPromptGlobs, matchAgents, matchExcluded, matchPrompts } from './prompt-globs.ts';

/** A program that makes prompts, by its name or its place beside a config of promptfoo: nothing of it is run, and that is said. */
const promptScript = /(?:prompt|(?:^|\/)evals?\/)[^/]*\.(?:py|[cm]?[jt]s)$/iu;

/**
 * Whether changes could concern any prompt at all, by their paths alone: a prompt, what may be one although no glob
 * names it, a template, a file of golden cases, or a file that a prompt or such a case may
 * refer to. If not, no tree need be read.
 */
export function mayConcern(
  changed: readonly ChangedFile[],
  settings: Pick<DetectionSettings, 'promptGlobs' | 'assembled' | 'agentGlobs' | 'casesPattern' | 'watch'>,
): boolean {
  const [isPrompt, isExcluded] = [matchPrompts(settings.promptGlobs), matchExcluded(settings.promptGlobs)];
  const isInstruction = matchAgents(settings.agentGlobs);
  const parts = new Set(settings.assembled.flatMap(({ messages }) => messages.map(({ file }) => file)));
  return changedPaths(changed).some(
    (path) =>
      parts.has(path) ||
      isPrompt(path) ||
      isInstruction(path) ||
      isWatched(path, settings.watch ?? []) ||
      couldBeReferredTo(path) ||
      couldBeShown(path) ||
      couldBeCheckScript(path) ||
      couldHoldCases(settings.casesPattern, path) ||
      promptScript.test(path) ||
      isJinjaFile(path) ||
      (couldBePrompt(path) && !isExcluded(path)),
  );
}

/** Every path that changes touch, on either side. */
export function changedPaths(changed: readonly ChangedFile[]): readonly string[] {
  return changed.flatMap(({ path, previousPath }) => (previousPath === undefined ? [path] : [path, previousPath]));
}

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
