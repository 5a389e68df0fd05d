import { expect, test } from 'vitest';
import { summaryLimit, writeSummary } from '../../src/reporters/summary.ts';
import { buildCase, buildPrompt, buildRegressedReport, buildReply, buildRow } from '../support/report-builder.ts';

test('a summary starts with the verdict line and has room for more than a comment', () => {
  const summary = writeSummary(buildRegressedReport());
  expect(summary).toMatch(/^### ⛔ Do not merge yet: 2 refund cases broke/u);
  expect(summary).toContain('How sure is this?');
});

test('a summary ends with every case on every model, the worst first', () => {
  const report = buildRegressedReport();
  const [, matrix = ''] = writeSummary(report).split(/<summary>All cases \(\d+\)<\/summary>/u);
  const rows = matrix.split('\n').filter((line) => line.startsWith('| '));
  expect(rows[0]).toBe('| Case | Outcome | `clerk-mini` | `clerk` |');
  expect(rows).toHaveLength((report.prompts[0]?.models[0]?.cases.length ?? 0) + 2);
  expect(rows[2]).toMatch(/refund-\w+`<\/a> \| broke \| 6\/6 → \*\*0\/6\*\* \| ✓ \d\/\d \|$/u);
  expect(rows.at(-1)).toContain('| holds |');
});

test('a matrix that does not fit says how many cases it left out', () => {
  const cases = Array.from({ length: 10_000 }, (_, index) =>
    buildCase({ id: `${'a'.repeat(80)}-${index}`, replies: [] }),
  );
  const prompts = [buildPrompt({ exam: [], models: [buildRow({ cases })] })];
  const summary = writeSummary(buildRegressedReport({ prompts }));
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(summaryLimit);
  expect(summary).toMatch(/<summary>All cases \(10,000\)<\/summary>[\s\S]*… and \d+ more in the full report\./u);
});

test('counted in bytes it stays under what the runner takes', () => {
  const text = '予約は三十日以内です。'.repeat(2000);
  const cases = Array.from({ length: 60 }, (_, index) =>
    buildCase({
      id: `返品-${index}`,
      state: 'regressed',
      replies: [buildReply({ side: 'old', text }), buildReply({ side: 'new', text: text.replaceAll('三十', '四十') })],
    }),
  );
  const prompts = Array.from({ length: 12 }, (_, index) =>
    buildPrompt({
      path: `prompts/${index}.txt`,
      diff: `+${text}\n`.repeat(300),
      models: [buildRow({ cases, verdict: 'regressed' })],
    }),
  );
  const summary = writeSummary(buildRegressedReport({ prompts }));
  const bytes = Buffer.byteLength(summary);
  expect(bytes).toBeLessThanOrEqual(summaryLimit);
  expect(bytes).toBeGreaterThan(summaryLimit / 2);
});
