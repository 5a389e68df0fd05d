import type { Position, Problem } from '../problem.ts';

/**
 * Something about a golden set that a reader can mend. `wrong`: a review would be `invalid` by it; `weak`: a review
 * would pass over it, and guard less than it seems.
 */
export type Finding = {
  readonly severity: 'wrong' | 'weak';
  readonly what: string;
  readonly at?: Position;
  readonly fix?: string;
};

/** A problem of a review as a finding. */
export function wrong({ reason: _, ...told }: Problem): Finding {
  return { severity: 'wrong', ...told };
}

/** What is weak, where, and how to mend it. */
export function weak(what: string, at: Position, fix?: string): Finding {
  return { severity: 'weak', what, at, ...(fix === undefined ? {} : { fix }) };
}
