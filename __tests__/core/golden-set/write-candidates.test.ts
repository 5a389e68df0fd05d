import { expect, test } from 'vitest';
import type { Candidate } from '../../../src/core/golden-set/make-candidate.ts';
import { appendCandidates, writeCandidates } from '../../../src/core/golden-set/write-candidates.ts';

const candidate: Candidate = {
  reason: 'failed',
  notes: ['It failed: a\n- id: forged'],
  vars: { question: 'Why?' },
  history: [],
  at: { file: 'a.jsonl', line: 3 },
};

test.each([
  [
    'a map of cases',
    '# Ours.\ndefaults:\n  checks: [answers]\ncases:\n    - id: a # one\n      vars: {}\n\n# Later.\n',
  ],
  ['a map that goes on behind them', 'cases:\n- id: a\n  vars: {}\ndefaults: {}\n'],
  ['a bare list', '- id: a\n  vars: {}'],
  ['a text at the end', 'cases:\n  - id: a\n    vars:\n      q: |\n        two\n        lines\n'],
])('cases come behind those of %s, and all that stands there stays', (_, text) => {
  const added = appendCandidates(text, 'a.cases.yml', [candidate]);
  expect(added.kind).toBe('text');
  const next = added.kind === 'text' ? added.text : '';
  for (const line of text.trimEnd().split('\n')) expect(next).toContain(`${line}\n`);
  expect(next.indexOf('id: a')).toBeLessThan(next.indexOf('id: log-'));
});

test.each([
  ['a list on one line', 'cases: [{ id: a, vars: {} }]\n'],
  ['what is no YAML', 'cases: [\n'],
  ['a text', 'cases: none\n'],
])('nothing is added to %s', (_, text) => {
  const added = appendCandidates(text, 'a.cases.yml', [candidate]);
  expect(added).toMatchObject({ kind: 'broken', problem: { at: { file: 'a.cases.yml' } } });
});

test('what a log says stays within its comment', () => {
  expect(
    writeCandidates([candidate])
      .split('\n')
      .filter((line) => line.startsWith('- id')),
  ).toHaveLength(1);
});

test('of where it was logged the comment tells the masked name of the file alone, and its line', () => {
  for (const file of ['/home/ann/acme/of-ann@example.org.jsonl', String.raw`C:\logs\acme\of-ann@example.org.jsonl`]) {
    const written = writeCandidates([{ ...candidate, at: { file, line: 3 } }]);
    expect(written).toContain('([e-mail]:3).');
    expect(written).not.toMatch(/acme|ann|logs/u);
  }
});
