import { describe, expect, it } from 'vitest';
import { writeComment } from '../../src/reporters/comment.ts';
import { spendingTable } from '../../src/reporters/html/spending-table.ts';
import { buildPrompt, buildReport, buildRow, buildSpending, buildSpent } from '../support/report-builder.ts';

const dearer = { old: 0.001, new: 0.0015, delta: 0.0005, low: 0.0004, high: 0.0006, p: 0.001, cheaper: 0.999 };

describe('what a prompt costs over its models', () => {
  const { factors: _, ...spent } = buildSpent({ usd: dearer });
  const reportOf = (usd: typeof dearer) => {
    const models = ['clerk', 'clerk-mini'].map((id) => buildRow({ id, spending: buildSpending() }));
    return buildReport({ prompts: [buildPrompt({ models, spending: { ...spent, models: 2, usd } })] });
  };

  it('stands first in the fold where it moved beyond chance, and in the page always', () => {
    const line = 'Over its 2 models +50% a reply ($1.00 → $1.50 per 1,000 replies, +$0.40 to +$0.60).';
    const report = reportOf(dearer);
    expect(writeComment(report, '')).toContain(`- ${line}`);
    expect(spendingTable(report).text).toContain(line);
    const still = reportOf({ ...dearer, p: 0.3 });
    expect(writeComment(still, '')).not.toContain('Over its');
    expect(spendingTable(still).text).toMatch(/<td class="wrap">all 2 models<\/td><td class="wrap">all<\/td>/u);
  });
});

it('says whose tokens the service did not count', () => {
  const told = (old: number, now: number) => {
    const spending = buildSpending({ replies: { old: 20, new: 20 }, uncounted: { old, new: now } });
    return writeComment(buildReport({ prompts: [buildPrompt({ models: [buildRow({ spending })] })] }), '');
  };
  expect(told(0, 3)).toContain('The service did not count the tokens of 3 of 40 replies: they are counted here');
  expect(told(20, 20)).toContain('The service did not count the tokens of any reply: they are counted here');
});
