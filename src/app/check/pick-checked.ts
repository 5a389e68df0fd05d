import { explainIdle, type FileSelector, selectFiles } from '../../core/golden-set/select-files.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import type { Report } from '../../core/report/report.ts';
import type { ChangesRead } from '../read-changes.ts';
import type { PromptsToJudge } from '../review/design-prompts.ts';

/** What was named on the command line, and the folder it was written in: from the root, with a slash at its end. */
export type NamedPrompts = { readonly written: readonly string[]; readonly folder: string };

type Picked = PromptsToJudge & { readonly notes: readonly string[] };

/** Most unguarded prompts named in one note. */
const mostNamed = 5;

/**
 * The prompts of a revision as a check asks them: each as it is, with no old side. Those that nothing guards are told in a
 * note, and are `unreviewed` where they were asked for by name, or where no prompt is guarded at all.
 * @param read every prompt of the revision, compared with itself
 * @param there files of the revision, and the globs of prompts
 * @throws ProblemError where there is no prompt, or a name names none
 */
export function pickChecked(
  read: ChangesRead,
  { written, folder }: NamedPrompts,
  there: { readonly paths: readonly string[]; readonly globs: readonly string[] },
): Picked {
  if (read.prompts.length === 0) throw new ProblemError(noPrompt);
  const selectors = selectFiles(written, folder);
  const changes = read.changes.filter((change) => isMeant([change.path, ...caseFiles(change)], selectors));
  const broken = read.broken.filter(({ path }) => isMeant([path], selectors));
  const chosen = new Set([...changes, ...broken].map(({ path }) => path));
  const unreviewed = read.unreviewed.filter(({ path }) => chosen.has(path) || isMeant([path], selectors));
  const found = [...changes.flatMap(caseFiles), ...chosen, ...unreviewed.map(({ path }) => path)];
  const [idle, ...more] = selectors
    .filter(({ selects }) => !found.some(selects))
    .map((selector) => explainIdle(selector, there));
  if (idle !== undefined) throw new ProblemError(idle, ...more);

  const unguarded = unreviewed.filter(
    ({ why }) => why === 'no-cases' || why === 'instructions' || why === 'no-checks' || why === 'format',
  );
  const isTold = written.length > 0 || (unguarded.length === read.prompts.length && broken.length === 0);
  return {
    changes: changes.map(asItIs),
    broken: broken.map((one) => ({ ...one, change: 'unchanged', diff: '' })),
    problems: read.problems,
    suiteNotes: read.suiteNotes,
    unreviewed: isTold ? unreviewed : unreviewed.filter((one) => !unguarded.includes(one)),
    notes: isTold ? [] : noteOn(unguarded),
  };
}

const noPrompt: Problem = {
  reason: 'files',
  what: 'there is no prompt here: the globs of `prompts` name none.',
  fix: 'Write `prompts: ["path/of/your/prompts/**"]` in promptgate.yml, or give `prompts`.',
};

function isMeant(paths: readonly string[], selectors: readonly FileSelector[]): boolean {
  return selectors.length === 0 || paths.some((path) => selectors.some(({ selects }) => selects(path)));
}

function caseFiles({ exam }: PromptChange): readonly string[] {
  return exam.cases.map(({ golden }) => golden.at.file);
}

function asItIs({ old: _, ...change }: PromptChange): PromptChange {
  return { ...change, change: 'unchanged', diff: '' };
}

/** What was not checked, in a sentence for each cause. */
function noteOn(unguarded: Report['unreviewed']): readonly string[] {
  const [unread, bare] = [true, false].map((wanted) => unguarded.filter(({ why }) => (why === 'format') === wanted));
  return [
    ...noteOnAlike(bare ?? [], 'has no golden cases that could be asked', 'have no golden cases that could be asked'),
    ...noteOnAlike(unread ?? [], 'is in a format that is not read', 'are in formats that are not read'),
  ];
}

function noteOnAlike(alike: Report['unreviewed'], why: string, whyAll: string): readonly string[] {
  const [first, ...others] = alike;
  if (first === undefined) return [];
  if (others.length === 0) return [`${first.path} was not checked: it ${why}.`];
  const named = alike.slice(0, mostNamed).map(({ path }) => path);
  const more = alike.length - named.length;
  const list = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
  return [`${alike.length} prompts were not checked, since they ${whyAll}: ${list}.`];
}
