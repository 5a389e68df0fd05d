import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScoreFile, scoreFormats } from '../../../src/formats/scores/index.ts';
import { longestReading, outsizedTexts } from '../../support/outsized-texts.ts';
import { buildRegressedReport } from '../../support/report-builder.ts';

const root = join(import.meta.dirname, '../../../fixtures/score-files');

/** Every file of `fixtures/score-files`, and a saved report, which is built: its schema grows with the product. */
const files = [
  ...readdirSync(root)
    .filter((file) => !file.endsWith('.md'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  { path: 'promptgate.json', text: JSON.stringify(buildRegressedReport()) },
].map((file) => ({ ...file, read: readScoreFile(file.text, file.path) }));

describe.each(scoreFormats.map((format) => [format.name, format] as const))(
  'score files of the format %s',
  (kind, { about }) => {
    const own = files.filter(({ read }) => read.kind === 'read' && read.file.kind === kind);

    test('have a file that is read as such', () => {
      expect(own.length).toBeGreaterThan(0);
    });

    test.each(own)(
      'hold cases with trials, each scored within 0–1 or missing, the same each time: $path',
      ({ path, text, read }) => {
        expect(readScoreFile(text, path)).toEqual(read);
        const rows = read.kind === 'read' ? read.file.subjects.flatMap((subject) => subject.rows) : [];
        expect(rows.length).toBeGreaterThan(0);
        for (const { cases } of rows) {
          expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
          for (const { trials, weight } of cases) {
            expect([trials.length > 0, weight > 0]).toEqual([true, true]);
            for (const { outcome } of trials) {
              if ('score' in outcome) expect(outcome.score >= 0 && outcome.score <= 1).toBe(true);
              else expect(['failed', 'unscored', 'absent']).toContain(outcome.missing);
            }
          }
        }
      },
    );

    test.each(own)(
      'cut short are refused in words that say where, or hold no more than was written: $path',
      ({ path, text }) => {
        const cut = readScoreFile(text.slice(0, Math.floor(text.length / 2)), path);
        if (cut.kind === 'broken')
          expect([cut.problems[0].at?.file, cut.problems[0].what]).toEqual([path, expect.stringMatching(/\w/u)]);
        else expect(path).toMatch(/\.(?:csv|jsonl)$/u);
      },
    );

    test('have an example for the docs that is read as such', () => {
      const { path, text } = about.example;
      expect(readScoreFile(text, path)).toMatchObject({ kind: 'read', file: { kind } });
    });

    test.each(outsizedTexts(about.example.text))('are read or refused at once, however large: %s', (_, text) => {
      const before = performance.now();
      const read = readScoreFile(text, about.example.path);
      if (read.kind === 'broken') expect(read.problems.every(({ what }) => what.length < 1_000)).toBe(true);
      expect(performance.now() - before).toBeLessThan(longestReading);
    });
  },
);
