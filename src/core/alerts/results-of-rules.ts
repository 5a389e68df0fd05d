import type { RuleResult } from '../monitor/rule-result.ts';
import type { AlertRule } from '../settings/alert-rule-schema.ts';
import type { JudgedRule, UnknownRule } from './judge-rules.ts';

/** What of judged rules is to be told. @param raised what was told in this run, by key */
export function resultsOfRules(
  judged: readonly JudgedRule[],
  unknown: readonly UnknownRule[],
  raised: ReadonlyMap<string, { readonly state: 'alert' | 'recovered'; readonly sent: RuleResult['sent'] }>,
): readonly RuleResult[] {
  const known = judged.flatMap(({ key, is, ended, about }): readonly RuleResult[] => {
    const told = raised.get(key);
    const { kind: _, ...rest } = about;
    const result = { rule: nameOf(about), ...rest, sent: told?.sent ?? [] };
    if (is === 'wrong') return [{ ...result, is: 'broken' }];
    if (told?.state === 'recovered') return [{ ...result, is: 'recovered', ended: ended ?? 'over' }];
    return is === 'unknown' ? [{ ...result, is: 'unclear' }] : [];
  });
  const others = unknown.map(({ rule, why }): RuleResult => {
    const { forRuns: _, ...rest } = rule;
    return { rule: nameOf(rule), ...rest, is: 'unknown', value: null, low: null, high: null, day: null, why, sent: [] };
  });
  return [...known, ...others];
}

function nameOf({ metric, way, limit }: Pick<AlertRule, 'metric' | 'way' | 'limit'>): string {
  return `${metric} ${way} ${limit}`;
}
