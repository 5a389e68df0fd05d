import { describe, expect, test } from 'vitest';
import { caseTest } from '../../../src/core/statistics/case-test.ts';
import { stackDeck } from '../../../src/core/statistics/deck.ts';
import { type DrawSource, drawSource } from '../../../src/core/statistics/draw-source.ts';
import { choose } from '../../../src/core/statistics/exact-chances.ts';
import { taroneHolm, testableThreshold } from '../../../src/core/statistics/joint-test.ts';
import { drawFrom, drawLabellings } from '../../../src/core/statistics/monte-carlo.ts';
import { normalQuantile, shrunkenBound } from '../../../src/core/statistics/normal.ts';
import { testOnGrid, testOnSums, uninformative } from '../../../src/core/statistics/permutation-test.ts';
import { randomBelow, seededRandom } from '../../../src/core/statistics/random.ts';
import { sampleVariance, stratumOf } from '../../../src/core/statistics/stratum.ts';
import { prepareSuite, suiteTest, testSuites } from '../../../src/core/statistics/suite-test.ts';

const range = (length: number) => Array.from({ length }, (_, i) => i);

describe('a test of the labels', () => {
  test('on a grid sums up the masses, keeps to its ends and spends what it can attain', () => {
    const found = testOnGrid(Float64Array.of(0.1, 0.2, 0.3, 0.4), 1, { least: 0.1, most: 0.4 });
    expect(found.p).toBeCloseTo(0.3, 12);
    expect(found.better).toBeCloseTo(0.9, 12);
    expect([found.least, found.method]).toEqual([0.1, { kind: 'exact' }]);
    expect([0, 0.0999, 0.1, 0.29, 0.3, 0.6, 0.99, 1].map((at) => Number(found.spend(at).toFixed(9)))).toEqual([
      0, 0, 0.1, 0.1, 0.3, 0.6, 0.6, 1,
    ]);
    const ends = { least: 0.1, most: 0.4 };
    const masses = Float64Array.of(0.1, 0.2, 0.3, 0.4);
    expect([testOnGrid(masses, 0, ends).better, testOnGrid(masses, 3, ends).p]).toEqual([1, 1]);
    expect(testOnGrid(masses, 3, ends).better).toBeCloseTo(0.4, 12);
    expect(testOnGrid(masses, -2, ends)).toMatchObject({ p: 0.1, better: 1 });
    expect(testOnGrid(masses, 9, ends)).toMatchObject({ p: 1, better: 0.4 });
  });

  test('on sums counts those at most as large, with ties', () => {
    const found = testOnSums(Float64Array.of(0, 0, 1, 2, 2, 2, 3, 4), 2);
    expect(found).toMatchObject({ p: 0.75, better: 0.625, least: 0.25, method: { kind: 'exact' } });
    expect([0.1, 0.24, 0.25, 0.3, 0.375, 0.5, 0.74, 0.75, 0.9, 1, 2].map(found.spend)).toEqual([
      0, 0, 0.25, 0.25, 0.375, 0.375, 0.375, 0.75, 0.875, 1, 1,
    ]);
    expect(testOnSums(Float64Array.of(0, 1), 1 - 1e-10)).toMatchObject({ p: 1, better: 0.5 });
    expect(testOnSums(Float64Array.of(0, 1), 0)).toMatchObject({ p: 0.5, better: 1 });
  });

  test('of labels that change nothing says nothing', () => {
    expect(uninformative).toMatchObject({ p: 1, better: 1, least: 1, method: { kind: 'exact' } });
    expect([0.99, 1].map(uninformative.spend)).toEqual([0, 1]);
    const same = stratumOf([1, 1], [1, 1]);
    expect([
      caseTest([], 0.01),
      caseTest([same], 0.01),
      suiteTest([], 0.01),
      testSuites([prepareSuite([{ weight: 1, strata: [same] }])], 0.01),
    ]).toEqual(Array.from({ length: 4 }, () => uninformative));
    expect(suiteTest([{ weight: 0, strata: [stratumOf([1], [0])] }], 0.01)).toBe(uninformative);
  });
});

describe('the test of one case', () => {
  const graded = (size: number) =>
    stratumOf(
      range(size).map((i) => i / 50),
      range(size).map((i) => i / 50 + (i % 2 === 0 ? 0.003 : -0.003)),
    );
  const worst = (size: number) =>
    stratumOf(
      range(size).map((i) => 0.8 + i / 1_000),
      range(size).map((i) => 0.2 + i / 1_000),
    );

  test('of passes is exact', () => {
    const found = caseTest([stratumOf([1, 1, 1, 1], [0, 0, 0, 0])], 0.01);
    expect(found.p).toBeCloseTo(1 / 70, 12);
    expect(found.least).toBeCloseTo(1 / 70, 12);
    expect(found.better).toBeCloseTo(1, 12);
    expect(found.method).toEqual({ kind: 'exact' });
    const two = caseTest([stratumOf([1, 1], [0, 0]), stratumOf([1, 0], [1, 1])], 0.01);
    expect(two.least).toBeCloseTo((1 / 6) * (1 / 2), 12);
    // Sums 1, 2, 3, 4 have 1, 5, 5 and 1 of 12 labellings; the one seen is 2.
    expect([two.p, two.better].map((p) => Math.round(12 * p))).toEqual([6, 11]);
  });

  test('of few graded replies lists the labellings, of more counts them by halves', () => {
    for (const size of [3, 6, 7, 9]) {
      const stratum = worst(size);
      const found = caseTest([stratum], 0.01);
      expect(found.method).toEqual({ kind: 'exact' });
      expect(found.p).toBeCloseTo(1 / choose(2 * size, size), 12);
      expect(found.least).toBeCloseTo(1 / choose(2 * size, size), 12);
      expect(found.better).toBe(1);
      if (size > 6) expect([0.01, 0.5].map(found.spend)).toEqual([0.01, 0.5]);
    }
    expect(caseTest([graded(12)], 0.01).method.kind).toBe('monte-carlo');
    expect(caseTest([worst(13)], 0.01)).toMatchObject({ method: { kind: 'exact' }, p: 1 / choose(26, 13) });
    expect(caseTest([worst(14)], 0.01)).toMatchObject({ method: { kind: 'monte-carlo', because: 'labellings' } });
  });

  test('of a case in the midst of very many labellings ends after 199 draws', () => {
    const found = caseTest([graded(12)], 1e-6);
    expect(found.method).toEqual({ kind: 'monte-carlo', draws: 199, because: 'labellings' });
    expect(Math.min(found.p, found.better)).toBeGreaterThanOrEqual(21 / 200);
    expect(Math.round(found.p * 200)).toBeCloseTo(found.p * 200, 9);
    expect(found.spend(0.3)).toBe(0.3);
  });

  test.each([
    [0.1, 9_999],
    [1e-4, 99_999],
    [1e-9, 999_999],
  ])('beyond counting draws enough to reach %f', (threshold, draws) => {
    const found = caseTest([worst(14)], threshold);
    expect(found.method).toEqual({ kind: 'monte-carlo', draws, because: 'labellings' });
    expect(found.p).toBe(1 / (draws + 1));
    expect(found.better).toBe(1);
    expect(found.least).toBeCloseTo(1 / choose(28, 14), 15);
  });

  test('of several batches counts the two largest against each other', () => {
    const batches = [worst(2), worst(5), worst(4)];
    const all = choose(4, 2) * choose(10, 5) * choose(8, 4);
    const found = caseTest(batches, 0.01);
    expect(found).toMatchObject({ method: { kind: 'exact' }, better: 1 });
    expect([found.p * all, found.least * all].map((count) => Number(count.toFixed(6)))).toEqual([1, 1]);
    const turned = caseTest(
      batches.map((one) => stratumOf(one.new, one.old)),
      0.01,
    );
    expect(turned.p).toBe(1);
    expect(turned.better * all).toBeCloseTo(1, 6);
  });

  test('knows its least p with ties at the edge', () => {
    const tied = stratumOf([0.5, 0.5, 0.9], [0.5, 0.1, 0.9]);
    expect(caseTest([tied], 0.01).least).toBeCloseTo(3 / 20, 12);
    const long = stratumOf([0.5, 0.5, 0.9, 0.9, 0.9, 0.8, 0.7], [0.5, 0.1, 0.5, 0.9, 0.9, 0.6, 0.9]);
    // 0.1, four of 0.5, 0.6 and 0.7: one way to hold the seven least.
    expect(caseTest([long], 0.01).least).toBeCloseTo(1 / choose(14, 7), 12);
    const edge = stratumOf([0.5, 0.5, 0.5, 0.9, 0.9, 0.8, 0.7], [0.5, 0.1, 0.5, 0.5, 0.5, 0.5, 0.5]);
    expect(caseTest([edge], 0.01).least).toBeCloseTo(choose(9, 6) / choose(14, 7), 12);
  });
});

describe('the test of a suite', () => {
  const odd = (weight: number) => ({ weight, strata: [stratumOf([0.9, 0.8, 0.7, 1], [0.1, 0.2, 0.3, 0])] });
  const worse = { weight: 1, strata: [stratumOf([1, 1, 1], [0, 0, 0])] };

  test('weighs a case by its replies a side', () => {
    const light = { weight: 1, strata: [stratumOf([1], [0]), stratumOf([1], [0])] };
    expect(suiteTest([worse, light], 0.01).p).toBeCloseTo(1 / 80, 12);
    expect(suiteTest([worse, { ...light, weight: 3 }], 0.01).p).toBeCloseTo(1 / 80, 12);
    const mixed = suiteTest([worse, { weight: 1, strata: [stratumOf([0], [1])] }], 0.01);
    // Steps 1 and 3: sums of 0–3 plus 0 or 3; the one seen is 3.
    expect([mixed.p * 40, mixed.better * 40].map((count) => Number(count.toFixed(9)))).toEqual([21, 21]);
  });

  test('draws for graded scores as many as the threshold needs, and fewer far from it', () => {
    const many = range(9).map((i) => odd(1 + i / 7));
    expect(suiteTest(many, 0.05)).toMatchObject({
      p: 1 / 10_000,
      better: 1,
      least: 1 / 10_000,
      method: { kind: 'monte-carlo', draws: 9_999, because: 'graded' },
    });
    expect(suiteTest(many, 1e-3).method).toEqual({ kind: 'monte-carlo', draws: 19_999, because: 'graded' });
    expect(suiteTest(many, 2e-5).method).toEqual({ kind: 'monte-carlo', draws: 99_999, because: 'graded' });
    const even = many.map(({ weight, strata }) => ({
      weight,
      strata: strata.map((one) =>
        stratumOf([...one.old.slice(2), ...one.new.slice(2)], [...one.old.slice(0, 2), ...one.new.slice(0, 2)]),
      ),
    }));
    expect(suiteTest(even, 1e-3).method).toMatchObject({ draws: 9_999 });
    expect(suiteTest(many, 0.05).spend(0.2)).toBe(0.2);
  });

  test('lists few graded labellings, with weights', () => {
    const found = suiteTest([odd(1), odd(2)], 0.05);
    expect(found.method).toEqual({ kind: 'exact' });
    expect(found.p * 70 * 70).toBeCloseTo(1, 9);
    expect(suiteTest([odd(1), odd(2), odd(3)], 0.05).method.kind).toBe('monte-carlo');
  });

  test('of several suites is that of their cases together', () => {
    const cases = [worse, { weight: 2, strata: [stratumOf([1, 0], [0, 0])] }];
    const suites = cases.map((one) => prepareSuite([one]));
    expect(testSuites([...suites, prepareSuite([])], 0.05).p).toBeCloseTo(suiteTest(cases, 0.05).p, 12);
  });
});

describe('drawing', () => {
  test('counts the labellings at most and at least as good as the one seen', () => {
    const source = (first: number, changes: readonly number[], heaviest = 1): DrawSource => ({
      seed: [first, 1],
      heaviest,
      changes: () => Float64Array.from(changes),
    });
    expect(drawFrom([{ source: source(1, [-1, 0, 1, 2]), scale: 1 }], 4)).toEqual({ draws: 4, atMost: 2, atLeast: 3 });
    expect(
      drawFrom(
        [
          { source: source(1, [-1, 1, 1, 2]), scale: 1 },
          { source: source(2, [4, -2, 0, -2]), scale: 0.5 },
        ],
        4,
      ),
    ).toEqual({ draws: 4, atMost: 1, atLeast: 4 });
    expect(drawFrom([{ source: source(1, [5e-10, -5e-10]), scale: 1 }], 2)).toEqual({
      draws: 2,
      atMost: 2,
      atLeast: 2,
    });
    expect(drawFrom([{ source: source(1, [5e-10, -5e-10], 0.1), scale: 1 }], 2)).toEqual({
      draws: 2,
      atMost: 1,
      atLeast: 1,
    });
  });

  test('gives sources with the same data streams of their own, in an order of their own', () => {
    const asked: string[] = [];
    const source = (name: string, seed: readonly [number, number]): DrawSource => ({
      seed,
      heaviest: 1,
      changes: (draws, stream) => {
        asked.push(`${name}${stream}`);
        return new Float64Array(draws);
      },
    });
    const [a, b, c] = [source('a', [1, 1]), source('b', [1, 2]), source('c', [2, 1])];
    drawFrom(
      [
        { source: c, scale: 1 },
        { source: a, scale: 2 },
        { source: b, scale: 1 },
        { source: a, scale: 1 },
        { source: a, scale: 3 },
      ],
      1,
    );
    expect(asked).toEqual(['a0', 'a1', 'a2', 'b0', 'c0']);
  });

  test('changes the statistic by what a labelling can, equally often, and alike each time', () => {
    const stratum = stratumOf([1, 0.5], [0, 0.25]);
    const { changes, heaviest } = drawSource([{ stratum, step: 2 }]);
    expect(heaviest).toBe(2);
    const drawn = changes(6_000, 0);
    const counts = new Map<number, number>();
    for (const change of drawn) counts.set(change, (counts.get(change) ?? 0) + 1);
    expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([0, 0.5, 1, 1.5, 2, 2.5]);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
    expect(changes(6_000, 0)).toBe(drawn);
    expect(changes(100, 0)).toEqual(drawn.slice(0, 100));
    expect(changes(6_000, 1)).not.toEqual(drawn);
    expect(changes(6_000, 1)).toEqual(changes(6_000, 1));
    expect(drawLabellings([{ stratum, step: 2 }], 6_000)).toEqual({
      draws: 6_000,
      atMost: counts.get(0),
      atLeast: 6_000,
    });
  });

  test('of very many replies by held blocks keeps the mean and the spread', () => {
    const strata = range(200).map((i) => ({
      stratum: stratumOf([1, 0, (i % 7) / 7, 1], [0, 1, (i % 5) / 5, 0]),
      step: 1,
    }));
    const mean = strata.reduce((sum, { stratum }) => sum + stratum.total / 2 - stratum.sum, 0);
    const variance = strata.reduce((sum, { stratum }) => sum + 2 * sampleVariance([stratum]), 0);
    const changes = drawSource(strata).changes(9_999, 0);
    const found = changes.reduce((sum, change) => sum + change, 0) / changes.length;
    const spread = changes.reduce((sum, change) => sum + (change - found) ** 2, 0) / changes.length;
    expect(Math.abs(found - mean)).toBeLessThan(5 * Math.sqrt(variance / changes.length));
    expect(spread / variance).toBeGreaterThan(0.9);
    expect(spread / variance).toBeLessThan(1.1);
  });

  test('lays strata out by their data alone, each side ascending in one row', () => {
    const one = { stratum: stratumOf([3, 1], [2, 0]), step: 1 };
    const other = { stratum: stratumOf([5], [4]), step: 0.5 };
    const deck = stackDeck([one, other]);
    expect(stackDeck([other, one])).toEqual(deck);
    const at = deck.sizes[0] === 2 ? 0 : 1;
    expect([deck.sizes[at], deck.steps[at], deck.sums[at], deck.totals[at]]).toEqual([2, 1, 2, 6]);
    expect([deck.sizes[1 - at], deck.steps[1 - at], deck.sums[1 - at], deck.totals[1 - at]]).toEqual([1, 0.5, 4, 9]);
    expect([...deck.starts]).toEqual(at === 0 ? [0, 4] : [0, 2]);
    expect([...deck.values]).toEqual(at === 0 ? [1, 3, 0, 2, 5, 4] : [5, 4, 1, 3, 0, 2]);
    expect(stackDeck([one, { ...other, step: 0.25 }]).seed).not.toEqual(deck.seed);
    expect(stackDeck([]).values).toHaveLength(0);
    const many = range(60).map((i) => ({ stratum: stratumOf([i % 4, 1], [0, (i * 7) % 5]), step: 1 + (i % 3) }));
    expect(stackDeck(many.toReversed())).toEqual(stackDeck(many));
  });

  test('is sfc32, the same on every machine', () => {
    const [a, b, c, counter] = [7n, 11n, 0x9e3779b9n, 1n];
    const state = { a, b, c, counter };
    const word = (value: bigint) => BigInt.asUintN(32, value);
    const next = () => {
      const result = word(state.a + state.b + state.counter);
      state.a = state.b ^ (state.b >> 9n);
      state.b = word(state.c + (state.c << 3n));
      state.c = word(word((state.c << 21n) | (state.c >> 11n)) + result);
      state.counter += 1n;
      return Number(result);
    };
    for (let i = 0; i < 12; i++) next();
    const random = seededRandom([7, 11]);
    for (let i = 0; i < 50; i++) expect(random()).toBe(next());
    expect([randomBelow(() => 0, 5), randomBelow(() => 4_294_967_295, 5), randomBelow(() => 2_147_483_648, 4)]).toEqual(
      [0, 4, 2],
    );
  });
});

describe('what is said of a mean', () => {
  test('its variance is unbiased', () => {
    expect(sampleVariance([stratumOf([1, 2], [3, 4]), stratumOf([5], [9])])).toBeCloseTo(8, 12);
    expect(sampleVariance([])).toBe(0);
    expect(sampleVariance([stratumOf([1], [3])])).toBe(2);
  });

  test('its bound is the formula', () => {
    const bound = shrunkenBound(
      [
        { weight: 1, delta: -0.2, variance: 0.1, size: 4 },
        { weight: 3, delta: 0.1, variance: 0.2, size: 2 },
      ],
      0.05,
    );
    const n = 16 / (1 / 4 + 9 / 2);
    const h = n / (n + 2);
    const centre = (h * (-0.2 + 0.3)) / 4;
    const reach =
      normalQuantile(0.95) * Math.sqrt((h ** 2 * ((2 * 0.1) / 4 + (9 * 2 * 0.2) / 2)) / 16 + 2 / (n + 2) ** 2);
    expect(bound?.low).toBeCloseTo(centre - reach, 12);
    expect(bound?.high).toBeCloseTo(centre + reach, 12);
    const sure = (delta: number) => shrunkenBound([{ weight: 1, delta, variance: 0.4, size: 3 }], 1e-6);
    expect([sure(-1)?.low, sure(1)?.high]).toEqual([-1, 1]);
  });

  test.each([
    [0.5 + 0.425, 1.4395315],
    [0.93, 1.475791],
    [0.075, -1.4395315],
    [0.01, -2.3263479],
    [1e-10, -6.3613409],
    [1.4e-11, -6.6574],
    [1e-20, -9.2623401],
    [1e-300, -37.0471],
  ])('Φ⁻¹(%f) is %f', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, z > -6.5 || p === 1e-20 ? 5 : 2);
  });

  test('ends are infinite', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});

describe('a family of tests', () => {
  const of = (...ps: readonly number[]) => ps.map((p) => ({ p, least: 0 }));
  test('rejects as Holm does where all could be rejected', () => {
    expect([...taroneHolm(of(0.01, 0.02, 0.03, 0.004), 0.05).rejected]).toEqual([
      [0, 0.0125],
      [3, 0.0125],
      [1, 0.025],
      [2, 0.05],
    ]);
    expect([...taroneHolm(of(0.01, 0.04, 0.03), 0.05).rejected]).toEqual([[0, 0.05 / 3]]);
    expect(taroneHolm(of(0.02, 0.02, 0.02), 0.05)).toEqual({ rejected: new Map(), first: 0.05 / 3 });
    expect(taroneHolm([], 0.05)).toEqual({ rejected: new Map(), first: 0 });
  });

  test.each<[readonly number[], number, number]>([
    [[], 0.05, 0],
    [[0.06], 0.05, 0],
    [[0.05], 0.05, 0.05],
    [[0.05, 0.05], 0.05, 0],
    [[0.01, 0.05], 0.05, 0.025],
    [[0.01, 0.02, 0.03], 0.05, 0.025],
    [[0.001, 0.002, 0.003, 1], 0.05, 0.05 / 3],
    [[0.03, 0.01, 0.02], 0.05, 0.025],
  ])('of least p %j at %f is held to %f', (least, alpha, threshold) => {
    expect(testableThreshold(least, alpha)).toBe(threshold);
  });

  test('leaves out who could never be rejected from the first step on', () => {
    expect(
      taroneHolm(
        [
          { p: 0.01, least: 0.01 },
          { p: 0.06, least: 0.06 },
        ],
        0.05,
      ),
    ).toEqual({ rejected: new Map([[0, 0.05]]), first: 0.05 });
    expect(
      taroneHolm(
        [
          { p: 0.01, least: 0.01 },
          { p: 0.04, least: 0.03 },
        ],
        0.05,
      ),
    ).toEqual({
      rejected: new Map([
        [0, 0.025],
        [1, 0.05],
      ]),
      first: 0.025,
    });
  });
});
