import { couldHoldCases } from '../cases/cases-paths.ts';
import { isJinjaFile } from '../prompt-file/kind-of-prompt-file.ts';
import type { ChangedFile } from '../pull-request.ts';
import type { DetectionSettings } from './detection-settings.ts';
import { couldBeReferredTo } from './file-names.ts';
import { couldBePrompt } from './looks-like-prompt.ts';
import { matchExcluded, matchPrompts } from './match-prompts.ts';

/** A program that makes prompts, by its name or its place beside a config of promptfoo: nothing of it is run, and that is said. */
const promptScript = /(?:prompt|(?:^|\/)evals?\/)[^/]*\.(?:py|[cm]?[jt]s)$/iu;

/**
 * Whether changes could concern any prompt at all, by their paths alone: a prompt, what may be one although no glob
 * names it, a template, a file of golden cases, or a file that such a case may refer to. If not, no tree need be read.
 */
export function mayConcern(
  changed: readonly ChangedFile[],
  settings: Pick<DetectionSettings, 'promptGlobs' | 'assembled' | 'casesPattern'>,
): boolean {
  const [isPrompt, isExcluded] = [matchPrompts(settings.promptGlobs), matchExcluded(settings.promptGlobs)];
  const parts = new Set(settings.assembled.flatMap(({ messages }) => messages.map(({ file }) => file)));
  return changedPaths(changed).some(
    (path) =>
      parts.has(path) ||
      isPrompt(path) ||
      couldBeReferredTo(path) ||
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
