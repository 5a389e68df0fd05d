/** A scorer of the config: a program, started for each reply or once (`serve`), or a service. */
export type ScorerSource =
  | { readonly command: readonly [string, ...string[]]; readonly serve?: true }
  | { readonly url: string };

/** Bounds on one run of a scorer. */
export type ScorerLimits = {
  readonly timeoutMs: number;
  /** Most bytes it may answer. */
  readonly answerBytes: number;
};

export const scorerLimits: ScorerLimits = { timeoutMs: 60_000, answerBytes: 1_000_000 };
