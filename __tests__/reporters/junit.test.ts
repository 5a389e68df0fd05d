import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report/report.ts';
import { writeJunit } from '../../src/reporters/junit.ts';
import { anyShape, anyTexts, fillReport } from '../support/filled-report.ts';
import { antRules, breachesOf, jenkinsRules } from '../support/junit-rules.ts';
import { buildCase, buildPrompt, buildRegressedReport, buildReport, buildRow } from '../support/report-builder.ts';

type Node = Record<string, unknown>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => ['testsuite', 'testcase'].includes(name),
});

/** Suites and tests, after what both schemas in use demand was held. */
function read(report: Report): readonly { readonly suite: string; readonly name: string; readonly outcome: string }[] {
  const xml = [...writeJunit(report)].join('');
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
  const { testsuites }: { testsuites: Node } = parser.parse(xml);
  // Whatever stands for a date in a report of any shape is none of the schema's.
  const ours = xml.replaceAll(/ timestamp="[^"]*"/gu, ' timestamp="2026-11-28T12:00:00"');
  expect([breachesOf(ours, antRules), breachesOf(xml, jenkinsRules)]).toEqual([[], []]);
  const suites = listed(testsuites['testsuite']);
  const sums = { tests: 0, failures: 0, errors: 0 };
  const tests = suites.flatMap((suite) => {
    for (const key of ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp'])
      expect(suite).toHaveProperty(key);
    for (const key of ['tests', 'failures', 'errors'] as const) sums[key] += Number(suite[key]);
    return listed(suite['testcase']).map((one) => {
      const kinds = Object.keys(one).filter((key) => !['name', 'classname', 'time'].includes(key));
      expect(kinds.length).toBeLessThanOrEqual(1);
      for (const kind of kinds) expect(['failure', 'error', 'skipped']).toContain(kind);
      return { suite: String(suite['name']), name: String(one['name']), outcome: kinds[0] ?? 'passed' };
    });
  });
  expect(sums).toEqual({
    tests: tests.length,
    failures: tests.filter(({ outcome }) => outcome === 'failure').length,
    errors: tests.filter(({ outcome }) => outcome === 'error').length,
  });
  return tests;
}

function listed(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value : [];
}

describe('a report as JUnit XML', () => {
  test('has what the actions of EnricoMi and dorny read: a date, and no part of a suite without any text', () => {
    const xml = [...writeJunit(buildRegressedReport())].join('');
    expect(breachesOf(xml, antRules)).toEqual([]);
    // The first reads the text of both without asking whether there is any.
    expect(xml).not.toMatch(/<system-(?:out|err)(?:\/>|><)/u);
    expect(xml).toMatch(/<failure message="[^"]+" type="regressed">Case: /u);
  });

  test('has a suite a prompt and model, and fails the cases that broke', () => {
    const tests = read(buildRegressedReport());
    const failing = tests.filter(({ outcome }) => outcome === 'failure');
    expect(failing).toContainEqual({
      suite: 'prompts/support.prompt.yml on clerk-mini',
      name: 'refund-window',
      outcome: 'failure',
    });
    expect(tests.length).toBeGreaterThan(failing.length);
  });

  test('tells what was asked, both replies and what fails', () => {
    const xml = [...writeJunit(buildRegressedReport())].join('');
    expect(xml).toMatch(/<failure message="got worse: 6\/6 → 0\/6" type="regressed">/u);
    expect(xml).toMatch(/\nAsked: .*\nBefore: .*\nNow: .*\nFails: contains: 30 days/u);
  });

  test('fails nothing that was accepted, or that fails before and now', () => {
    const by = { by: 'robin', at: '2026-11-23T10:00:00.000Z', how: 'label', fingerprint: 'f' };
    const gate = { ...buildReport().gate, open: true };
    expect(read(buildRegressedReport({ accepted: [by], gate })).map(({ outcome }) => outcome)).not.toContain('failure');
    const steady = buildRow({
      cases: [buildCase({ id: 'a', state: 'failing' }), buildCase({ id: 'b', state: 'same' })],
    });
    const tests = read(buildReport({ prompts: [buildPrompt({ models: [steady] })] }));
    expect(tests.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['a', 'skipped'],
      ['b', 'passed'],
    ]);
  });

  test('fails the gate itself where a rule closed it and no case broke, so that no file of a blocked review is green', () => {
    const models = [
      buildRow({ verdict: 'regressed', reasons: [{ kind: 'min-score', row: 'm', score: 0.3, minimum: 0.7 }] }),
    ];
    const gate = { ...buildReport().gate, open: false };
    const report = buildReport({
      verdict: 'regressed',
      gate,
      prompts: [buildPrompt({ verdict: 'regressed', models })],
    });
    expect(
      read(report)
        .filter(({ outcome }) => outcome === 'failure')
        .map(({ name }) => name),
    ).toEqual(['the gate']);
  });

  test('is in error over what could not be read, and skips what nothing guards', () => {
    const problems = [{ reason: 'config', what: 'There is no model `x`.' } as const];
    const unreviewed = [{ path: 'prompts/sales.txt', why: 'no-cases' } as const];
    const tests = read(
      buildReport({ verdict: 'invalid', problems, unreviewed, gate: { ...buildReport().gate, open: false } }),
    );
    expect(tests.map(({ outcome }) => outcome)).toEqual(['error', 'skipped']);
  });

  test('is valid whatever stands in a report', () => {
    fc.assert(
      fc.property(anyShape, anyTexts, (shape, texts) => {
        const report = fillReport(shape, texts);
        const tests = read(report);
        if (report.gate.open) return;
        expect(tests.some(({ outcome }) => outcome === 'failure' || outcome === 'error')).toBe(true);
      }),
      { numRuns: 100, seed: 20261128 },
    );
  });
});
