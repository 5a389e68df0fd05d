import { logChoose } from '../statistics/exact-chances.ts';
import type { Moments } from './baseline.ts';

/** Shares of its usual pass rate that a broken case may be left with. */
const fallsTo = [0.1, 0.5, 0.75] as const;
/** Quantile of the usual rate's posterior that stands for it: of a case that was seen a few times only, little is known. */
const caution = 0.2;
/** A case that hardly ever passed cannot be seen to fall. */
const leastRate = 0.02;

/** The mean over all cases at which they are in alarm: once in about as many steady runs, before fresh replies are asked. */
export const casesAlarmAt = 100;

/** How strongly the replies to a case speak for a fall at some run until now, against none: a statistic for each share that is left. */
export type CaseEvidence = readonly number[];

export const noEvidence: CaseEvidence = fallsTo.map(() => 0);

export function meanEvidence(evidence: CaseEvidence): number {
  return evidence.reduce((sum, one) => sum + one, 0) / evidence.length;
}

/**
 * S = (1 + S)·L, L the likelihood ratio of this run's replies (A. N. Shiryaev 1963; S. W. Roberts 1966). Scores between 0 and 1 are
 * taken as so much of a pass: L's mean is then still at most 1 while nothing changed, since it is convex in the score.
 * @param usual its score or passes in the baseline, 0–1
 */
export function addEvidence(evidence: CaseEvidence, values: readonly number[], usual: Moments): CaseEvidence {
  const passes = values.reduce((sum, value) => sum + value, 0);
  const fails = values.length - passes;
  const before = usual.mean * usual.count;
  const rate = Math.max(
    leastRate,
    betaQuantile(Math.floor(before + 1e-9) + 1, usual.count - Math.floor(before + 1e-9) + 1),
  );
  return evidence.map((held, at) => {
    const left = (fallsTo[at] ?? 1) * rate;
    const ratio = Math.exp(passes * Math.log(left / rate) + fails * Math.log((1 - left) / (1 - rate)));
    return Math.min(1e12, (1 + held) * ratio);
  });
}

const known = new Map<string, number>();

/** Lower quantile of a Beta distribution with whole parameters, by its identity with the binomial's tail. */
function betaQuantile(a: number, b: number): number {
  const name = `${a}/${b}`;
  const held = known.get(name);
  if (held !== undefined) return held;
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (atLeast(a, a + b - 1, middle) < caution) low = middle;
    else high = middle;
  }
  known.set(name, low);
  return low;
}

/** P(X ≥ k) of a binomial with n trials at rate p in (0, 1). */
function atLeast(k: number, n: number, p: number): number {
  let sum = 0;
  for (let i = k; i <= n; i++) sum += Math.exp(logChoose(n, i) + i * Math.log(p) + (n - i) * Math.log1p(-p));
  return sum;
}
