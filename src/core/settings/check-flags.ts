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

/** Inputs that say which cases there are, and how they are sampled. */
const measured: ReadonlySet<string> = new Set([
  'config',
  'prompts',
  'models',
  'base-url',
  'tags',
  'sampling',
  'trials',
]);

/** The flags of `promptgate cases check`. */
export const checkFlags: readonly InputFlag[] = inputFlags.filter(({ input }) => used.has(input));

/** The flags of `promptgate gate`, which reads what is kept and asks nothing. */
export const gateFlags: readonly InputFlag[] = inputFlags.filter(({ input }) => measured.has(input));

/** Inputs that say how a sample of logged calls is judged. */
const judging: ReadonlySet<string> = new Set([
  'config',
  'prompts',
  'base-url',
  'judge',
  'concurrency',
  'max-calls',
  'max-cost',
  'timeout',
  'fail-on',
]);

/** The flags of `promptgate monitor`; but for `config` and `fail-on` they are of what judges a sample, where the config wants one judged. */
export const monitorFlags: readonly InputFlag[] = inputFlags.filter(({ input }) => judging.has(input));

/** The flags of `promptgate drift`: how it samples, its config says. */
export const driftFlags: readonly InputFlag[] = inputFlags.filter(
  ({ input }) => used.has(input) || input === 'judge' || input === 'fail-on',
);
