import { expect, test } from 'vitest';
import { writeAnnotations } from '../../src/reporters/annotations.ts';
import { buildPrompt, buildRegressedReport, buildReport } from '../support/report-builder.ts';

test('the verdict stands at the first changed line of the prompt with one case shown, a broken case at its line where that file changed', () => {
  const report = buildRegressedReport();
  const [verdict, ...cases] = writeAnnotations(report);
  expect(verdict).toMatchObject({ level: 'error', file: 'prompts/support.prompt.yml', line: 5 });
  expect(verdict?.message.split('\n')).toEqual([
    'Do not merge yet: 2 refund cases broke on clerk-mini. Always right before (6 of 6), always wrong now (0 of 6). 18 others hold, 1 is flaky. clerk is unaffected.',
    expect.stringMatching(/^refund-\w+ on clerk-mini: 6\/6 → 0\/6$/u),
    expect.stringMatching(/^Asked: ./u),
    expect.stringMatching(/^Before: ./u),
    expect.stringMatching(/^Now: ./u),
  ]);
  expect(cases.length).toBeGreaterThan(0);
  for (const one of cases) expect(one).toMatchObject({ level: 'error', file: 'prompts/support.cases.yml' });
  expect(cases[0]?.message).toBe('refund-window got worse on clerk-mini: 6/6 → 0/6. Fails contains: 30 days.');
  const untouched = report.prompts.map((prompt) => ({
    ...prompt,
    casesChanged: { added: [], removed: [], edited: [], weakened: [] },
  }));
  expect(writeAnnotations({ ...report, prompts: untouched })).toHaveLength(1);
});

test('a case stands once, with all models it broke on; one that was removed, on no line of another case', () => {
  const report = buildRegressedReport();
  const models = report.prompts[0]?.models.flatMap((row) => [row, { ...row, id: `${row.id}-b` }]) ?? [];
  const prompts = report.prompts.map((prompt) => ({
    ...prompt,
    models,
    casesChanged: { added: [], removed: ['refund-window'], edited: [], weakened: [{ id: 'refund-digital', what: [] }] },
  }));
  const [, ...cases] = writeAnnotations({ ...report, prompts });
  expect(cases.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^refund-digital got worse on clerk-mini and clerk-mini-b: /u),
  ]);
});

test('of several prompts the worst come first, one annotation each, and what is alike is said once', () => {
  const [worse] = buildRegressedReport().prompts;
  if (worse === undefined) throw new Error('a prompt');
  const prompts = [
    buildPrompt({ path: 'a.txt' }),
    ...Array.from({ length: 12 }, (_, at) => ({ ...worse, path: `${at}.txt` })),
    buildPrompt({ path: 'z.txt', verdict: 'inconclusive' }),
  ];
  const annotations = writeAnnotations(buildRegressedReport({ prompts }));
  const files = annotations.map(({ file }) => file);
  expect(files.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, at) => `${at}.txt`));
  expect(files).not.toContain('a.txt');
  expect(annotations.find(({ file }) => file === 'z.txt')?.level).toBe('warning');
  expect(new Set(annotations.map(({ message }) => message)).size).toBe(annotations.length);
});

test.each([
  ['@@ -3,4 +3,4 @@\n a\n-b\n+c', 4],
  ['--- a/x\n+++ b/x\n@@ -1,2 +1 @@\n-b\n c', 1],
  ['@@ -0,0 +1,2 @@\n+b\n+c', 1],
  ['@@ -1,2 +0,0 @@\n-b', 1],
  ['', undefined],
])('the first changed line of %j is %s', (diff, line) => {
  const report = buildReport({ prompts: [buildPrompt({ diff })] });
  expect(writeAnnotations(report)[0]?.line).toBe(line);
});

test('an open gate warns only, a pass is a notice, nothing reviewed is silent', () => {
  const open = writeAnnotations(buildRegressedReport({ gate: { open: true, failOn: [] } }));
  expect(new Set(open.map(({ level }) => level))).toEqual(new Set(['warning']));
  expect(writeAnnotations(buildReport({ prompts: [buildPrompt()] }))).toMatchObject([{ level: 'notice' }]);
  expect(writeAnnotations(buildReport({ verdict: 'skipped' }))).toEqual([]);
});

test('a problem is an error at its line and column, with its fix', () => {
  const problem = {
    reason: 'config' as const,
    what: 'unknown key `modles`.',
    at: { file: 'promptgate.yml', line: 2, column: 1 },
    fix: 'Did you mean `models`?',
  };
  const report = buildReport({ verdict: 'invalid', gate: { open: false, failOn: ['invalid'] }, problems: [problem] });
  expect(writeAnnotations(report)).toContainEqual({
    level: 'error',
    title: 'Promptgate: not reviewed',
    message: 'unknown key `modles`. Did you mean `models`?',
    file: 'promptgate.yml',
    line: 2,
    column: 1,
  });
});

test('no more than ten of a level, none longer than the runner takes', () => {
  const problems = Array.from({ length: 30 }, (_, at) => ({
    reason: 'files' as const,
    what: `${at} ${'x'.repeat(9000)}`,
  }));
  const annotations = writeAnnotations(
    buildReport({ verdict: 'invalid', gate: { open: false, failOn: [] }, problems }),
  );
  expect(annotations).toHaveLength(10);
  expect(Math.max(...annotations.map(({ message }) => message.length))).toBe(4096);
});
