import type { MonitorTally } from '../monitor/monitor-report.ts';
import { readDay } from '../monitor/read-day.ts';
import type { CountedMetric } from '../settings/alert-metrics.ts';

/** What a day says of a metric: its value, and the bounds that counting so few calls leaves, at so many standard errors. */
export type MetricReading = {
  readonly value: number;
  /** Of the logarithm of the value; of a share, of its log odds: so that days add up and bounds stay possible. */
  readonly scaled: number;
  readonly variance: number;
};

/** What a day says of a metric; undefined where no log says it. */
export function readMetric(metric: CountedMetric, tally: MonitorTally): MetricReading | undefined {
  switch (metric) {
    case 'errors':
      return shareOf(tally.errors, tally.calls);
    case 'refusals':
      return shareOf(tally.refusals, tally.calls);
    case 'truncations':
      return shareOf(tally.truncated, tally.calls);
    case 'calls':
      return positive(tally.calls, 1 / (tally.calls + 0.5));
    case 'spend': {
      const cost = readDay('usdPerCall', tally);
      // A sum over a number of calls that is itself chance.
      return cost === undefined || tally.usd === null ? undefined : positive(tally.usd, cost.variance + 1 / cost.of);
    }
    case 'tokens': {
      const [sent, out] = [readDay('tokensIn', tally), readDay('tokensOut', tally)];
      if (sent === undefined || out === undefined) return undefined;
      const value = sent.value + out.value;
      const deviation = Math.sqrt(sent.variance) * sent.value + Math.sqrt(out.variance) * out.value;
      return positive(value, (deviation / value) ** 2);
    }
    default: {
      const read = readDay(names[metric], tally);
      return read === undefined ? undefined : positive(read.value, read.variance);
    }
  }
}

const names = {
  cost: 'usdPerCall',
  'input-tokens': 'tokensIn',
  'output-tokens': 'tokensOut',
  'latency-p50': 'p50',
  'latency-p95': 'p95',
  length: 'replyCharacters',
} as const;

function positive(value: number, variance: number): MetricReading | undefined {
  return value > 0 ? { value, scaled: Math.log(value), variance } : undefined;
}

/** Half a case more on either side (Haldane, Anscombe), so that none and all have bounds too. */
function shareOf(count: number, calls: number): MetricReading | undefined {
  if (calls === 0) return undefined;
  const [some, others] = [count + 0.5, calls - count + 0.5];
  return { value: count / calls, scaled: Math.log(some / others), variance: 1 / some + 1 / others };
}

/** A value on the scale that `scaled` is on, in the unit of the metric again. */
export function unscaled(metric: CountedMetric, scaled: number): number {
  const odds = Math.exp(scaled);
  return isShareMetric(metric) ? odds / (1 + odds) : odds;
}

export function isShareMetric(metric: CountedMetric): boolean {
  return metric === 'errors' || metric === 'refusals' || metric === 'truncations';
}
