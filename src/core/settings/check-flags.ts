import { type InputFlag, inputFlags } from './input-flags.ts';

/** Inputs that say which cases there are, and whom to ask within what limits: nothing is sampled or gated here. */
const used: ReadonlySet<string> = new Set([
  'config',
  'prompts',
  'models',
  'base-url',
  'tags',
  'concurrency',
  'max-calls',
  'max-cost',
  'timeout',
]);

/** The flags of `promptgate cases check`. */
export const checkFlags: readonly InputFlag[] = inputFlags.filter(({ input }) => used.has(input));
