import type { RuleResult } from '../monitor/rule-result.ts';
import type { AlertRule } from '../settings/alert-rule-schema.ts';
import type { AlertState } from './alert-state.ts';
import type { JudgedRule, UnknownRule } from './judge-rules.ts';
import type { Watched } from './plan-alerts.ts';

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

/**
 * How many alerts of rules are open after a run, told or not: what is wrong for as many runs as its rule asks, and what was told and of which
 * this run does not know that it is over. Where it is not known what earlier runs found, a single run counts.
 * @param kept what was kept before the run; undefined where nothing is kept, or it could not be read
 */
export function openAlerts(watched: readonly Watched[], kept: AlertState | undefined): number {
  const entries = kept?.entries.filter(({ about }) => about.kind === 'rule') ?? [];
  const entryOf = (key: string) => entries.find((entry) => entry.key === key);
  const isOpen = ({ key, is, forRuns }: Watched): boolean => {
    if (is === 'unknown') return (entryOf(key)?.told.length ?? 0) > 0;
    return is === 'wrong' && (kept === undefined || (entryOf(key)?.runs ?? 0) + 1 >= forRuns);
  };
  const unseen = entries.filter(({ key, told }) => told.length > 0 && watched.every((one) => one.key !== key));
  return watched.filter(isOpen).length + unseen.length;
}
