import { randomBelow, seededRandom } from '../statistics/random.ts';

/** A case's replies of the baseline and the fresh ones, as worse as they are low. */
export type Held = { readonly id: string; readonly usual: readonly number[]; readonly fresh: readonly number[] };

/** What fresh replies say of an alarm. `cases`: those that fell by themselves. */
export type Confirmation = {
  readonly confirmed: boolean;
  /** The least p-value, one-sided for "worse", and what it was held to. */
  readonly p: number;
  readonly alpha: number;
  readonly cases: readonly string[];
  readonly replies: number;
};

/** Chance of confirming an alarm in which nothing changed. */
export const confirmingAlpha = 0.01;
/** The latest replies of the baseline that are compared. */
const mostUsual = 40;
const draws = 9_999;

/**
 * One look at fresh replies against those of the baseline: all cases together, and each of the suspected ones, which share the level
 * by Holm's rule (1979). Labels are permuted inside each case (E. J. G. Pitman 1937), p = (1 + #{T* ≤ T})/(draws + 1). The alarm
 * came of other replies, so that whatever it made suspect, the level is the look's own.
 * @param suspected ids of cases; none: the suite alone is tested
 * @param alpha level of the look, over suite and cases
 */
export function confirmAlarm(
  held: readonly Held[],
  suspected: readonly string[],
  isSuite: boolean,
  alpha = confirmingAlpha,
): Confirmation {
  const compared = held
    .filter(({ usual, fresh }) => usual.length > 0 && fresh.length > 0)
    .map((one) => ({ ...one, usual: one.usual.slice(-mostUsual) }));
  const tests = [
    ...(isSuite ? [{ id: undefined, p: testLower(compared, 1) }] : []),
    ...compared
      .filter(({ id }) => suspected.includes(id))
      .map((one, at) => ({ id: one.id, p: testLower([one], at + 2) })),
  ].toSorted((a, b) => a.p - b.p);
  const rejected: { readonly id: string | undefined }[] = [];
  for (const [at, test] of tests.entries()) {
    if (test.p > alpha / (tests.length - at)) break;
    rejected.push(test);
  }
  return {
    confirmed: rejected.length > 0,
    p: tests[0]?.p ?? 1,
    alpha,
    cases: rejected.flatMap(({ id }) => (id === undefined ? [] : [id])),
    replies: compared.reduce((sum, { fresh }) => sum + fresh.length, 0),
  };
}

/** P(T* ≤ T) for T the sum over cases of the mean of their fresh replies. */
function testLower(cases: readonly Held[], seed: number): number {
  const pools = cases
    .map(({ usual, fresh }) => ({ size: fresh.length, values: Float64Array.from([...fresh, ...usual]) }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
  if (pools.length === 0) return 1;
  const observed = pools.reduce((sum, pool) => sum + meanOfFirst(pool), 0);
  const random = seededRandom([seed, pools.length]);
  let atMost = 0;
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    for (const pool of pools) {
      shuffleFirst(pool, random);
      sum += meanOfFirst(pool);
    }
    if (sum <= observed + 1e-9) atMost++;
  }
  return (1 + atMost) / (draws + 1);
}

type Pool = { readonly size: number; readonly values: Float64Array };

function meanOfFirst({ size, values }: Pool): number {
  let sum = 0;
  for (let at = 0; at < size; at++) sum += values[at] ?? 0;
  return sum / size;
}

/** A random choice of so many of the values comes to stand first. */
function shuffleFirst({ size, values }: Pool, random: () => number): void {
  for (let at = 0; at < size; at++) {
    const from = at + randomBelow(random, values.length - at);
    const held = values[at] ?? 0;
    values[at] = values[from] ?? 0;
    values[from] = held;
  }
}
