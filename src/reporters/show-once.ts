import type { Report, ReportRow } from '../core/report/report.ts';

type Sides<Value> = { readonly old: Value | null; readonly new: Value | null };

/**
 * A check as the reporters of reviews show it: its one side stands for both, so that every value is told once and none
 * as a change. Reports of other modes stay as they are.
 */
export function showOnce(report: Report): Report {
  if (report.mode !== 'check') return report;
  return { ...report, prompts: report.prompts.map((prompt) => ({ ...prompt, models: prompt.models.map(rowOnce) })) };
}

function rowOnce(row: ReportRow): ReportRow {
  const { cost, tokens, latency } = row;
  return {
    ...row,
    wouldSee: null,
    score: once(row.score),
    passRate: once(row.passRate),
    metrics: Object.fromEntries(Object.entries(row.metrics).map(([name, metric]) => [name, once(metric)])),
    cost: {
      ...once(cost),
      perSegment: Object.fromEntries(Object.entries(cost.perSegment).map(([name, segment]) => [name, once(segment)])),
      monthly: Object.fromEntries(Object.entries(cost.monthly).map(([name, month]) => [name, once(month)])),
    },
    tokens: { input: once(tokens.input), output: once(tokens.output) },
    latency: {
      p50: once(latency.p50),
      p95: once(latency.p95),
      ...(latency.firstToken === undefined ? {} : { firstToken: once(latency.firstToken) }),
    },
  };
}

function once<Value extends Sides<unknown>>(value: Value): Value & { readonly old: Value['new'] } {
  return { ...value, old: value.new };
}
