import type { DetectionSettings } from '../../core/detect/find-candidates.ts';
import {
  addressesModel,
  couldAddressModel,
  couldBePrompt,
  couldHoldPrompt,
  holdsPrompt,
  looksLikePrompt,
} from '../../core/detect/looks-like-prompt.ts';
import { matchExcluded, matchPrompts } from '../../core/detect/prompt-globs.ts';
import { showPosition } from '../../core/problem.ts';
import type { ChangedFile } from '../../core/pull-request.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
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
  // One of several in a file goes by the file.
  const taken = new Set([...parts, ...outcomes.flatMap(pathsOf)].map((path) => path.split('#', 1)[0] ?? path));
  const possible = changed
    .map(({ path }) => path)
    .filter(
      (path) =>
        (couldBePrompt(path) || couldHoldPrompt(path) || couldAddressModel(path)) &&
        !isExcluded(path) &&
        files.has(path),
    )
    .filter((path) => (isNamed(path) ? passedOver.has(path) : !taken.has(path)))
    // Where many changed, those that lie where prompts do are read first.
    .toSorted((a, b) => Number(couldBePrompt(b)) - Number(couldBePrompt(a)));
  const read = await Promise.all(
    possible.slice(0, mostRead).map(async (path) => {
      const file = await files.text(path);
      if (file.kind !== 'text') return [];
      const looks =
        looksLikePrompt(path, file.text) ||
        holdsPrompt(path, file.text) ||
        (couldAddressModel(path) && addressesModel(file.text));
      return looks ? [{ path, text: file.text }] : [];
    }),
  );
  const rest = possible.slice(mostRead).filter(couldBePrompt);
  return [...read.flat(), ...rest.map((path) => ({ path, text: '' }))].map(({ path, text }) =>
    isNamed(path) ? { path, why: 'format', detail: whyNotRead(path, text) } : { path, why: 'no-glob' },
  );
}

/** What keeps a file that looks like a prompt from being read as one. */
function whyNotRead(path: string, text: string): string {
  const read = /\.(?:ya?ml|json)$/iu.test(path) ? readYaml(text, path, { line: 1 }, 'last') : undefined;
  return read?.kind === 'broken'
    ? `${showPosition(read.problems[0].at ?? { file: path })}: ${read.problems[0].what.replace(/\.$/u, '')}`
    : 'none is known that has its shape';
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
