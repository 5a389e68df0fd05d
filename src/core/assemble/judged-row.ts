import type { RowComparison } from '../gate/comparison.ts';
import type { RowVerdict } from '../gate/decide-verdict.ts';
import type { ReportRow } from '../report/report.ts';

/** What of a row the gate alone tells. */
type JudgedRow = Omit<
  ReportRow,
  'id' | 'own' | 'model' | 'provider' | 'cost' | 'tokens' | 'latency' | 'prefer' | 'cases'
>;

/** The gate's part of a row of the report, wherever its scores came from. */
export function judgedRow(compared: RowComparison, judged: RowVerdict): JudgedRow {
  return {
    verdict: judged.verdict,
    reasons: judged.reasons,
    pooledOnly: judged.pooledOnly,
    // An interval that is not to be shown is not handed on: whoever reads the report would show it.
    score: judged.showInterval ? compared.score : { ...compared.score, low: null, high: null },
    showInterval: judged.showInterval,
    looks: compared.looks,
    method: compared.test?.method ?? null,
    passRate: compared.passRate,
    metrics: Object.fromEntries(
      Object.entries(compared.metrics).map(([name, { gated, old: before, new: after, delta, low, high, p }]) => [
        name,
        { gated, old: before, new: after, delta, low, high, p },
      ]),
    ),
    wouldSee: compared.wouldSee,
    missing: compared.missing,
    replies: compared.replies,
  };
}
