/** Verdicts, worst first. */
export const verdicts = ['regressed', 'invalid', 'inconclusive', 'unreviewed', 'pass', 'skipped'] as const;
export type Verdict = (typeof verdicts)[number];

/** The worst of several verdicts; `skipped` of none. */
export function worst(several: Iterable<Verdict>): Verdict {
  const seen = new Set(several);
  return verdicts.find((verdict) => seen.has(verdict)) ?? 'skipped';
}
