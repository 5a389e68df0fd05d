import type { Random } from '../../src/core/statistics/random.ts';

/** How the lengths of replies to one question are spread: by a third, or so with one in twenty that runs away. */
export type Tails = 'log-normal' | 'heavy';

/** Standard deviations of the logarithm: of replies to one question, and of what questions ask for. */
const within = 0.35;
const between = 0.6;
/** Share of replies that run away, and the exponent of how far: Pareto from twice the length on, without a variance. */
const runaway = { share: 0.05, exponent: 1.5, from: 2, most: 40 } as const;

/** One case: input tokens, and the median of its replies' lengths, in tokens. */
export type Lengths = { readonly input: number; readonly median: number };

export function drawCase(random: Random): Lengths {
  return { input: Math.round(500 * Math.exp(0.4 * normal(random))), median: 200 * Math.exp(between * normal(random)) };
}

/** Output tokens of one reply. @param by how many times as long the side's replies are */
export function drawLength({ median }: Lengths, by: number, tails: Tails, random: Random): number {
  const usual = median * by * Math.exp(within * normal(random));
  const far = tails === 'heavy' && uniform(random) < runaway.share ? drawRunaway(random) : 1;
  return Math.max(1, Math.round(usual * far));
}

/** What a reply is long on the average over all cases that there could be, of sides that are `by` times as long. */
export function meanLength(by: number, tails: Tails): number {
  const usual = 200 * by * Math.exp((between ** 2 + within ** 2) / 2);
  return tails === 'heavy' ? usual * (1 + runaway.share * (meanRunaway() - 1)) : usual;
}

function drawRunaway(random: Random): number {
  return Math.min(runaway.most, runaway.from * uniform(random) ** (-1 / runaway.exponent));
}

/** E min(most, from · U^(−1/a)) = from · (a − (most/from)^(1 − a)) / (a − 1). */
function meanRunaway(): number {
  const { exponent: a, from, most } = runaway;
  return (from * (a - (most / from) ** (1 - a))) / (a - 1);
}

export function uniform(random: Random): number {
  return (random() + 0.5) / 4_294_967_296;
}

export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(uniform(random))) * Math.cos(2 * Math.PI * uniform(random));
}
