import { type InputFlag, inputFlags } from './input-flags.ts';

/** The flags of `promptgate review`. */
export const reviewFlags: readonly InputFlag[] = inputFlags.filter(({ only }) => only === undefined);
