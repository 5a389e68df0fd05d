import type { PortabilityVerdict } from '../core/portability/portability-report.ts';
import type { ReportPrompt, ReportRow } from '../core/report/report.ts';
import type { Verdict } from '../core/verdict.ts';
import type { CandidateFigures } from './model-columns.ts';

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

/** What a verdict on the new prompt says of the model that it runs on. */
const portable = {
  regressed: 'unsafe',
  failing: 'unsafe',
  invalid: 'unusable',
  inconclusive: 'unclear',
  unreviewed: 'unclear',
  skipped: 'unclear',
  pass: 'safe',
} as const satisfies Record<Verdict, PortabilityVerdict>;

/** A row of a review as a line of the matrix that `portability` shows: the new prompt on its model. */
export function portedFigures(row: ReportRow): CandidateFigures {
  const months = Object.values(row.cost.monthly).map((month) => month.new);
  const known = months.flatMap((month) => month ?? []);
  return {
    model: row.id,
    verdict: portable[row.verdict],
    score: row.score.new,
    failing: row.cases
      .filter(({ state, new: now }) => state === 'regressed' || state === 'fell' || (now.of > 0 && now.passes === 0))
      .map(({ id }) => id),
    usdPer1000: row.cost.new === null ? null : row.cost.new * 1000,
    usdMonth: months.length === 0 || known.length < months.length ? null : known.reduce((sum, one) => sum + one, 0),
    latencyMs: { p50: row.latency.p50.new, p95: row.latency.p95.new },
    retires: row.retires ?? null,
  };
}
