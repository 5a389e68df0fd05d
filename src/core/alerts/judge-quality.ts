import { groupedBy } from '../monitor/monitor-comparison.ts';
import type { QualityRow } from '../monitor/observed.ts';
import { isKnownMetric } from '../settings/alert-metrics.ts';
import type { AlertRule } from '../settings/alert-rule-schema.ts';
import type { JudgedRule, UnknownRule } from './judge-rules.ts';
import { keyOf } from './watched-scopes.ts';

/** Judges a rule by what models made of a sample of all calls in the logs, with its interval; it knows no days. */
export function judgeQuality(
  rule: AlertRule,
  quality: readonly QualityRow[],
): { readonly judged: readonly JudgedRule[]; readonly unknown: readonly UnknownRule[] } {
  const { metric, way, limit } = rule;
  const nothing = (why: string) => ({ judged: [], unknown: [{ rule, why }] });
  if (way === 'rises' || way === 'falls')
    return nothing(`what ${metric} was on the days before is not known: say \`below\` or \`above\``);
  const by = groupedBy.filter((name) => rule[name] !== undefined);
  const rows = quality.filter(
    (row) =>
      row.metric === metric &&
      row.by.length === by.length &&
      by.every(
        (name) => row.by.includes(name) && row[name] !== null && (rule[name] === '*' || rule[name] === row[name]),
      ),
  );
  const [scale] = rows.map((row) => row.scale);
  if (scale !== undefined && (limit < scale.low || limit > scale.high))
    return nothing(`its grades go from ${scale.low} to ${scale.high}, and no grade is beyond ${limit}`);
  const judged = rows.flatMap((row): readonly JudgedRule[] => {
    const { mean, interval } = row;
    if (mean === null || interval === null) return [];
    const { low, high } = interval;
    const isBeyond = way === 'below' ? high < limit : low > limit;
    const isWithin = way === 'below' ? mean >= limit : mean <= limit;
    const is = isBeyond ? 'wrong' : isWithin ? 'fine' : 'unknown';
    const names = Object.fromEntries(by.flatMap((name) => (row[name] === null ? [] : [[name, row[name]]])));
    const about = { kind: 'rule' as const, metric, way, limit, ...names, value: mean, low, high, day: null };
    return [{ key: keyOf(rule, names), is, forRuns: rule.forRuns, about }];
  });
  if (judged.length > 0) return { judged, unknown: [] };
  if (rows.length > 0) return nothing('no call of the sample got a grade');
  const isKnown = quality.some((row) => row.metric === metric);
  const says = isKnownMetric(metric) ? `says the ${metric} of replies` : `grades replies by ${metric}`;
  const ask = `nothing in this run ${says}: name it under \`monitor.quality.metrics\``;
  return nothing(isKnown ? 'the sample holds no call of it' : ask);
}
