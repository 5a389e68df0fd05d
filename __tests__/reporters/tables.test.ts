import { describe, expect, test } from 'vitest';
import { tables } from '../../src/reporters/tables.ts';
import { buildLargeReport } from '../support/large-report.ts';
import { buildRegressedReport } from '../support/report-builder.ts';

describe.each(tables.map((table) => [table.name, table] as const))('a report written with --%s', (name, table) => {
  test('is told in help, and is the same each time', async () => {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
    expect(table.about).toMatch(/^the \S/u);
    const write = await table.load();
    expect([...write(buildRegressedReport())]).toEqual([...write(buildRegressedReport())]);
  });

  test('is as in fixtures/tables', async () => {
    const text = [...(await table.load())(buildRegressedReport())].join('');
    await expect(text).toMatchFileSnapshot(`../../fixtures/tables/${name}.txt`);
  });
});

test('no two forms have one name', () => {
  expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
});

test.each(tables)(
  'the $name of 1,000 cases on 6 models comes in pieces that hold no thread for a tenth of a second',
  async ({ load }) => {
    const write = await load();
    const lengths: number[] = [];
    let longest = 0;
    const report = buildLargeReport({ cases: 1_000, models: 6 });
    let before = process.threadCpuUsage();
    for (const piece of write(report)) {
      const { user, system } = process.threadCpuUsage(before);
      longest = Math.max(longest, (user + system) / 1_000);
      lengths.push(piece.length);
      before = process.threadCpuUsage();
    }
    expect(longest).toBeLessThan(100);
    // However fast the machine is: little more than a model's part at once.
    expect(Math.max(...lengths)).toBeLessThan(lengths.reduce((sum, length) => sum + length, 0) / 4);
  },
);
