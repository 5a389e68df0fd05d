import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DriftRun, driftLine } from '../../../src/core/drift/drift-line.ts';
import { isRunLine } from '../../../src/core/drift/is-run-line.ts';
import { readHistory, writeHistory } from '../../../src/core/drift/read-history.ts';
import { play } from './runs.ts';

const { runs } = play(8, { rate: () => 0.8 }).history;
const [first] = runs;
if (first === undefined) throw new Error('there are runs');
/** With all that a line may hold, so that each of it is exchanged once. */
const full: DriftRun = {
  ...first,
  served: [{ model: 'strong', fingerprint: 'fp_1', replies: 3 }],
  cases: [{ id: 'a', key: 'k', input: 4, values: { score: [1, 0.5] }, missing: 0, text: 'said', judged: true }],
  judged: ['metric:tone'],
};
const written = [...runs, ...runs.map(() => full)].map((run): unknown => JSON.parse(JSON.stringify(run)));

/** One value anywhere in another is exchanged, taken out, or joined by one that nobody knows. */
function changed(value: unknown, at: number, by: unknown): unknown {
  const paths: (readonly string[])[] = [];
  const walk = (held: unknown, path: readonly string[]): void => {
    if (path.length > 0) paths.push(path);
    if (typeof held !== 'object' || held === null) return;
    for (const [key, inner] of Object.entries(held).slice(0, 12)) walk(inner, [...path, key]);
    if (!Array.isArray(held)) paths.push([...path, 'unknown']);
  };
  walk(value, []);
  const path = paths[at % paths.length] ?? [];
  const copy: unknown = structuredClone(value);
  const parent = path.slice(0, -1).reduce<unknown>((held, key) => Reflect.get(Object(held), key), copy);
  const key = path.at(-1) ?? '';
  if (by === undefined) Reflect.deleteProperty(Object(parent), key);
  else Reflect.set(Object(parent), key, by);
  return JSON.parse(JSON.stringify(copy));
}

function expectNoMoreThanSchema(value: unknown): void {
  if (!isRunLine(value)) return;
  const read = driftLine.safeParse(value);
  expect(read.success).toBe(true);
  expect(read.data).toEqual(value);
}

describe('a line that is looked at by hand', () => {
  test('is taken as it is written', () => {
    expect(written.map(isRunLine)).toEqual(written.map(() => true));
  });

  test.each([
    ['score', 1e6],
    ['score', -1e308],
    ['metric:tone', 1.5],
    ['latency', -1],
    ['cost', 1e300],
  ])('is none, and named, where %s is %d', (channel, value) => {
    const [one] = full.cases;
    if (one === undefined) throw new Error('there is a case');
    const line: DriftRun = { ...full, cases: [{ ...one, values: { [channel]: [value] } }] };
    expect(isRunLine(line)).toBe(false);
    expect(readHistory(writeHistory([full, line]), 'a.ndjson')).toMatchObject({
      lines: [full],
      unread: [{ at: 'a.ndjson:2', why: expect.stringContaining('is no line of a history') }],
    });
  });

  test('is never taken where the schema does not take it, or reads it otherwise', () => {
    const by = fc.constantFrom(
      undefined,
      null,
      -1,
      0.5,
      1,
      1e6,
      -1e308,
      '',
      'a',
      true,
      [],
      [null],
      ['a'],
      {},
      { a: 1 },
      '2026-02-31',
    );
    fc.assert(
      fc.property(fc.nat(written.length - 1), fc.nat(), by, (run, at, other) => {
        expectNoMoreThanSchema(changed(written[run], at, other));
      }),
      { numRuns: 600, seed: 3 },
    );
  });
});
