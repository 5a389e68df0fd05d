import { expect, test } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import { writeJson } from '../../src/reporters/json.ts';
import { buildRegressedReport } from '../support/report-builder.ts';
import { whole } from '../support/whole.ts';

test('the JSON is of the schema and reads back as the report', () => {
  const report = buildRegressedReport();
  expect(reportSchema.parse(JSON.parse(whole(writeJson(report))))).toEqual(report);
});

test('its keys have one order, in whatever order the report was put together', () => {
  const report = buildRegressedReport();
  const { prompts, calls, ...rest } = report;
  const { made, ...counts } = calls;
  expect(whole(writeJson({ prompts, calls: { ...counts, made }, ...rest }))).toBe(whole(writeJson(report)));
});

test('a file that would be too long keeps the broken cases whole, cuts steady ones and says so', () => {
  const report = reportSchema.parse(JSON.parse(whole(writeJson(buildRegressedReport(), 10_000))));
  const [row] = report.prompts[0]?.models ?? [];
  expect(row?.cases.find(({ state }) => state === 'regressed')?.replies[0]?.checks).toHaveLength(1);
  expect(row?.cases.find(({ state }) => state === 'same')?.replies[0]?.checks).toEqual([]);
  expect(report.notes).toContainEqual(expect.stringMatching(/^Replies of steady cases are cut to 200 characters/u));
});
