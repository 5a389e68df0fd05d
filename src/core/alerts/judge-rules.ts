import type { DayNumber } from '../monitor/call-groups.ts';
import type { QualityRow } from '../monitor/observed.ts';
import type { Scope } from '../monitor/scope-days.ts';
import { type CountedMetric, isCounted } from '../settings/alert-metrics.ts';
import type { AlertRule } from '../settings/alert-rule-schema.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { studentQuantile } from '../statistics/student.ts';
import type { BrokenRule } from './alert.ts';
import type { AlertState } from './alert-state.ts';
import { judgeQuality } from './judge-quality.ts';
import type { Watched } from './plan-alerts.ts';
import { isShareMetric, type MetricReading, readMetric, unscaled } from './read-metric.ts';
import { referenceDays } from './reference-days.ts';
import { keyOf, scopesOfRule, type WatchedScope } from './watched-scopes.ts';

/** Production's days, as rules read them. */
export type RuleDays = {
  readonly scopes: readonly Scope[];
  /** Days that the logs of this run hold, in order. */
  readonly logged: readonly DayNumber[];
  /** A day that the logs end within. */
  readonly partial: DayNumber | undefined;
  /** `2026-11-27` */
  readonly dateOf: (day: DayNumber) => string;
  /** What models made of a sample; empty where none was asked. */
  readonly quality: readonly QualityRow[];
};

/** What became of a rule for one scope. `why`: a clause that says what of it is not known. */
export type JudgedRule = Watched & { readonly about: BrokenRule; readonly why?: string };

/** A rule of which nothing could be judged. */
export type UnknownRule = { readonly rule: AlertRule; readonly why: string };

/** Chance that a rule, over all it watches, is broken by nothing but chance in a run. */
const falseAlarms = 0.05;

/** Of that chance: what is left for taking the days before from another place, since something seems to have changed there (0371). */
const forChanges = 0.2;

/** Days before that tell how far days differ by chance. */
const fewestBefore = 3;

/**
 * Judges rules by the last whole day of the logs. A rule is broken where the whole interval of what it watches lies beyond the limit, and fine
 * where the value itself is within it; between the two it is not known, which begins and ends nothing.
 * @param kept what was told before: what rose is over once it is back at what it was before it rose, not once that is a week ago
 */
export function judgeRules(
  rules: readonly AlertRule[],
  days: RuleDays,
  kept: AlertState,
): { readonly judged: readonly JudgedRule[]; readonly unknown: readonly UnknownRule[] } {
  const judged: JudgedRule[] = [];
  const unknown: UnknownRule[] = [];
  for (const rule of rules) {
    const { metric } = rule;
    if (!isCounted(metric)) {
      const graded = judgeQuality(rule, days.quality);
      judged.push(...graded.judged);
      unknown.push(...graded.unknown);
      continue;
    }
    const watched = scopesOfRule(rule, days.scopes);
    const results = watched.map((scope) =>
      judgeScope({ ...rule, metric }, scope, { days, kept, scopes: watched.length }),
    );
    const known = results.flatMap((result) => (typeof result === 'string' ? [] : [result]));
    judged.push(...known);
    const [why] = results.flatMap((result) => (typeof result === 'string' ? [result] : []));
    if (known.length === 0) unknown.push({ rule, why: why ?? 'the logs hold no call of it' });
  }
  return { judged, unknown };
}

type CountedRule = AlertRule & { readonly metric: CountedMetric };
type Around = { readonly days: RuleDays; readonly kept: AlertState; readonly scopes: number };

/** @returns a clause where nothing can be judged */
function judgeScope(rule: CountedRule, scope: WatchedScope, { days, kept, scopes }: Around): JudgedRule | string {
  const { metric, way, limit } = rule;
  const whole = days.logged.filter((day) => day !== days.partial);
  const isOfDay = metric === 'calls' || metric === 'spend';
  const today = whole.at(-1) ?? (isOfDay ? undefined : days.logged.at(-1));
  if (today === undefined) return 'the logs hold no whole day';
  const tally = scope.days.get(today);
  const now = tally === undefined ? undefined : readMetric(metric, tally);
  if (now === undefined) return `the logs of ${days.dateOf(today)} do not say it, or of too few calls`;
  const level = falseAlarms / Math.max(1, scopes);
  const key = keyOf(rule, scope.names);
  const day = days.dateOf(today);
  const base = { kind: 'rule' as const, metric, way, limit, ...scope.names, value: now.value, day };
  if (way === 'below' || way === 'above') {
    const { low, high } = boundsOf(metric, now, level);
    const isBeyond = way === 'below' ? high < limit : low > limit;
    const isWithin = way === 'below' ? now.value >= limit : now.value <= limit;
    const is = isBeyond ? 'wrong' : isWithin ? 'fine' : 'unknown';
    return { key, is, forRuns: rule.forRuns, about: { ...base, low, high } };
  }
  const told = kept.entries.find((entry) => entry.key === key);
  const usual = told?.about.kind === 'rule' && told.told.length > 0 ? told.about.before : undefined;
  const moved =
    usual === undefined ? againstBefore(rule, scope, today, now, level) : againstUsual(metric, usual, now, level);
  if (typeof moved === 'string') return moved;
  const towards = way === 'rises' ? 1 : -1;
  const [least = 0, value] = [towards * (way === 'rises' ? moved.low : moved.high), towards * moved.value];
  const is = least > limit ? 'wrong' : value <= limit ? 'fine' : 'unknown';
  const { before, ...change } = moved;
  const about = { ...base, low: null, high: null, against: rule.against, before, change };
  return { key, is: usual !== undefined && is === 'unknown' ? 'wrong' : is, forRuns: rule.forRuns, about };
}

type Moved = { readonly before: number; readonly value: number; readonly low: number; readonly high: number };

/**
 * A day beside those before it: how far days differ by chance is told by these alone, and is never less than what counting so few calls
 * brings (Student's t, the interval of one more observation). Days since the change itself are none of those before it.
 */
function againstBefore(
  { metric, way, against }: CountedRule,
  { days }: WatchedScope,
  today: DayNumber,
  now: MetricReading,
  level: number,
): Moved | string {
  const readings = new Map(
    [...days].flatMap(([day, tally]) => {
      const reading = readMetric(metric, tally);
      return reading === undefined ? [] : [[day, reading] as const];
    }),
  );
  const before = referenceDays({ way, against }, readings, today, level * forChanges);
  if (before.length < fewestBefore)
    return `of the ${against} days before, ${before.length} are known; ${fewestBefore} are needed`;
  const mean = meanOf(before.map(({ scaled }) => scaled));
  const counting = meanOf(before.map(({ variance }) => variance));
  const spread = before.reduce((sum, { scaled }) => sum + (scaled - mean) ** 2, 0) / (before.length - 1);
  const noise = Math.max(spread, counting);
  const error = Math.sqrt(noise * (1 + 1 / before.length) + Math.max(0, now.variance - counting));
  const reach = studentQuantile((level * (1 - forChanges)) / 2, before.length - 1) * error;
  return movedBy(metric, mean, now, reach);
}

/** A day beside what was usual before it was told. */
function againstUsual(metric: CountedMetric, usual: number, now: MetricReading, level: number): Moved {
  const scaled = isShareMetric(metric) ? Math.log(usual / (1 - usual)) : Math.log(usual);
  return { ...movedBy(metric, scaled, now, normalQuantile(1 - level / 2) * Math.sqrt(now.variance)), before: usual };
}

function movedBy(metric: CountedMetric, mean: number, now: MetricReading, reach: number): Moved {
  const before = unscaled(metric, mean);
  const change = (scaled: number): number => unscaled(metric, scaled) / before - 1;
  return { before, value: change(now.scaled), low: change(now.scaled - reach), high: change(now.scaled + reach) };
}

function boundsOf(metric: CountedMetric, now: MetricReading, level: number): { low: number; high: number } {
  const reach = normalQuantile(1 - level / 2) * Math.sqrt(now.variance);
  return { low: unscaled(metric, now.scaled - reach), high: unscaled(metric, now.scaled + reach) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
