import type { Random } from '../../src/core/statistics/random.ts';

/** Chances of passing, old and new, of one case; `grade`: what a judge without a pass mark gives it beside, of ten. */
export type Chances = {
  readonly old: number;
  readonly new: number;
  readonly grade?: { readonly old: number; readonly new: number };
};

/** Cases whose grade falls from nine to one of ten, as many that rise so, and how far a grade strays (its standard deviation). */
export type Grading = { readonly fall: number; readonly rise: number; readonly noise: number };

/** What the pull request does to the cases. */
export type Effect =
  | 'none'
  | 'ten points off'
  | 'a fifth lose fifty points'
  | 'steady'
  | 'one breaks'
  | 'one breaks, the others steady'
  | 'a tenth fall to seventy'
  | 'odds halve'
  | 'flaky ones lose twenty points'
  | 'a tenth break, a tenth improve';

export function uniform(random: Random): number {
  return (random() + 0.5) / 4294967296;
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(uniform(random))) * Math.cos(2 * Math.PI * uniform(random));
}

/** Marsaglia and Tsang's method (2000); shapes below 1 by their power of a uniform. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * uniform(random) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(uniform(random)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function beta(a: number, b: number, random: Random): number {
  const x = gamma(a, random);
  return x / (x + gamma(b, random));
}

/** What kinds of cases a suite holds. */
export type Mix = 'usual' | 'half flaky' | 'all flaky' | 'eighty' | 'even' | 'nine steady' | 'three kinds';

/** Half of the cases Beta(3, 1) and half always right; all at .5; all at .8; all chances alike; nine of ten always right, the others at .3 to .9; at .98, .9 and .6. */
const mixes: Readonly<Record<Mix, (random: Random, index: number) => number>> = {
  usual: drawChance,
  'half flaky': (random, index) => (index % 2 === 0 ? beta(3, 1, random) : 1),
  'all flaky': () => 0.5,
  eighty: () => 0.8,
  even: uniform,
  'nine steady': (random, index) => (index % 10 > 0 ? 1 : 0.3 + 0.6 * uniform(random)),
  'three kinds': (_random, index) => [0.98, 0.9, 0.98, 0.9, 0.6][index % 5] ?? 1,
};

/** 75 % steady cases, Beta(40, .4); 20 % shaky ones, Beta(3, 1); 5 % that mostly fail, Beta(.5, 5). */
function drawChance(random: Random): number {
  const kind = uniform(random);
  if (kind < 0.75) return beta(40, 0.4, random);
  return kind < 0.95 ? beta(3, 1, random) : beta(0.5, 5, random);
}

/** The cases of one prompt and what becomes of them. Cases that break or fall to seventy were always right, improved ones always wrong. */
export function drawCases(count: number, effect: Effect, random: Random, mix: Mix = 'usual'): readonly Chances[] {
  const chances = Array.from({ length: count }, (_, index) => mixes[mix](random, index));
  return chances.map((old, i) => effects[effect]({ old, i, count, tenth: Math.max(1, Math.round(count / 10)) }));
}

/** Cases with a judge beside their 0/1 check. Those whose grade moves hold steadily in the check. */
export function gradeCases(cases: readonly Chances[], { fall, rise }: Grading): readonly Chances[] {
  return cases.map((chances, i) => {
    if (i < fall) return { old: 1, new: 1, grade: { old: 9, new: 1 } };
    if (i < fall + rise) return { old: 1, new: 1, grade: { old: 1, new: 9 } };
    return { ...chances, grade: { old: 9, new: 9 } };
  });
}

/** A grade of ten, with its error. */
export function drawGrade(grade: number, noise: number, random: Random): number {
  return Math.min(10, Math.max(1, Math.round(grade + noise * normal(random))));
}

type Drawn = { readonly old: number; readonly i: number; readonly count: number; readonly tenth: number };

const effects = {
  none: ({ old }) => ({ old, new: old }),
  'ten points off': ({ old }) => ({ old, new: Math.max(0, old - 0.1) }),
  'a fifth lose fifty points': ({ old, i, count }) => ({ old, new: i < count / 5 ? Math.max(0, old - 0.5) : old }),
  steady: () => ({ old: 1, new: 1 }),
  'one breaks, the others steady': ({ i }) => ({ old: 1, new: i === 0 ? 0 : 1 }),
  'one breaks': ({ old, i }) => (i === 0 ? { old: 1, new: 0 } : { old, new: old }),
  'a tenth fall to seventy': ({ old, i, tenth }) => (i < tenth ? { old: 1, new: 0.7 } : { old, new: old }),
  'odds halve': ({ old }) => ({ old, new: old / (2 - old) }),
  'flaky ones lose twenty points': ({ old }) => ({ old, new: old > 0.05 && old < 0.95 ? Math.max(0, old - 0.2) : old }),
  'a tenth break, a tenth improve': ({ old, i, tenth }) => {
    if (i < tenth) return { old: 1, new: 0 };
    return i < 2 * tenth ? { old: 0, new: 1 } : { old, new: old };
  },
} as const satisfies Record<Effect, (drawn: Drawn) => Chances>;
