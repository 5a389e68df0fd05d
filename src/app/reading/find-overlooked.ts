import type { DetectionSettings } from '../../core/detect/detection-settings.ts';
import { couldBePrompt, looksLikePrompt } from '../../core/detect/looks-like-prompt.ts';
import { matchExcluded, matchPrompts } from '../../core/detect/match-prompts.ts';
import type { ChangedFile } from '../../core/pull-request.ts';
import type { CandidateOutcome, Unreviewed } from './compare-candidate.ts';
import type { RevisionFiles } from './revision-files.ts';

/** Texts that are read at most; what else lies where prompts do is told without a look into it. */
const mostRead = 100;

/**
 * Changed files that look like prompts and that no glob names, or no format takes: a review that says nothing of them
 * would say that no prompt changed. What a glob excludes with `!` is known to be left out.
 * @param outcomes what the review makes of the files that globs name, and of what else it speaks of
 */
export async function findOverlooked(
  changed: readonly ChangedFile[],
  outcomes: readonly CandidateOutcome[],
  files: RevisionFiles,
  { promptGlobs, assembled }: Pick<DetectionSettings, 'promptGlobs' | 'assembled'>,
): Promise<readonly Unreviewed[]> {
  const [isNamed, isExcluded] = [matchPrompts(promptGlobs), matchExcluded(promptGlobs)];
  const passedOver = new Set(outcomes.flatMap((one) => (one.kind === 'no-prompt' ? [one.path] : [])));
  const parts = assembled.flatMap(({ messages }) => messages.map(({ file }) => file));
  const taken = new Set([...parts, ...outcomes.flatMap(pathsOf)]);
  const possible = changed
    .map(({ path }) => path)
    .filter((path) => couldBePrompt(path) && !isExcluded(path) && files.has(path))
    .filter((path) => (isNamed(path) ? passedOver.has(path) : !taken.has(path)));
  const read = await Promise.all(
    possible.slice(0, mostRead).map(async (path) => {
      const file = await files.text(path);
      return file.kind === 'text' && looksLikePrompt(path, file.text) ? [path] : [];
    }),
  );
  return [...read.flat(), ...possible.slice(mostRead)].map((path) =>
    isNamed(path) ? { path, why: 'format', detail: 'none is known that has its shape' } : { path, why: 'no-glob' },
  );
}

/** Files that an outcome is about, or that its prompt is made of. */
function pathsOf(outcome: CandidateOutcome): readonly string[] {
  switch (outcome.kind) {
    case 'change': {
      const { path, old, new: next } = outcome.change;
      return [path, ...(old?.refersTo ?? []), ...(next?.refersTo ?? [])];
    }
    case 'unreviewed':
      return [outcome.unreviewed.path];
    case 'broken':
      return [outcome.prompt.path];
    case 'unchanged':
    case 'no-prompt':
      return [];
  }
}
