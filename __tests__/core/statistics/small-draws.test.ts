import { describe, expect, test } from 'vitest';
import { stackDeck } from '../../../src/core/statistics/deck.ts';
import { type DrawSource, drawSource } from '../../../src/core/statistics/draw-source.ts';
import { drawTwoFrom } from '../../../src/core/statistics/monte-carlo.ts';
import { stratumOf } from '../../../src/core/statistics/stratum.ts';
import { integerSteps, testTwoSums, tiltedCharge } from '../../../src/core/statistics/two-sums.ts';

const source = (first: number, changes: readonly number[]): DrawSource => ({
  seed: [first, 1],
  heaviest: 1,
  changes: () => Float64Array.from(changes),
});

/** How many draws have a least p of the two statistics that is at most the one seen, as anyone would count them. */
function countByHand(changes: readonly number[], tilted: readonly number[], way: 1 | -1): number {
  const share = (all: readonly number[], one: number) => all.filter((other) => way * other <= way * one + 1e-9).length;
  const [plain, other] = [
    [...changes, 0],
    [...tilted, 0],
  ];
  const least = plain.map((one, at) => Math.min(share(plain, one), tiltedCharge * share(other, other[at] ?? 0)));
  return least.slice(0, -1).filter((one) => one <= (least.at(-1) ?? 0)).length;
}

describe('two statistics drawn at once', () => {
  const all: readonly (readonly [readonly number[], readonly number[]])[] = [
    [
      [-1, 0, 1, 2, -2, 3, 0.5, -0.5],
      [2, -2, 0, 1, -1, 0.5, -3, 1],
    ],
    [
      [1, 2, 3, 4, 5, -1, 6, 7],
      [-1, -2, 3, 4, -4, 2, 1, -3],
    ],
    [
      [-1, -2, -3, -4, 1, -5, -6, 2],
      [1, 2, -3, 0, 4, 1, 2, -1],
    ],
    [
      [3, 3, 3, 3, 3, 3, 3, 3],
      [-1, 1, 1, 1, 1, 1, 1, 1],
    ],
    [
      [0, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0, 0],
    ],
    [
      [1, 1, 1, 1, 1, 1, 1, 1],
      [-4, -4, -4, -4, 1, 1, 1, 1],
    ],
    [
      [-1, -1, -1, -1, -1, -1, -1, -1],
      [4, 4, 4, 4, -1, -1, -1, -1],
    ],
    [
      [1e-10, -1e-10, 1, -1, 1e-10, 2, -2, 3],
      [1, 0, -1, 1e-10, 0, -1e-10, 3, 1],
    ],
  ];

  test.each(all)('rank every labelling by the least p of the two: %j and %j', (steady, others) => {
    for (const tilted of [1, 2, 8]) {
      const found = drawTwoFrom(
        [
          { source: source(1, steady), scale: 1, tilted },
          { source: source(2, others), scale: 0.5, tilted: 0.5 },
        ],
        steady.length,
      );
      const sum = steady.map((one, at) => one + 0.5 * (others[at] ?? 0));
      const heavier = steady.map((one, at) => tilted * one + 0.5 * (others[at] ?? 0));
      const [atMost, atLeast] = [countByHand(sum, heavier, 1), countByHand(sum, heavier, -1)];
      expect(found).toEqual({ draws: steady.length, atMost, atLeast });
    }
  });
});

describe('strata laid out for drawing', () => {
  const strata = Array.from({ length: 12 }, (_, at) => ({
    stratum: stratumOf([0.9 - at / 50, 0.6], [0.3 + at / 40, 0.2]),
    step: (at + 1) / 12,
  }));
  const placesOf = (given: typeof strata) => Array.from(stackDeck(given).steps, (step) => Math.round(step * 12));

  test('are dealt in the order in which they always were: a p that was told once is told again', () => {
    const places = placesOf(strata);
    expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    expect(places).toEqual([7, 6, 5, 1, 12, 10, 8, 4, 9, 2, 11, 3]);
    for (const turned of [strata.toReversed(), [...strata.slice(5), ...strata.slice(0, 5)]]) {
      expect(stackDeck(turned)).toEqual(stackDeck(strata));
    }
  });

  test('that are alike lie beside each other once each', () => {
    const [first] = strata;
    if (first === undefined) throw new Error('There are twelve.');
    const deck = stackDeck([first, first, ...strata.slice(6)]);
    expect(Array.from(deck.steps).filter((step) => step === first.step)).toHaveLength(2);
    expect(deck.values).toHaveLength(4 * 8);
    expect(Array.from(deck.starts)).toEqual(Array.from({ length: 8 }, (_, at) => 4 * at));
  });

  test('change by what was drawn at first, in the first stream and in those after it', () => {
    const { changes, heaviest } = drawSource(strata);
    const rounded = (stream: number) => Array.from(changes(4, stream), (change) => Number(change.toFixed(6)));
    expect(heaviest).toBe(1);
    expect([0, 1, 2].map(rounded)).toEqual([
      [1.75, 1.829167, 2.83, 1.271667],
      [2.571667, 3.005, 1.6125, 1.748333],
      [3.046667, 2.164167, 1.5075, 2.055833],
    ]);
    expect(rounded(1)).toEqual(rounded(1));
    expect(rounded(0)).toEqual(
      Array.from(drawSource(strata.toReversed()).changes(4, 0), (one) => Number(one.toFixed(6))),
    );
  });
});

describe('so many values that blocks of labellings are held', () => {
  const graded = (count: number, size: number) =>
    Array.from({ length: count }, (_, at) => {
      const value = (step: number, turn: number, of: number) => (i: number) => ((i * step + at * turn) % of) / 10;
      const side = (one: (i: number) => number) => Array.from({ length: size }, (__, i) => one(i));
      return { stratum: stratumOf(side(value(7, 3, 11)), side(value(5, 1, 9))), step: 1 + (at % 3) };
    });

  // Just over eight million values; over 128 strata two share a block. The first ones as they always were.
  test.each([
    [5, 200, 4_001, [62.3, 107.6, 101.7, 100.7]],
    [129, 20, 1_551, [230.4, 268.7, 289.5, 257.9]],
  ])('of %i strata of %i a side, %i draws change by one labelling a block', (count, size, draws, first) => {
    const strata = graded(count, size);
    const changes = drawSource(strata).changes(draws, 0);
    expect(Array.from(changes.subarray(0, 4), (change) => Number(change.toFixed(6)))).toEqual(first);
    // Mirrors keep the mean: half of the way to the mirror of what was seen.
    const middle = strata.reduce((sum, { stratum, step }) => sum + step * (stratum.total / 2 - stratum.sum), 0);
    const mean = changes.reduce((sum, change) => sum + change, 0) / draws;
    const spread = Math.sqrt(changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / draws);
    expect(Math.abs(mean - middle)).toBeLessThan((4 * spread) / Math.sqrt(draws));
  });
});

describe('strata whose keys of 32 bits are alike', () => {
  type Values = readonly [readonly number[], readonly number[]];
  const stratum = (step: number, [before, after]: Values) => ({ stratum: stratumOf(before, after), step });
  const other = stratum(1, [[0.3], [0.1]]);

  // Found by trying a million of them.
  test.each<[string, readonly [number, Values], readonly [number, Values]]>([
    [
      'their weights',
      [2, [[0.36], [0.2]]],
      [
        1,
        [
          [0.03, 0.29],
          [0.5, 0.9],
        ],
      ],
    ],
    [
      'how many they are',
      [1, [[0.108], [0.084]]],
      [
        1,
        [
          [0.5, 0.97],
          [0.62, 0.87],
        ],
      ],
    ],
    ['their values', [1, [[0.1], [0.208]]], [1, [[0.136], [0.34]]]],
    [
      'later values',
      [
        1,
        [
          [0.5, 0.67],
          [0.91, 0.93],
        ],
      ],
      [
        1,
        [
          [0.5, 0.73],
          [0.09, 0.75],
        ],
      ],
    ],
    [
      'the last value',
      [
        1,
        [
          [0.5, 0.83],
          [0, 0.53],
        ],
      ],
      [
        1,
        [
          [0.5, 1],
          [0.43, 0.51],
        ],
      ],
    ],
  ])('are told apart by %s, in whatever order they come', (_, first, second) => {
    const [one, two] = [stratum(...first), stratum(...second)];
    const deck = stackDeck([one, two, other]);
    for (const order of [
      [one, other, two],
      [other, one, two],
      [two, one, other],
      [two, other, one],
      [other, two, one],
    ])
      expect(stackDeck(order)).toEqual(deck);
    expect(stackDeck([two, one, one])).toEqual(stackDeck([one, two, one]));
  });

  test('of none and of one are laid out as they are', () => {
    expect(stackDeck([])).toMatchObject({ values: new Float64Array(0), starts: new Int32Array(0) });
    expect(
      stackDeck([
        stratum(1, [
          [0.9, 0.1, 0.5],
          [0.2, 0.2, 0],
        ]),
      ]),
    ).toMatchObject({
      values: Float64Array.of(0.1, 0.5, 0.9, 0, 0.2, 0.2),
      starts: Int32Array.of(0),
      sizes: Int32Array.of(3),
      sums: Float64Array.of(0.4),
      totals: Float64Array.of(1.9),
    });
  });
});

describe('two sums at once, gone through by hand', () => {
  const steady = { start: -1, masses: Float64Array.of(0.05, 0.9, 0.05) };
  const others = { start: 2, masses: Float64Array.of(0.1, 0.3, 0, 0.4, 0.2) };
  const pairs = [...steady.masses].flatMap((one, i) =>
    [...others.masses].map((other, j) => ({ s: steady.start + i, f: others.start + j, chance: one * other })),
  );

  /** Probabilities of a sum, from its least value on. */
  const massesOf = (sum: (pair: { readonly s: number; readonly f: number }) => number) => {
    const start = Math.min(...pairs.map(sum));
    const masses = new Float64Array(Math.max(...pairs.map(sum)) - start + 1);
    for (const pair of pairs) masses[sum(pair) - start] = (masses[sum(pair) - start] ?? 0) + pair.chance;
    return { start, masses };
  };

  test.each([2, 8])('are held to the better of the two, the tilted (%i) one charged, both ways', (tilt) => {
    const even = ({ s, f }: { readonly s: number; readonly f: number }) => s + f;
    const tilted = ({ s, f }: { readonly s: number; readonly f: number }) => tilt * s + f;
    const sums = { steady, others, even: massesOf(even), tilted: massesOf(tilted), tilt };
    const share = (isIn: (pair: (typeof pairs)[number]) => boolean) =>
      pairs.filter(isIn).reduce((sum, { chance }) => sum + chance, 0);
    const least = (way: 1 | -1, seen: (typeof pairs)[number]) =>
      Math.min(
        share((pair) => way * even(pair) <= way * even(seen)),
        tiltedCharge * share((pair) => way * tilted(pair) <= way * tilted(seen)),
      );
    const jointly = (way: 1 | -1, p: number) => share((pair) => least(way, pair) <= p + 1e-12);
    for (const seen of pairs) {
      const found = testTwoSums(sums, { steady: seen.s, others: seen.f }, { least: 0, most: 0 });
      expect(found.p).toBeCloseTo(jointly(1, least(1, seen)), 12);
      expect(found.better).toBeCloseTo(jointly(-1, least(-1, seen)), 12);
      expect(found.method).toEqual({ kind: 'exact' });
    }
    const { spend, p, better, least: floor } = testTwoSums(sums, { steady: -1, others: 2 }, { least: 0.3, most: 1 });
    expect([p, better, floor]).toEqual([0.3, 1, 0.3]);
    const levels = pairs.map((pair) => jointly(1, least(1, pair)));
    for (const threshold of [0, 0.019, 0.02, 0.1, 0.5, 1, ...levels]) {
      const spent = Math.max(0, ...levels.filter((level) => level <= threshold + 1e-12));
      expect(spend(threshold)).toBeCloseTo(spent, 12);
    }
  });
});

describe('whole steps of weights', () => {
  test.each([
    [[1], [1], [1]],
    [[1], [3], [1]],
    [
      [2, 4],
      [1, 1],
      [1, 2],
    ],
    [
      [1, 1],
      [2, 3],
      [3, 2],
    ],
    [
      [1, 1, 1],
      [2, 4, 6],
      [6, 3, 2],
    ],
    [
      [0.5, 1.5],
      [1, 1],
      [1, 3],
    ],
    [
      [3, 6],
      [3, 3],
      [1, 2],
    ],
    [[1, Math.PI], [1, 1], null],
    [
      [1, 2],
      [1, 2],
      [1, 1],
    ],
    [
      [1, 1],
      [4_000, 2_000],
      [1, 2],
    ],
    [
      [1, 1_000.0000005],
      [1, 1],
      [1, 1_000],
    ],
  ])('of %j over %j are %j', (weights, sizes, steps) => {
    expect(integerSteps(weights, sizes)).toEqual(steps);
  });
});
