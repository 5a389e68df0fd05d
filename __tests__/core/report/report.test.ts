import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import type { Reason } from '../../../src/core/gate/reason.ts';
import { parseReport } from '../../../src/core/report/parse-report.ts';
import { type Report, reportSchema } from '../../../src/core/report/report.ts';
import { writeJson } from '../../../src/reporters/json.ts';
import { buildPrompt, buildRegressedReport, buildReport } from '../../support/report-builder.ts';
import { whole } from '../../support/whole.ts';

test('a whole report is of its schema, and comes back equal from its JSON', () => {
  const report = buildRegressedReport();
  expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
});

test('the schema knows exactly the reasons the gate gives', () => {
  expectTypeOf<Reason>().toExtend<Report['prompts'][number]['reasons'][number]>();
  expectTypeOf<Report['prompts'][number]['reasons'][number]>().toExtend<Reason>();
});

test('an unknown is null or left out: a number that is none is refused', () => {
  const report = buildReport();
  expect(reportSchema.safeParse({ ...report, costUsd: { actual: Number.NaN, unpriced: [] } }).success).toBe(false);
  expect(reportSchema.safeParse({ ...report, costUsd: { unpriced: ['my-model'] } }).success).toBe(true);
});

test('a JSON Schema can be made of it', () => {
  expect(z.toJSONSchema(reportSchema)).toMatchObject({ type: 'object', properties: { prompts: { type: 'array' } } });
});

test('whatever name people give a segment or an argument, it is in what is written and in what is read again', () => {
  const named = JSON.parse(
    '{"__proto__": {"old": 0.001, "new": 0.002}, "\\u0000__proto__": {"old": 0.003, "new": null}}',
  );
  const [prompt] = buildRegressedReport().prompts;
  const models = (prompt?.models ?? []).map((row) => ({ ...row, cost: { ...row.cost, perSegment: named } }));
  const exam = prompt?.exam.map((one) => ({ ...one, vars: JSON.parse('{"__proto__": {"__proto__": "a"}}') })) ?? [];
  const report = buildReport({ prompts: [buildPrompt({ ...prompt, models, exam })] });
  const read = parseReport(whole(writeJson(report)), 'promptgate.json');
  expect(JSON.stringify(read)).toBe(JSON.stringify(reportSchema.parse(JSON.parse(JSON.stringify(report)))));
  const [again] = read.prompts;
  expect(Object.entries(again?.models[0]?.cost.perSegment ?? {})).toEqual(Object.entries(named));
  expect(JSON.stringify(again?.exam[0]?.vars)).toBe('{"__proto__":{"__proto__":"a"}}');
  expect(Object.getPrototypeOf(again?.models[0]?.cost.perSegment)).toBe(Object.prototype);
});
