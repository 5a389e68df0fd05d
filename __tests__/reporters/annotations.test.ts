import { expect, test } from 'vitest';
import { writeAnnotations } from '../../src/reporters/annotations.ts';
import { buildPrompt, buildRegressedReport, buildReport } from '../support/report-builder.ts';

test('the verdict stands at the prompt, a broken case at its line, both as errors where the gate is closed', () => {
  const [verdict, first] = writeAnnotations(buildRegressedReport());
  expect(verdict).toMatchObject({ level: 'error', file: 'prompts/support.prompt.yml' });
  expect(verdict?.message).toBe(
    'Do not merge yet: 2 refund cases broke on gpt-5-mini. Always right before (6 of 6), always wrong now (0 of 6). 18 others hold, 1 is flaky. gpt-5 is unaffected.',
  );
  expect(first).toMatchObject({ level: 'error', file: 'prompts/support.cases.yml', line: 3 });
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
    title: 'Promptgate: config',
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
