import type { ReadCandidate } from './compare-candidate.ts';

/** Golden cases that are named of those that a prompt leaves behind. */
const mostNamed = 10;

/** The golden cases that a prompt leaves behind, in words; `undefined` where it had none. */
export function wordOrphaned({ cases: { old, tip } }: Pick<ReadCandidate, 'cases'>): string | undefined {
  const ids = [
    ...new Set([old, ...(tip === undefined ? [] : [tip])].flatMap(({ cases }) => cases.map(({ id }) => id))),
  ];
  if (ids.length === 0) return old.problems.length > 0 ? 'its golden cases at base cannot be read' : undefined;
  const named = ids.slice(0, mostNamed);
  const more = ids.length - named.length;
  const [noun, run] = ids.length === 1 ? ['case', 'runs'] : ['cases', 'run'];
  return `the golden ${noun} ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''} no longer ${run}`;
}
