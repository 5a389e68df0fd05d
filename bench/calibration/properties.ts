import type { Effect } from './case-mix.ts';
import { fixed, ladder, type Scenario } from './scenario.ts';
import type { Counts } from './simulate-reviews.ts';

/** One promise of the gate: the reviews to simulate, what is read off their counts, and what it must attain. */
export type Property = {
  readonly name: string;
  readonly scenario: Scenario;
  readonly reviews: number;
  readonly attain: readonly Target[];
  /** Rules of other tools worth showing beside it. */
  readonly beside?: readonly ('drop' | 'flip' | 'pairedT' | 'coveredT')[];
};

export type Target = {
  readonly what: string;
  readonly value: (counts: Counts) => number;
  readonly unit: 'share' | 'replies';
  readonly at: 'most' | 'least';
  readonly limit: number;
};

const falseBlock: Target = share('blocked', ({ regressed, reviews }) => regressed / reviews, 'most', 0.05);
const passed: Target = share('passed', (counts) => counts.passed / counts.reviews, 'least', 0.9);
const wrongNamed: Target = share('wrong case named', (counts) => counts.wrongNamed / counts.reviews, 'most', 0.01);

function found(least: number): Target {
  return share('found', ({ regressed, reviews }) => regressed / reviews, 'least', least);
}

function share(what: string, value: Target['value'], at: Target['at'], limit: number): Target {
  return { what, value, unit: 'share', at, limit };
}

function saved(least: number): Target {
  return share('saved against 5 trials', (counts) => 1 - counts.replies / counts.prompts / 5, 'least', least);
}

const sizes = [5, 10, 20, 50, 200] as const;
const savings: Readonly<Record<number, number>> = { 10: 0.5, 20: 0.4, 50: 0.35 };

const unchanged = sizes.map((cases): Property => {
  const saving = savings[cases];
  return {
    name: `nothing changed, n = ${cases}`,
    scenario: { ...ladder, cases, effect: 'none' },
    reviews: cases > 50 ? 2_000 : 5_000,
    attain: [falseBlock, passed, wrongNamed, ...(saving === undefined ? [] : [saved(saving)])],
  };
});

const several = [10, 50].flatMap((cases): readonly Property[] => [
  {
    name: `nothing changed, 3 models, n = ${cases}`,
    scenario: { ...ladder, models: 3, cases, effect: 'none' },
    reviews: 5_000,
    attain: [falseBlock, wrongNamed],
  },
  {
    name: `nothing changed, 5 prompts, n = ${cases}`,
    scenario: { ...ladder, prompts: 5, cases, effect: 'none' },
    reviews: 5_000,
    attain: [falseBlock, wrongNamed],
  },
]);

/** Suites of other kinds than the usual one. */
const otherMixes = (
  [
    ['half flaky', 30, 2_000],
    ['half flaky', 100, 1_000],
    ['half flaky', 500, 300],
    ['all flaky', 30, 2_000],
    ['all flaky', 100, 1_000],
    ['all flaky', 500, 400],
    ['eighty', 50, 2_000],
    ['even', 50, 2_000],
    ['usual', 500, 500],
  ] as const
).map(
  ([mix, cases, reviews]): Property => ({
    name: `nothing changed, ${mix === 'even' ? 'all chances alike' : mix === 'eighty' ? 'all at 80 %' : mix}, n = ${cases}`,
    scenario: { ...ladder, cases, effect: 'none', mix },
    reviews,
    attain: [falseBlock, passed],
  }),
);

const invalid: Target = share('invalid', (counts) => counts.invalid / counts.reviews, 'most', 0.02);
const held: Target = share('passed', (counts) => counts.passed / counts.reviews, 'least', 0.85);

/** Replies that no retry brought. */
const lossy: readonly Property[] = [
  ...[12, 50, 200].map(
    (cases): Property => ({
      name: `nothing changed, 1 % of replies lost, n = ${cases}`,
      scenario: { ...ladder, cases, effect: 'none', lost: { old: 0.01, new: 0.01 } },
      reviews: cases > 50 ? 500 : 2_000,
      attain: [falseBlock, held, invalid],
    }),
  ),
  {
    name: 'the new side loses 6 %, the old one 1 %, n = 50',
    scenario: { ...ladder, cases: 50, effect: 'none', lost: { old: 0.01, new: 0.06 } },
    reviews: 2_000,
    attain: [share('told', (counts) => 1 - counts.passed / counts.reviews, 'least', 0.8)],
  },
];

/** Services that answer a request always alike. */
const repeating: readonly Property[] = [20, 50].flatMap((cases): readonly Property[] => {
  const few: Target = {
    what: 'replies',
    value: (counts) => counts.replies / counts.prompts,
    unit: 'replies',
    at: 'most',
    limit: 2.2,
  };
  const scenario = { ...ladder, cases, repeats: { as: 'fact' } } as const;
  return [
    {
      name: `nothing changed, replies repeat, each one draw, n = ${cases}`,
      scenario: { ...scenario, effect: 'none', repeats: { as: 'chance' } },
      reviews: 2_000,
      attain: [falseBlock],
    },
    {
      name: `nothing changed, replies repeat, the judge errs on 5 % of texts, n = ${cases}`,
      scenario: { ...scenario, effect: 'steady', repeats: { as: 'fact', judgedWrong: 0.05 } },
      reviews: 2_000,
      attain: [falseBlock, few],
    },
    {
      name: `one breaks, replies repeat, n = ${cases}`,
      scenario: { ...scenario, effect: 'one breaks, the others steady' },
      reviews: 1_000,
      attain: [found(0.99), few],
    },
  ];
});

/** Near copies that get the same replies. */
const clustered: readonly Property[] = (['usual', 'half flaky'] as const).map((mix) => ({
  name: `nothing changed, ${mix}, near copies in clusters of five, n = 30`,
  scenario: { ...ladder, cases: 30, effect: 'none', mix, clusters: 5 },
  reviews: 2_000,
  attain: [falseBlock],
}));

/** A judge without a pass mark beside a 0/1 check: it strays by one of ten. */
const grading: readonly Property[] = [
  ...[20, 50].map(
    (cases): Property => ({
      name: `nothing changed, a check and a judge, n = ${cases}`,
      scenario: { ...ladder, cases, effect: 'none', graded: { fall: 0, rise: 0, noise: 1 } },
      reviews: 1_500,
      attain: [falseBlock, passed, wrongNamed],
    }),
  ),
  ...[20, 50].flatMap((cases) =>
    [0, 2].map(
      (rise): Property => ({
        name: `${rise === 0 ? 'one grade falls' : 'two grades fall while two rise'} by eight of ten beside a check that holds, n = ${cases}`,
        scenario: { ...ladder, cases, effect: 'none', graded: { fall: Math.max(1, rise), rise, noise: 1 } },
        reviews: 500,
        attain: [found(0.95), wrongNamed],
      }),
    ),
  ),
];

const known = { ...ladder, history: { replies: 20 } } as const;

/** Twenty kept replies of each case tell which are steady. Least found: what is found without them, less three points. */
const remembered: readonly Property[] = [
  ...[10, 20, 50].map(
    (cases): Property => ({
      name: `nothing changed, with history, n = ${cases}`,
      scenario: { ...known, cases, effect: 'none' },
      reviews: 2_000,
      attain: [falseBlock, passed, wrongNamed],
    }),
  ),
  ...(['nine steady', 'three kinds'] as const).map(
    (mix): Property => ({
      name: `nothing changed, with history, ${mix}, n = 50`,
      scenario: { ...known, cases: 50, effect: 'none', mix },
      reviews: 2_000,
      attain: [falseBlock, passed],
    }),
  ),
  ...(
    [
      ['a tenth fall to seventy', 20, 0.3],
      ['a tenth fall to seventy', 50, 0.65],
      ['a fifth lose fifty points', 20, 0.9],
      ['ten points off', 50, 0.94],
      ['odds halve', 50, 0.53],
      ['flaky ones lose twenty points', 50, 0.76],
    ] as const
  ).map(
    ([effect, cases, least]): Property => ({
      name: `${effect}, with history, n = ${cases}`,
      scenario: { ...known, cases, effect },
      reviews: 2_000,
      attain: [found(least)],
    }),
  ),
  {
    name: 'a tenth fall to seventy, with the history of other cases, n = 50',
    scenario: { ...ladder, history: { replies: 20, misleading: true }, cases: 50, effect: 'a tenth fall to seventy' },
    reviews: 2_000,
    attain: [found(0.47)],
  },
];

const seen = ({ seen: found, stated }: Counts) => found / stated;

/** What a review says it would have seen, taken at its word: found four times in five, five points more or less. */
const stated: readonly Property[] = (
  [
    ['usual', 10, ladder],
    ['usual', 20, ladder],
    ['usual', 50, ladder],
    ['usual', 200, ladder],
    ['half flaky', 20, ladder],
    ['eighty', 50, ladder],
    ['usual', 20, fixed(3)],
    ['usual', 50, fixed(5)],
    ['usual', 50, known],
  ] as const
).map(([mix, cases, design]): Property => {
  const how =
    design.sampling === 'fixed' ? `, ${design.trials} trials everywhere` : 'history' in design ? ', with history' : '';
  return {
    name: `the even drop a review names, ${mix === 'eighty' ? 'all at 80 %' : mix}, n = ${cases}${how}`,
    scenario: { ...design, cases, effect: 'none', mix, stated: true },
    reviews: cases > 50 ? 1_000 : 2_000,
    attain: [
      share('seen', seen, 'least', 0.75),
      share('seen', seen, 'most', 0.85),
      {
        what: 'points',
        value: ({ dropped, stated: named }) => (100 * dropped) / named,
        unit: 'replies',
        at: 'most',
        limit: 50,
      },
    ],
  };
});

const naive: readonly Property[] = [1, 5].map((trials) => ({
  name: `nothing changed, n = 50, ${trials} trial${trials > 1 ? 's' : ''} everywhere`,
  scenario: { ...fixed(trials), cases: 50, effect: 'none' },
  reviews: 10_000,
  attain: [falseBlock],
  beside: ['drop', 'flip', 'pairedT'],
}));

const power: readonly Property[] = [
  {
    name: '10 points off every case, n = 50, 3 trials everywhere',
    scenario: { ...fixed(3), cases: 50, effect: 'ten points off' },
    reviews: 5_000,
    attain: [found(0.85)],
    beside: ['drop', 'pairedT'],
  },
  {
    name: '20 % of cases lose 50 points, n = 20',
    scenario: { ...ladder, cases: 20, effect: 'a fifth lose fifty points' },
    reviews: 10_000,
    attain: [found(0.9)],
    beside: ['drop', 'pairedT'],
  },
  {
    name: '1 of 50 broken',
    scenario: { ...ladder, cases: 50, effect: 'one breaks' },
    reviews: 5_000,
    attain: [
      found(0.99),
      { what: 'replies', value: (counts) => counts.replies / counts.prompts, unit: 'replies', at: 'most', limit: 1.6 },
      wrongNamed,
    ],
    beside: ['drop', 'pairedT'],
  },
  ...sizes.map(
    (cases): Property => ({
      name: `10 % of cases broken while 10 % improve, n = ${cases}`,
      scenario: { ...ladder, cases, effect: 'a tenth break, a tenth improve' },
      reviews: 2_000,
      attain: [found(0.99), wrongNamed],
      beside: ['drop', 'pairedT'],
    }),
  ),
];

const effects: readonly Effect[] = [
  'none',
  'ten points off',
  'a fifth lose fifty points',
  'one breaks',
  'a tenth break, a tenth improve',
];

const coverage = effects.flatMap((effect) =>
  sizes.flatMap((cases) =>
    [1, 2, 3, 5, 12].map(
      (trials): Property => ({
        name: `bound: ${effect}, n = ${cases}, K = ${trials}`,
        scenario: { ...fixed(trials), cases, effect },
        reviews: cases > 50 ? 2_000 : 5_000,
        attain: [share('covered', ({ covered, bounds }) => covered / bounds, 'least', 0.94)],
        beside: ['coveredT'],
      }),
    ),
  ),
);

export const properties: readonly Property[] = [
  ...unchanged,
  ...several,
  ...otherMixes,
  ...lossy,
  ...repeating,
  ...grading,
  ...clustered,
  ...remembered,
  ...stated,
  ...naive,
  ...power,
];
export const coverages: readonly Property[] = coverage;
