import type { Settings } from '../settings/settings.ts';
import { studentQuantile } from '../statistics/student.ts';
import type { DayNumber } from './call-groups.ts';
import type { DeclaredTraffic } from './monitor-comparison.ts';
import type { MonitorTally } from './monitor-report.ts';
import type { Scope } from './scope-days.ts';

/** Days of a month on the average. */
const monthDays = 365.25 / 12;

/** Whole weeks that are looked at, at most: a weekend has other traffic than a Monday. */
const mostWeeks = 4;

/** A month's calls are told where they are this much more or less than declared. */
const muchMore = 0.25;

type Around = {
  readonly logged: readonly DayNumber[];
  readonly partial: DayNumber | undefined;
  readonly segments: Settings['segments'];
};

/**
 * Calls of segments beside the traffic that the config declares of them, over the last whole weeks. How sure a month is tell the days,
 * by Student's t at 95 %. Segments of which no log names any call are told too.
 */
export function compareTraffic(scopes: readonly Scope[], { logged, partial, segments }: Around): DeclaredTraffic[] {
  const last = logged.filter((day) => day !== partial).at(-1);
  if (last === undefined) return [];
  const whole = scopes.find(({ by }) => by.length === 0);
  const seen = [...(whole?.days.keys() ?? [])].filter((day) => day <= last);
  const weeks = Math.min(mostWeeks, Math.floor((last + 1 - Math.min(...seen, last)) / 7));
  const days = Array.from({ length: 7 * weeks }, (_, at) => last - at);
  return [...segments].map(([segment, { monthly }]) => {
    const scope = scopes.find(({ by, names }) => by.length === 1 && names.segment === segment);
    const calls = days.map((day) => scope?.days.get(day)?.calls ?? 0);
    const perCall = usdPerCall([...(scope?.days.values() ?? [])]);
    const month = monthOf(calls);
    const is = month === null ? null : standsTo(month, monthly);
    return {
      segment,
      declared: monthly,
      seen: month?.seen ?? null,
      low: month?.low ?? null,
      high: month?.high ?? null,
      is,
      usd: {
        declared: perCall === null ? null : perCall * monthly,
        seen: perCall === null || month === null ? null : perCall * month.seen,
      },
    };
  });
}

function usdPerCall(tallies: readonly MonitorTally[]): number | null {
  const usd = tallies.reduce((sum, tally) => sum + (tally.usd ?? 0), 0);
  const priced = tallies.reduce((sum, { priced: { billed, computed } }) => sum + billed + computed, 0);
  return priced === 0 ? null : usd / priced;
}

type Month = { readonly seen: number; readonly low: number; readonly high: number };

/** @param calls by day, of whole weeks; `null` of none */
function monthOf(calls: readonly number[]): Month | null {
  const { length } = calls;
  if (length === 0) return null;
  const mean = calls.reduce((sum, one) => sum + one, 0) / length;
  const variance = calls.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (length - 1);
  // Even where days are alike, counting so few calls says no more than this.
  const error = Math.sqrt(Math.max(variance, mean) / length);
  const reach = studentQuantile(0.025, length - 1) * error;
  return { seen: mean * monthDays, low: Math.max(0, mean - reach) * monthDays, high: (mean + reach) * monthDays };
}

function standsTo({ seen, low, high }: Month, declared: number): 'more' | 'less' | null {
  if (low > declared && seen >= declared * (1 + muchMore)) return 'more';
  return high < declared && seen <= declared * (1 - muchMore) ? 'less' : null;
}
