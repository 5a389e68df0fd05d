import type { Problem } from '../../core/problem.ts';
import type { ChangesRead } from '../read-changes.ts';
import type { CandidateOutcome, Unreviewed } from './compare-candidate.ts';

/** What another prompt takes in is guarded with it, unless it has golden cases of its own. */
export function withoutTemplates(outcomes: readonly CandidateOutcome[]): readonly CandidateOutcome[] {
  const included = new Set(
    outcomes.flatMap((one) =>
      one.kind === 'change' ? [one.change.old, one.change.new].flatMap((side) => side?.refersTo ?? []) : [],
    ),
  );
  return outcomes.filter(
    (one) => one.kind !== 'change' || one.unreviewed?.why !== 'no-cases' || !included.has(one.change.path),
  );
}

/** Of changes that can concern no prompt. */
export const nothingRead: ChangesRead = {
  changes: [],
  unreviewed: [],
  unfollowed: [],
  broken: [],
  problems: [],
  prompts: [],
  suiteNotes: [],
  passedOver: [],
  notes: [],
};

/** What candidates came to, each kind by path. */
export function gatherOutcomes(
  outcomes: readonly CandidateOutcome[],
  overlooked: readonly Unreviewed[],
  problems: readonly Problem[],
): Omit<ChangesRead, 'notes' | 'unfollowed'> {
  const changes = outcomes.flatMap((one) => (one.kind === 'change' ? [one.change] : []));
  const broken = outcomes.flatMap((one) => (one.kind === 'broken' ? [one.prompt] : []));
  const unreviewed = [...outcomes.flatMap((one) => ('unreviewed' in one ? (one.unreviewed ?? []) : [])), ...overlooked];
  const told = new Set(overlooked.map(({ path }) => path));
  const prompts = [...changes, ...broken, ...unreviewed].map(({ path }) => path);
  return {
    changes: changes.toSorted(byPath),
    unreviewed: unreviewed.toSorted(byPath),
    broken: broken.toSorted(byPath),
    problems,
    prompts: [...new Set(prompts)].toSorted(),
    suiteNotes: outcomes.flatMap((one) => (one.kind === 'change' ? (one.suiteNotes ?? []) : [])),
    passedOver: outcomes
      .flatMap((one) => (one.kind === 'no-prompt' && !told.has(one.path) ? [one.path] : []))
      .toSorted(),
  };
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : Number(one.path > other.path);
}
