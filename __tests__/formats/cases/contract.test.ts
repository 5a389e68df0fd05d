import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { caseForms, readCases } from '../../../src/formats/cases/index.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { longestReading, outsizedTexts } from '../../support/outsized-texts.ts';

const root = join(import.meta.dirname, '../../../fixtures/case-forms');

/** Files of a form: `fixtures/case-forms/NAME`, those that are read and those that cannot be. */
function fixturesOf(name: string, kind: 'good' | 'broken') {
  const folder = join(root, name.replaceAll(' ', '-'));
  const files = readdirSync(folder).filter((file) => file.startsWith(`${kind}.`));
  return files.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

/** What the good file of every form says: two cases, whichever way they are written. */
const expected = [
  {
    id: 'refund-window',
    segment: 'free',
    tags: ['smoke'],
    vars: { question: 'Can I return it after 40 days?' },
    reference: 'No, only within 30 days.',
    checks: [{ kind: 'contains', argument: '30 days' }, { kind: 'json' }],
  },
  { id: 'shipping', vars: { question: 'How long does it take, in days?' }, checks: [{ kind: 'contains' }] },
];

test('no two forms take files of one ending, but by what the file says', () => {
  const endings = caseForms.flatMap((form) => (form.recognises === undefined ? form.endings : []));
  expect(new Set(endings).size).toBe(endings.length);
});

/** Forms of other programs cannot say all of it, and have tests of their own. */
const own = caseForms.filter(({ recognises }) => recognises === undefined);

describe.each(own.map((form) => [form.name, form] as const))('golden cases as %s', (name, form) => {
  const good = fixturesOf(name, 'good');
  const broken = fixturesOf(name, 'broken');

  test('have a file that is read, and one that cannot be, each with an ending of theirs', () => {
    expect([good.length > 0, broken.length > 0]).toEqual([true, true]);
    for (const { path } of [...good, ...broken])
      expect(form.endings.some((ending) => path.endsWith(ending))).toBe(true);
  });

  test.each(good)('say the same as in any other form: $path', ({ path, text }) => {
    expect(readCases(path, text, checkKinds, [])).toMatchObject({ kind: 'cases', cases: expected });
  });

  // A table has no room for them.
  test.each(good.filter(({ path }) => !path.endsWith('.csv')))('say what tools answer: $path', ({ path, text }) => {
    const tools = { track: [{ when: { id: 'A1' }, returns: { days: 5 } }, { returns: 'unknown' }] };
    expect(readCases(path, text, checkKinds, [])).toMatchObject({ cases: [{}, { tools, maxSteps: 3 }] });
  });

  test.each(good)('know where each case stands: $path', ({ path, text }) => {
    const read = readCases(path, text, checkKinds, []);
    const places = read.kind === 'cases' ? read.cases.map(({ at }) => at) : [];
    expect(places.map(({ file }) => file)).toEqual([path, path]);
    expect((places[0]?.line ?? 0) < (places[1]?.line ?? 0)).toBe(true);
  });

  test.each(broken)('that cannot be read say what, where and how to mend it: $path', ({ path, text }) => {
    const read = readCases(path, text, checkKinds, []);
    expect(read).toMatchObject({ kind: 'broken', problems: [{ at: { file: path } }] });
    const [problem] = read.kind === 'broken' ? read.problems : [];
    expect([problem?.what, typeof problem?.at?.line]).toEqual([expect.stringContaining('contians'), 'number']);
    expect(problem?.fix).toContain('contains');
  });
});

describe.each(caseForms.map((form) => [form.name, form] as const))('golden cases of the form %s', (_name, form) => {
  test('have an example for the docs that is read', () => {
    const { path, text } = form.about.example;
    expect(form.endings.some((ending) => path.endsWith(ending))).toBe(true);
    expect(form.recognises?.(text) ?? true).toBe(true);
    const read = readCases(path, text, checkKinds, []);
    expect(read.kind === 'cases' ? read.cases.map(({ at }) => at.file) : read.problems).toContain(path);
  });

  test.each(outsizedTexts(form.about.example.text))('are read or refused at once, however large: %s', (_, text) => {
    const before = performance.now();
    const read = readCases(form.about.example.path, text, checkKinds, []);
    if (read.kind === 'broken') expect(read.problems.every(({ what }) => what.length < 1_000)).toBe(true);
    expect(performance.now() - before).toBeLessThan(longestReading);
  });
});
