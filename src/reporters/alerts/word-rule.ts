import type { Alert, BrokenRule } from '../../core/alerts/alert.ts';
import { type AlertMetric, isKnownMetric, type MetricUnit, unitOf } from '../../core/settings/alert-metrics.ts';
import { showCount, showDuration, showMoney, showNumberOf, showPercent, showScore } from '../show-quantity.ts';
import { own, type Phrase, quote, say } from '../wording/say.ts';
import { showDay } from '../wording/show-day.ts';

/** What a rule watches, as the subject of a sentence. */
const subjects = {
  calls: 'Calls a day',
  cost: 'The cost of a call',
  spend: 'Cost per day',
  tokens: 'Tokens of a call',
  'input-tokens': 'Input tokens of a call',
  'output-tokens': 'Output tokens of a call',
  'latency-p50': 'The median time of a call',
  'latency-p95': 'The 95th percentile of a call’s time',
  errors: 'The share of errors',
  refusals: 'The share of refusals',
  truncations: 'The share of replies cut off',
  length: 'The length of a reply',
  helpfulness: 'Helpfulness',
  sentiment: 'Sentiment',
} as const satisfies Readonly<Record<AlertMetric, string>>;

/** `The cost of a call rose by 48% in segment pro`; of one that is over, what it is now. */
export function wordRuleTitle(
  rule: BrokenRule,
  { state, ended = 'over' }: Pick<Alert, 'state'> & { readonly ended?: Alert['ended'] },
): Phrase {
  const { metric, change, value } = rule;
  const where = placeOf(rule);
  const is = metric === 'calls' || metric.endsWith('tokens') ? 'are' : 'is';
  const shown = showMetric(metric, value);
  const subject = isKnownMetric(metric) ? own(subjects[metric]) : say`The grade for ${metric}`;
  if (state === 'recovered') {
    return ended === 'over'
      ? say`Over: ${subject} ${own(is)} ${own(shown)}${where}`
      : say`${subject}${where} ${own(is)} no longer watched`;
  }
  if (change === undefined) return say`${subject} ${own(is)} ${own(shown)}${where}${own(limitOf(rule))}`;
  const verb = change.value < 0 ? 'fell' : 'rose';
  return say`${subject} ${own(verb)} by ${own(showShare(change.value))}${where}`;
}

/** What it was held to, and how sure it is. */
export function wordRuleLines(rule: BrokenRule, ended: Alert['ended'] = 'over'): readonly Phrase[] {
  if (ended !== 'over') {
    const when = rule.day === null ? [] : say` when last checked, on ${quote(showDay(rule.day))}`;
    return [
      say`The config no longer has this rule, or the logs no longer have such calls. The problem had not ended${when}.`,
      say`The rule: ${ruleInWords(rule)}.`,
    ];
  }
  const { metric, value, low, high, before, change, against, day } = rule;
  const on = day === null ? [] : say` on ${quote(showDay(day))}`;
  const now = own(showMetric(metric, value));
  // Of a limit the title has the value.
  const stands =
    before === undefined || change === undefined
      ? say`Measured${on}${own(spanOf({ low, high }, (one) => showMetric(metric, one)))}.`
      : say`${own(showMetric(metric, before))} in the ${own(showNumberOf(against ?? 7, 'day'))} before, ${now}${on}${own(spanOf(change, signed))}.`;
  return [stands, say`The rule: ${ruleInWords(rule)}.`];
}

/** `cost rises by more than 30% against 7 days` */
export function ruleInWords({
  metric,
  way,
  limit,
  against,
}: Pick<BrokenRule, 'metric' | 'way' | 'limit' | 'against'>): Phrase {
  const name = isKnownMetric(metric) ? own(metric) : say`${metric}`;
  if (way === 'below' || way === 'above') return say`${name} ${own(way)} ${own(showMetric(metric, limit))}`;
  return say`${name} ${own(way)} by more than ${own(showShare(limit))} against ${own(showNumberOf(against ?? 7, 'day'))}`;
}

function limitOf({ metric, way, limit }: BrokenRule): string {
  return `, ${way} ${showMetric(metric, limit)}`;
}

function spanOf(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  show: (value: number) => string,
): string {
  return low === null || high === null ? '' : ` (with 95% confidence ${show(low)} to ${show(high)})`;
}

function placeOf({ segment, model, prompt }: BrokenRule): Phrase {
  const parts = [
    ...(segment === undefined ? [] : [say` in segment ${segment}`]),
    ...(model === undefined ? [] : [say` on ${model}`]),
    ...(prompt === undefined ? [] : [say` for ${prompt}`]),
  ];
  return parts.flat();
}

/** A value in the unit of its metric. */
function showMetric(metric: string, value: number): string {
  const unit: MetricUnit = unitOf(metric);
  switch (unit) {
    case 'dollars':
      return showMoney(value);
    case 'milliseconds':
      return showDuration(value);
    case 'share':
      return showPercent(value);
    case 'score':
      return showScore(value);
    case 'tokens':
    case 'calls':
      return showCount(value);
    case 'characters':
      return showNumberOf(Math.round(value), 'character');
  }
}

function showShare(share: number): string {
  return showPercent(Math.abs(share));
}

function signed(share: number): string {
  return `${share < 0 ? '−' : '+'}${showShare(share)}`;
}
