import { probabilitySlack } from './slack.ts';

/** A hypothesis of a family: its p-value and the least it could have been. */
export type Hypothesis = { readonly p: number; readonly least: number };

/** `rejected`: the threshold each rejected hypothesis was held to, by index. `first`: that of the first step; 0 where none is testable. */
export type FamilyTest = { readonly rejected: ReadonlyMap<number, number>; readonly first: number };

/**
 * Step-down test of a family of discrete tests at error rate alpha: k is the least number with
 * #{i: leastᵢ ≤ alpha/k} ≤ k; reject where pᵢ ≤ alpha/k; repeat on the rest. Hypotheses that could not be rejected
 * whatever the labels cost nothing (R. E. Tarone, Biometrics 46, 1990; S. Holm, 1979).
 * Not monotone in alpha: a larger one may reject fewer.
 */
export function taroneHolm(family: readonly Hypothesis[], alpha: number): FamilyTest {
  const rejected = new Map<number, number>();
  let first = 0;
  let alive = family.map((_, i) => i).filter((i) => (family[i]?.least ?? 1) <= alpha + probabilitySlack);
  for (let step = 0; alive.length > 0; step++) {
    const threshold = testableThreshold(
      alive.map((i) => family[i]?.least ?? 1),
      alpha,
    );
    if (threshold === 0) break;
    if (step === 0) first = threshold;
    const found = alive.filter((i) => (family[i]?.p ?? 1) <= threshold + probabilitySlack);
    if (found.length === 0) break;
    for (const i of found) rejected.set(i, threshold);
    alive = alive.filter((i) => !rejected.has(i));
  }
  return { rejected, first };
}

/** alpha/k for Tarone's k; 0 where no hypothesis could be rejected at it. */
export function testableThreshold(least: readonly number[], alpha: number): number {
  const ascending = Float64Array.from(least).sort();
  let testable = ascending.length;
  for (let k = 1; k <= ascending.length; k++) {
    while (testable > 0 && (ascending[testable - 1] ?? 0) > alpha / k + probabilitySlack) testable--;
    if (testable <= k) return testable === 0 ? 0 : alpha / k;
  }
  return 0;
}
