import type { ReportPrompt, ReportRow } from '../core/report/report.ts';

/** Models on which a prompt passed, and the cheapest of those (dollars a reply of the new side), where prices are known. */
export function safeModels(prompt: ReportPrompt): {
  readonly safe: readonly ReportRow[];
  readonly unsafe: readonly ReportRow[];
  readonly cheapest: ReportRow | undefined;
} {
  const safe = prompt.models.filter(({ verdict }) => verdict === 'pass');
  const priced = safe.flatMap((row) => (row.cost.new === null ? [] : [{ row, cost: row.cost.new }]));
  return {
    safe,
    unsafe: prompt.models.filter(({ verdict }) => verdict !== 'pass'),
    cheapest: priced.toSorted((a, b) => a.cost - b.cost)[0]?.row,
  };
}
