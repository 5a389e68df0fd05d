import { ownOf } from '../own-of.ts';
import { scoreSlack } from '../statistics/stratum.ts';
import { isBroken } from './case-look.ts';
import type { CaseComparison, Comparison, RowComparison, Tally } from './comparison.ts';
import type { Count, Reason } from './reason.ts';
import type { GateSettings } from './settings.ts';

/** Why a row is regressed by itself: suite, confirmed cases, gated metrics, and the rules outside alpha. */
export function regressionReasons(row: RowComparison, settings: GateSettings): readonly Reason[] {
  const { row: id } = row;
  const { tolerance } = settings;
  const suite: readonly Reason[] =
    row.rejection === null ? [] : [{ kind: 'suite', row: id, ...row.rejection, tolerance }];
  const metrics = Object.entries(row.metrics).flatMap(([metric, { rejection }]): readonly Reason[] => {
    const gate = ownOf(settings.metrics, metric);
    return rejection === null || gate === undefined ? [] : [{ kind: 'metric', row: id, metric, ...rejection, ...gate }];
  });
  return [
    ...suite,
    ...row.cases.flatMap((one) => caseReason(id, one, settings)),
    ...metrics,
    ...brokenRules(row, settings),
  ];
}

/** Why the rows together are regressed. */
export function pooledReasons({ pooled }: Comparison, settings: GateSettings): readonly Reason[] {
  if (pooled === null) return [];
  const { tolerance } = settings;
  const suite: readonly Reason[] =
    pooled.rejection === null ? [] : [{ kind: 'suite', row: null, ...pooled.rejection, tolerance }];
  const metrics = Object.entries(pooled.metrics).flatMap(([metric, rejection]): readonly Reason[] => {
    const gate = ownOf(settings.metrics, metric);
    return gate === undefined ? [] : [{ kind: 'metric', row: null, metric, ...rejection, ...gate }];
  });
  return [...suite, ...metrics];
}

function caseReason(row: string, one: CaseComparison, settings: GateSettings): readonly Reason[] {
  const { case: name, family, old, new: now } = one;
  const blocks = settings.cases === 'block';
  const told = { kind: 'case', row, case: name, family, old: count(old), new: count(now), blocks } as const;
  if (one.confirmed !== null && isBroken(one.confirmed.delta)) return [{ ...told, ...one.confirmed }];
  const fall = one.falls.find(({ confirmed }) => confirmed !== null);
  if (fall === undefined || fall.confirmed === null) return [];
  const { check, old: before, new: after } = fall;
  return [{ ...told, ...fall.confirmed, fall: { check, old: before, new: after } }];
}

function count({ passes, of }: Tally): Count {
  return { passes, of };
}

function brokenRules(row: RowComparison, settings: GateSettings): readonly Reason[] {
  const reasons: Reason[] = [];
  const { minScore, costLimit, latencyLimit } = settings;
  const { cost, latency, score, outputTokens } = row;
  if (minScore !== undefined && score.new !== null && score.new < minScore - scoreSlack) {
    reasons.push({ kind: 'min-score', row: row.row, score: score.new, minimum: minScore });
  }
  if (costLimit !== undefined && cost.rejection !== null && cost.old !== null && cost.new !== null) {
    const { old, new: now, increase } = cost;
    const { round, p, alpha } = cost.rejection;
    reasons.push({ kind: 'cost', row: row.row, round, p, alpha, old, new: now, increase, limit: costLimit });
  }
  const caps = [
    ['usd', cost.new, settings.costCap],
    ['output-tokens', outputTokens, settings.outputCap],
  ] as const;
  for (const [of, value, cap] of caps)
    if (cap !== undefined && value !== null && value > cap * (1 + scoreSlack))
      reasons.push({ kind: 'cap', row: row.row, of, value, cap });
  const { old, new: now, increase, rejection } = latency;
  if (latencyLimit !== undefined && rejection !== null && old !== null && now !== null && increase !== null) {
    const { round, p, alpha } = rejection;
    const of = settings.latencyOf === undefined || settings.latencyOf === 'p50' ? {} : { of: settings.latencyOf };
    const told = { round, p, alpha, old, new: now, increase, limit: latencyLimit };
    reasons.push({ kind: 'latency', row: row.row, ...of, ...told });
  }
  return reasons;
}
