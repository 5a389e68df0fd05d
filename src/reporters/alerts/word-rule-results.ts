import type { RuleResult } from '../../core/monitor/rule-result.ts';
import { own, type Phrase, quote, say } from '../wording/say.ts';
import { ruleInWords, wordRuleLines, wordRuleTitle } from './word-rule.ts';

/** What became of the rules of `alerts`, a line each: what is broken first. */
export function wordRuleResults(results: readonly RuleResult[]): readonly Phrase[] {
  const order = ['broken', 'recovered', 'unclear', 'unknown'] as const;
  return results.toSorted((a, b) => order.indexOf(a.is) - order.indexOf(b.is)).map(wordResult);
}

function wordResult(result: RuleResult): Phrase {
  const { is, ended, value, why, sent } = result;
  if (value === null) return say`Not checked: ${ruleInWords(result)}, because ${quote(why ?? 'nothing says it')}.`;
  const about = { ...result, kind: 'rule' as const, value };
  const [stands = [], rule = []] = wordRuleLines(about, ended);
  // Of what moved the title has no limit.
  const line = result.change === undefined && ended !== 'no-longer-asked' ? stands : say`${stands} ${rule}`;
  const title = wordRuleTitle(about, { state: is === 'recovered' ? 'recovered' : 'alert', ended });
  const told = sent.length === 0 ? '' : ` Sent to ${sent.join(', ')}.`;
  if (is === 'broken') return say`Alert: ${title}. ${line}${own(told)}`;
  if (is === 'recovered') return say`${title}. ${line}${own(told)}`;
  return say`Beyond the limit, perhaps by chance: ${title}. ${line}`;
}
