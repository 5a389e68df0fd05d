import type { PortabilityReport } from '../../core/portability/portability-report.ts';
import type { Problem } from '../../core/problem.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import type { PullRequest } from '../../core/pull-request.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { formats } from '../../formats/prompts/index.ts';
import { checkKinds } from '../../scorers/index.ts';
import { type NamedPrompts, pickChecked } from '../check/pick-checked.ts';
import { readChanges } from '../read-changes.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import { setAside } from '../review/set-aside.ts';

/** The guarded prompts of a revision, and what is told beside them. */
export type Portable = {
  readonly changes: readonly PromptChange[];
  /** These, and those without golden cases: all that run on some model. */
  readonly users: readonly PromptChange[];
  readonly unreviewed: PortabilityReport['unreviewed'];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
};

/** Reads every guarded prompt of a revision as it is. @throws ProblemError */
export async function readPortable(
  pull: PullRequest,
  settings: Settings,
  named: NamedPrompts,
  { host, sandbox, held }: ReviewPorts,
): Promise<Portable> {
  const tree = await host.tree(pull.head);
  const read = await readChanges({
    host,
    pull: { ...pull, base: pull.head },
    changed: [],
    everyPrompt: true,
    settings,
    kinds: checkKinds,
    formats,
    sandbox,
    held,
  });
  const picked = pickChecked(read, named, { paths: [...tree.keys()], globs: settings.promptGlobs });
  const unguarded = new Set(picked.unreviewed.map(({ path }) => path));
  const split = picked.changes.filter(({ path }) => !unguarded.has(path)).map(setAside);
  const unreviewed = [...picked.unreviewed, ...split.flatMap((one) => one.unreviewed)];
  return {
    changes: split.map(({ change }) => change).filter(({ exam }) => exam.cases.length > 0),
    users: picked.changes,
    unreviewed: unreviewed.map(({ path, why, detail }) => ({
      path,
      why: detail === undefined ? why : `${why}: ${detail}`,
    })),
    problems: [...picked.problems, ...picked.broken.flatMap((one) => one.problems)],
    notes: picked.notes,
  };
}
