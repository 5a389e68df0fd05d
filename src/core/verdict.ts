/** Verdicts, worst first. `failing` is a check's alone: a golden case fails, and there is nothing it was compared with. */
export const verdicts = ['regressed', 'invalid', 'failing', 'inconclusive', 'unreviewed', 'pass', 'skipped'] as const;
export type Verdict = (typeof verdicts)[number];

/** The worst of several verdicts; `skipped` of none. */
export function worst(several: Iterable<Verdict>): Verdict {
  const seen = new Set(several);
  return verdicts.find((verdict) => seen.has(verdict)) ?? 'skipped';
}
