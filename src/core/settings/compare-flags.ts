import { type InputFlag, inputFlags } from './input-flags.ts';

/** Inputs that shape a comparison of score files; all else of a review is about asking. */
const used: ReadonlySet<string> = new Set(['config', 'name', 'fail-on', 'columns']);

/** The flags of `promptgate compare`. */
export const compareFlags: readonly InputFlag[] = inputFlags.filter(({ input }) => used.has(input));
