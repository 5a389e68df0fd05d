import { type GroupedBy, groupedBy } from '../monitor/monitor-comparison.ts';
import type { AlertRule } from '../settings/alert-rule-schema.ts';
import type { BrokenRule } from './alert.ts';
import type { AlertEntry, AlertState } from './alert-state.ts';
import type { JudgedRule, RuleDays } from './judge-rules.ts';
import { keyOf, scopesOfRule } from './watched-scopes.ts';

/** Days without a call of a name that a rule watches by `*`, after which nothing watches it any more. */
const leftAfter = 7;
const millisecondsADay = 86_400_000;

/**
 * What was told of rules that nothing watches any more: the config has no such rule, or for a week the logs have had no call of a name
 * that `*` found. Nothing else could end these alerts. That a name has no call today, or too few, ends nothing, and neither does a rule
 * that names it: then it is not known.
 * @param judged what this run judged
 */
export function leftRules(
  rules: readonly AlertRule[],
  days: RuleDays,
  kept: AlertState,
  judged: readonly JudgedRule[],
): readonly JudgedRule[] {
  return kept.entries.flatMap((entry): readonly JudgedRule[] => {
    const { key, about } = entry;
    if (about.kind !== 'rule' || judged.some((one) => one.key === key)) return [];
    const rule = rules.find((one) => isOf(about, one));
    const isLeft = rule === undefined || (isOfEach(rule) && isGone(entry, about, rule, days));
    return isLeft ? [{ key, is: 'fine', ended: 'no-longer-asked', forRuns: 1, about }] : [];
  });
}

/** Whether it is this rule that was broken. */
function isOf(about: BrokenRule, rule: AlertRule): boolean {
  const named = namesOf(about);
  const isNamed = groupedBy.every((by) =>
    rule[by] === undefined || named[by] === undefined ? rule[by] === named[by] : isNameOf(rule[by], named[by]),
  );
  return isNamed && keyOf(rule, named) === keyOf(about, named);
}

function isNameOf(written: string, name: string): boolean {
  return written === '*' || written === name;
}

function isOfEach(rule: AlertRule): boolean {
  return groupedBy.some((by) => rule[by] === '*');
}

function isGone({ seenMs }: AlertEntry, about: BrokenRule, rule: AlertRule, days: RuleDays): boolean {
  const last = days.logged.at(-1);
  if (last === undefined) return false;
  // Of a sample no day is known: then it is the day of the run.
  const looked = about.day ?? days.dateOf(Math.floor(seenMs / millisecondsADay));
  const recent = Array.from({ length: leftAfter }, (_, at) => last - at);
  if (looked >= days.dateOf(last - leftAfter + 1)) return false;
  const key = keyOf(about, namesOf(about));
  return scopesOfRule(rule, days.scopes).every(
    (scope) => keyOf(rule, scope.names) !== key || recent.every((day) => !scope.days.has(day)),
  );
}

function namesOf({ segment, model, prompt }: BrokenRule): { readonly [by in GroupedBy]?: string } {
  return {
    ...(segment === undefined ? {} : { segment }),
    ...(model === undefined ? {} : { model }),
    ...(prompt === undefined ? {} : { prompt }),
  };
}
