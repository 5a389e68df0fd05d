/** Verdicts, worst first. `failing` is a check's alone: a golden case fails, and there is nothing it was compared with. */
export const verdicts = ['regressed', 'invalid', 'failing', 'inconclusive', 'unreviewed', 'pass', 'skipped'] as const;
export type Verdict = (typeof verdicts)[number];

/** Verdicts that are found by asking: what they say of a commit stands, whatever becomes of later runs. */
export const settledVerdicts = ['regressed', 'failing', 'inconclusive', 'pass'] as const satisfies readonly Verdict[];
export type SettledVerdict = (typeof settledVerdicts)[number];

/** What `fail-on` names beside verdicts: prompts that had golden cases and leave. Each is `unreviewed` too. */
export const departures = ['removed', 'unrecognised'] as const;
/** What the gate is asked of. */
export type GateWord = Verdict | (typeof departures)[number];

/** The worst of several verdicts; `skipped` of none. */
export function worst(several: Iterable<GateWord>): Verdict {
  const seen = new Set(several);
  return verdicts.find((verdict) => seen.has(verdict)) ?? 'skipped';
}
