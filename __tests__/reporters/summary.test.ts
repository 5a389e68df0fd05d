import { expect, test } from 'vitest';
import { summaryLimit, writeSummary } from '../../src/reporters/summary.ts';
import { buildCase, buildPrompt, buildRegressedReport, buildReply, buildRow } from '../support/report-builder.ts';

test('a summary starts with the verdict line and has room for more than a comment', () => {
  const summary = writeSummary(buildRegressedReport());
  expect(summary).toMatch(/^### ⛔ Do not merge yet: 2 refund cases broke/u);
  expect(summary).toContain('How sure is this?');
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
