import { type ComparedMetric, comparedShares } from './monitor-comparison.ts';
import type { MonitorTally } from './monitor-report.ts';

/** Calls of a day below which its quantiles are no news. */
const fewestForQuantiles = 50;

/** How a metric is read off a day: its mean, over how many calls it is, and what variance of a call is relative to the mean's square. */
export type Reading = { readonly value: number; readonly of: number; readonly variance: number };

/** What a day says of a metric; undefined where it says nothing. */
export function readDay(metric: ComparedMetric, tally: MonitorTally): Reading | undefined {
  return readings[metric](tally);
}

export function isShare(metric: ComparedMetric): boolean {
  return shares.has(metric);
}

const readings: Readonly<Record<ComparedMetric, (tally: MonitorTally) => Reading | undefined>> = {
  usdPerCall: ({ usd, priced, spread }) => meanReading(usd, priced.billed + priced.computed, spread.usd),
  calls: ({ calls }) => ({ value: calls, of: 1, variance: 1 / (calls + 0.5) }),
  tokensIn: ({ tokens, counted, spread }) => meanReading(tokens.in, counted.in, spread.in),
  tokensOut: ({ tokens, counted, spread }) => meanReading(tokens.out, counted.out, spread.out),
  replyCharacters: ({ replyCharacters, counted, spread }) =>
    meanReading(replyCharacters === null ? null : replyCharacters * counted.reply, counted.reply, spread.reply),
  p50: ({ latencyMs, calls }) => quantileReading(latencyMs.p50, calls, 1),
  p95: ({ latencyMs, calls }) => quantileReading(latencyMs.p95, calls, 3),
  errors: ({ errors, calls }) => shareReading(errors, calls),
  refusals: ({ refusals, calls }) => shareReading(refusals, calls),
  truncated: ({ truncated, calls }) => shareReading(truncated, calls),
};

function meanReading(total: number | null, of: number, deviation: number | null): Reading | undefined {
  if (total === null || of === 0 || !(total > 0)) return undefined;
  const mean = total / of;
  return { value: mean, of, variance: ((deviation ?? mean) / mean) ** 2 / of };
}

/** @param spread of the logarithm's estimate times the root of the calls, squared, where latencies are log-normal with σ = 0.8 */
function quantileReading(ms: number | null, calls: number, spread: number): Reading | undefined {
  return ms === null || !(ms > 0) || calls < fewestForQuantiles
    ? undefined
    : { value: ms, of: calls, variance: spread / calls };
}

function shareReading(count: number, calls: number): Reading | undefined {
  if (calls === 0) return undefined;
  const likely = (count + 1) / (calls + 2);
  return { value: count / calls, of: calls, variance: (likely * (1 - likely)) / calls };
}

const shares: ReadonlySet<ComparedMetric> = new Set<ComparedMetric>(comparedShares);
