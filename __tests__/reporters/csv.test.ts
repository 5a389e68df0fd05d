import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../src/reporters/csv.ts';
import { buildCase, buildPrompt, buildRegressedReport, buildReport, buildRow } from '../support/report-builder.ts';

describe('a report as a table', () => {
  test('has a line a case and model, with what became of it and what fails now', () => {
    const report = buildRegressedReport();
    const lines: readonly Record<string, string>[] = parse([...writeCsv(report)].join(''), { columns: true });
    const cases = report.prompts.flatMap(({ models }) => models.flatMap(({ cases: held }) => held));
    expect(lines).toHaveLength(cases.length);
    expect(lines.find((line) => line['case'] === 'refund-window' && line['model'] === 'clerk-mini')).toMatchObject({
      outcome: 'broke',
      old_passes: '6',
      new_passes: '0',
      new_replies: '6',
      fails_now: 'contains: 30 days',
    });
  });

  test('is no formula to a spreadsheet, and one line a case whatever it is called', () => {
    const ids = [
      '=HYPERLINK("http://x")',
      '+1',
      '-1',
      '@x',
      'a,b',
      'a"b',
      'a\nb',
      '\u202ea',
      '\uff1d1',
      'a;=1',
      'a;"@x',
      'a\n-1',
      'a-1;b',
    ];
    const rows = [buildRow({ cases: ids.map((id) => buildCase({ id })) })];
    const text = [...writeCsv(buildReport({ prompts: [buildPrompt({ models: rows })] }))].join('');
    const lines: readonly Record<string, string>[] = parse(text, { columns: true });
    expect(lines.map((line) => line['case'])).toEqual([
      `'=HYPERLINK("http://x")`,
      "'+1",
      "'-1",
      "'@x",
      'a,b',
      'a"b',
      'a\nb',
      '⟨U+202E⟩a',
      "'\uff1d1",
      // Spreadsheets of half of the world part cells at a semicolon.
      "a;'=1",
      `a;"'@x`,
      "a\n'-1",
      'a-1;b',
    ]);
  });
});
