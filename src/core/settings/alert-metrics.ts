/** What a value is measured in. */
export type MetricUnit = 'dollars' | 'tokens' | 'milliseconds' | 'share' | 'characters' | 'calls' | 'score';

/** What rules may watch, and its unit. Of cost, tokens and length: of a call. */
export const metricUnits = {
  calls: 'calls',
  cost: 'dollars',
  spend: 'dollars',
  tokens: 'tokens',
  'input-tokens': 'tokens',
  'output-tokens': 'tokens',
  'latency-p50': 'milliseconds',
  'latency-p95': 'milliseconds',
  errors: 'share',
  refusals: 'share',
  truncations: 'share',
  length: 'characters',
  helpfulness: 'score',
  sentiment: 'score',
} as const satisfies Readonly<Record<string, MetricUnit>>;

export type AlertMetric = keyof typeof metricUnits;
/** What the logs themselves say; of the others models judge a sample. */
export type CountedMetric = Exclude<AlertMetric, 'helpfulness' | 'sentiment'>;

export const alertMetrics = [
  'calls',
  'cost',
  'spend',
  'tokens',
  'input-tokens',
  'output-tokens',
  'latency-p50',
  'latency-p95',
  'errors',
  'refusals',
  'truncations',
  'length',
  'helpfulness',
  'sentiment',
] as const satisfies readonly AlertMetric[];

export function isCounted(metric: string): metric is CountedMetric {
  return isKnownMetric(metric) && metricUnits[metric] !== 'score';
}

/** Any other is a judged check of the config, by its name. */
export function isKnownMetric(metric: string): metric is AlertMetric {
  return Object.hasOwn(metricUnits, metric);
}

/** What the values of a metric are measured in; of a judged check it is the scale of its grades. */
export function unitOf(metric: string): MetricUnit {
  return isKnownMetric(metric) ? metricUnits[metric] : 'score';
}

/** How a rule is broken: beyond a value, or moved by a share of what it was. */
export const ruleWays = ['below', 'above', 'rises', 'falls'] as const;
export type RuleWay = (typeof ruleWays)[number];
