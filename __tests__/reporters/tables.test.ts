import { describe, expect, test } from 'vitest';
import { tables } from '../../src/reporters/tables.ts';
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
