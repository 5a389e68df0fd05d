import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readScoreFile } from '../../../src/formats/scores/read-score-file.ts';

function fixture(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../../fixtures/score-files/${name}`, import.meta.url), 'utf8').replaceAll(
      ': NaN',
      ': null',
    ),
  );
}

const report = {
  tool: {},
  fingerprint: '',
  verdict: 'pass',
  unreviewed: [{ path: 'b' }],
  prompts: [
    {
      path: 'a',
      exam: [{ id: 'x', weight: 1 }],
      models: [{ id: 'm', cases: [{ id: 'x', replies: [{ side: 'new', trial: 0, round: 1, checks: [], score: 1 }] }] }],
    },
  ],
};

/** Every part of a value, by the way to it. */
function waysInto(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, held]) => waysInto(held, [...way, key]))];
}

function replaced(value: unknown, [step, ...way]: readonly string[], by: unknown): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const changed = Object.entries(value).map(([key, held]) => [key, key === step ? replaced(held, way, by) : held]);
  return Array.isArray(value) ? changed.map(([, held]) => held) : Object.fromEntries(changed);
}

/** A file that a tool wrote, with one part of it something else, or nothing. */
function damaged(value: unknown): fc.Arbitrary<string> {
  const by = fc.oneof(fc.constant(undefined), fc.double(), fc.constantFrom({}, [], null, '', 0, -1), fc.jsonValue());
  return fc
    .tuple(fc.constantFrom(...waysInto(value)), by)
    .map(([way, part]) => JSON.stringify(replaced(value, way, part)) ?? '');
}

const score = fc.oneof(fc.double(), fc.constantFrom(0, 1, 0.5, null, true, 'NaN'), fc.jsonValue({ maxDepth: 1 }));
const byCase = fc.dictionary(fc.string(), fc.oneof(score, fc.array(score)));
const cells = fc.array(fc.constantFrom('x', '1', '0.5', '7', '', ',', ',', '"', '\n', 'NaN'), { maxLength: 40 });

const hostile = fc.oneof(
  fc.json(),
  fc.string({ unit: 'binary' }),
  cells.map((text) => `case,trial,score\n${text.join('')}`),
  byCase.map((value) => JSON.stringify(value)),
  fc.dictionary(fc.string(), byCase).map((value) => JSON.stringify(value)),
  damaged(fixture('promptfoo.json')),
  damaged(fixture('inspect.json')),
  damaged(report),
);

test('a file of any content makes no throw, no score outside 0–1, and no case, row or prompt of nothing', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const read = readScoreFile(text, 'scores.json');
      if (read.kind === 'broken') {
        for (const { at } of read.problems) expect(at?.file).toBe('scores.json');
        return;
      }
      const rows = read.file.subjects.flatMap((subject) => {
        expect(subject.rows).not.toEqual([]);
        return subject.rows;
      });
      expect(rows).not.toEqual([]);
      for (const { cases } of rows) {
        expect(cases).not.toEqual([]);
        expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
        for (const { trials } of cases) {
          expect(trials).not.toEqual([]);
          const scores = trials.flatMap(({ outcome }) => ('missing' in outcome ? [] : [outcome.score]));
          expect(scores.every((one) => one >= 0 && one <= 1)).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});
