import { expect, test } from 'vitest';
import { leftOfRun, namingRunLimit, wordLeftOfRun } from '../../../src/app/review/run-budget.ts';
import { buildReport } from '../../support/report-builder.ts';

const run = { maxCalls: 5000, maxCostUsd: 5 };
const own = { maxCalls: 3000, maxCostUsd: 4 };
const spent = (made: number, actual?: number) => {
  const report = buildReport();
  const { actual: _, ...costUsd } = report.costUsd;
  return {
    ...report,
    calls: { ...report.calls, made },
    costUsd: { ...costUsd, ...(actual === undefined ? {} : { actual }) },
  };
};

test('all configs of a run together take no more than the budget of the root', () => {
  expect(leftOfRun(run, own, [])).toEqual(own);
  expect(leftOfRun(run, own, [spent(1500, 0.5), spent(1000, 1.5)])).toEqual({ maxCalls: 2500, maxCostUsd: 3 });
  expect(leftOfRun(run, own, [spent(6000, 7)])).toEqual({ maxCalls: 0, maxCostUsd: 0 });
  expect(leftOfRun(run, own, [spent(10)])).toEqual(own);
});

test('a config that is left less than its own budget says so, and what stops it is named by the limit of the run', () => {
  const left = leftOfRun(run, own, [spent(4988, 4.5)]);
  expect(wordLeftOfRun(run, own, own, 'a/promptgate.yml')).toEqual([]);
  expect(wordLeftOfRun(run, own, left, 'a/promptgate.yml')).toEqual([
    "For `a/promptgate.yml` 12 calls and $0.50 were left: the whole run may take 5,000 calls and $5.00, by `max-calls` and `max-cost` or the root's `budget`.",
  ]);
  const stopped = (limit: 'max-calls' | 'max-cost' | 'timeout', value: number) => ({
    ...buildReport(),
    stoppedBy: { limit, value },
  });
  expect(namingRunLimit(stopped('max-calls', 12), run, own, left).stoppedBy?.value).toBe(5000);
  expect(namingRunLimit(stopped('max-cost', 0.5), run, own, left).stoppedBy?.value).toBe(5);
  expect(namingRunLimit(stopped('max-calls', 3000), run, own, own).stoppedBy?.value).toBe(3000);
  expect(namingRunLimit(stopped('timeout', 9), run, own, left).stoppedBy?.value).toBe(9);
});
