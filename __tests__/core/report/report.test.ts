import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import type { Reason } from '../../../src/core/gate/reason.ts';
import { type Report, reportSchema } from '../../../src/core/report/report.ts';
import { buildRegressedReport, buildReport } from '../../support/report-builder.ts';

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
