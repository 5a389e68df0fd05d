import { type ReviewFlag, reviewFlags } from './review-flags.ts';

/** Inputs that shape a comparison of score files; all else of a review is about asking. */
const used: ReadonlySet<string> = new Set(['config', 'name', 'fail-on']);

/** The flags of `promptgate compare`. */
export const compareFlags: readonly ReviewFlag[] = reviewFlags.filter(({ input }) => used.has(input));
