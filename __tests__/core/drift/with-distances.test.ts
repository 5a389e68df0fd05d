import { describe, expect, test } from 'vitest';
import type { DriftLine, DriftRun } from '../../../src/core/drift/drift-line.ts';
import { angleBetween, type Direction, directionOf, readSketch, writeSketch } from '../../../src/core/drift/sketch.ts';
import { withDistances } from '../../../src/core/drift/with-distances.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';

const random = seededRandom([3, 4]);
const vector = (): number[] => Array.from({ length: 768 }, () => random() / 4294967296 - 0.5);
/** A vector that is at an angle of the share of a right one. */
const turned = (one: readonly number[], share: number): number[] => {
  const other = vector();
  const angle = (share * Math.PI) / 2;
  return one.map((value, at) => Math.cos(angle) * value + Math.sin(angle) * (other[at] ?? 0));
};
const direction = (of: readonly number[]): Direction => directionOf(of) ?? new Float64Array(64);

describe('a sketch', () => {
  const one = vector();
  test('keeps angles to a few degrees, and is read as it was written to less than one', () => {
    for (const share of [0.1, 0.3, 0.6]) {
      const angle = angleBetween(direction(one), direction(turned(one, share)));
      expect(Math.abs(angle - share)).toBeLessThan(0.15);
    }
    expect(angleBetween(direction(one), readSketch(writeSketch(direction(one))) ?? direction(vector()))).toBeLessThan(
      0.01,
    );
  });
  test('is none of a vector without length, nor of another text', () => {
    expect(directionOf([0, 0, 0])).toBeUndefined();
    expect([readSketch('no sketch'), readSketch('')]).toEqual([undefined, undefined]);
  });
});

describe('distances of replies', () => {
  const meant = vector();
  const same = direction(vector());
  const lineOf = (t: number): DriftRun => ({
    ...{ kind: 'run', version: 1, at: new Date(Date.UTC(2026, 0, 1 + t)).toISOString(), run: `${t}`, served: [] },
    ...{ prompt: 'help.txt', model: 'clerk' },
    cases: [{ id: 'case', key: 'key', values: { score: [1, 1] }, missing: 0 }],
  });
  const play = (runs: number, embedder: (t: number) => Direction = () => same, extra: readonly DriftLine[] = []) => {
    let lines: readonly DriftLine[] = extra;
    for (let t = 0; t < runs; t++)
      lines = [
        ...lines,
        withDistances(lineOf(t), () => [direction(turned(meant, 0.1)), direction(meant)], embedder(t), lines),
      ];
    return lines.map((line) => (line.kind === 'run' ? line.cases[0] : undefined));
  };
  test('are to the first three runs, whose sketches alone are kept', () => {
    const cases = play(6);
    expect(cases.map((one) => one?.sketch !== undefined)).toEqual([true, true, true, false, false, false]);
    expect(cases.map((one) => one?.values['distance']?.length)).toEqual([undefined, undefined, undefined, 2, 2, 2]);
    for (const value of cases[5]?.values['distance'] ?? []) expect(value).toBeLessThan(0.25);
  });
  test('begin anew where the embedding model is another', () => {
    const other = direction(vector());
    const cases = play(6, (t) => (t < 4 ? same : other));
    expect(cases.map((one) => one?.values['distance']?.length)).toEqual([
      ...[undefined, undefined, undefined],
      2,
      ...[undefined, undefined],
    ]);
  });
  test('are none of a case one of whose replies has no text', () => {
    expect(withDistances(lineOf(0), () => [], same, []).cases[0]).not.toHaveProperty('sketch');
  });
});
