import type { DayNumber } from '../monitor/call-groups.ts';
import { type GroupedBy, groupedBy } from '../monitor/monitor-comparison.ts';
import type { MonitorTally } from '../monitor/monitor-report.ts';
import { isCompared, type Scope } from '../monitor/scope-days.ts';
import type { AlertRule } from '../settings/alert-rule-schema.ts';
import type { BrokenRule } from './alert.ts';

/** Calls that a rule watches together. Names that it does not tell apart are absent. */
export type WatchedScope = {
  readonly names: { readonly [by in GroupedBy]?: string };
  readonly days: ReadonlyMap<DayNumber, MonitorTally>;
};

/** Metrics that cannot be added up from parts of the calls. */
const whole: ReadonlySet<string> = new Set<AlertRule['metric']>(['latency-p50', 'latency-p95']);

/** How rules tell calls apart where parts of these do not add up: the calls must be summed so as they are read. */
export function watchedBy(rules: readonly AlertRule[]): readonly (readonly GroupedBy[])[] {
  const ways = rules
    .filter(({ metric }) => whole.has(metric))
    .map(namedBy)
    .filter((by) => !isCompared({ by }));
  return [...new Map(ways.map((by) => [by.join(' '), by] as const)).values()];
}

function namedBy(rule: AlertRule): readonly GroupedBy[] {
  return groupedBy.filter((name) => rule[name] !== undefined);
}

/** What a rule watches: one scope, or with `*` one for each name. Calls of names beyond the limits are of none. */
export function scopesOfRule(rule: AlertRule, scopes: readonly Scope[]): readonly WatchedScope[] {
  const by = namedBy(rule);
  const own = scopes.filter((scope) => scope.by.length === by.length && by.every((name) => scope.by.includes(name)));
  const parts = isCompared({ by }) ? [] : scopes.filter((scope) => scope.by.length === groupedBy.length);
  const watched = [...parts, ...own].filter((scope) =>
    by.every((name) => {
      const given = scope.names[name];
      return given !== null && !scope.names.others.includes(name) && (rule[name] === '*' || rule[name] === given);
    }),
  );
  const nameOf = (scope: Scope): string => JSON.stringify(by.map((name) => scope.names[name]));
  return [...Map.groupBy(watched, nameOf).values()].map((held) => ({
    names: Object.fromEntries(
      by.flatMap((name) => (held[0]?.names[name] == null ? [] : [[name, held[0].names[name]]])),
    ),
    // Days that were kept before the rule was there are added up.
    days: new Map([
      ...daysOf(held.filter((scope) => parts.includes(scope))),
      ...held.flatMap((scope) => (own.includes(scope) ? [...scope.days] : [])),
    ]),
  }));
}

/** The same for the same rule and calls, from run to run. */
export function keyOf(
  { metric, way, limit, against }: Pick<BrokenRule, 'metric' | 'way' | 'limit' | 'against'>,
  names: WatchedScope['names'],
): string {
  const scope = groupedBy.map((name) => names[name] ?? null);
  return JSON.stringify(['rule', metric, way, limit, way === 'rises' || way === 'falls' ? against : null, ...scope]);
}

function daysOf(parts: readonly Scope[]): WatchedScope['days'] {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return only.days;
  const byDay = Map.groupBy(
    parts.flatMap(({ days }) => [...days]),
    ([day]) => day,
  );
  return new Map([...byDay].map(([day, held]) => [day, sumOf(held.map(([, tally]) => tally))]));
}

/** Tallies of one day together. Quantiles cannot be added, and are not known then. */
function sumOf(tallies: readonly MonitorTally[]): MonitorTally {
  const [first, ...more] = tallies;
  if (first === undefined) throw new RangeError('There is nothing to add.');
  return more.reduce(added, first);
}

function added(one: MonitorTally, other: MonitorTally): MonitorTally {
  const known = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b);
  const priced = {
    billed: one.priced.billed + other.priced.billed,
    computed: one.priced.computed + other.priced.computed,
    unknown: one.priced.unknown + other.priced.unknown,
  };
  const counted = {
    in: one.counted.in + other.counted.in,
    out: one.counted.out + other.counted.out,
    reply: one.counted.reply + other.counted.reply,
  };
  const characters = known(
    one.replyCharacters === null ? null : one.replyCharacters * one.counted.reply,
    other.replyCharacters === null ? null : other.replyCharacters * other.counted.reply,
  );
  const costs = (tally: MonitorTally): Sample => ({
    of: tally.priced.billed + tally.priced.computed,
    total: tally.usd,
    deviation: tally.spread.usd,
  });
  const tokens =
    (kind: 'in' | 'out') =>
    (tally: MonitorTally): Sample => ({
      of: tally.counted[kind],
      total: tally.tokens[kind],
      deviation: tally.spread[kind],
    });
  const replies = (tally: MonitorTally): Sample => ({
    of: tally.counted.reply,
    total: tally.replyCharacters === null ? null : tally.replyCharacters * tally.counted.reply,
    deviation: tally.spread.reply,
  });
  const spreadOf = (of: (tally: MonitorTally) => Sample): number | null => pooled(of(one), of(other));
  return {
    ...one,
    calls: one.calls + other.calls,
    tokens: {
      in: known(one.tokens.in, other.tokens.in),
      out: known(one.tokens.out, other.tokens.out),
      cached: known(one.tokens.cached, other.tokens.cached),
      reasoning: known(one.tokens.reasoning, other.tokens.reasoning),
    },
    usd: known(one.usd, other.usd),
    priced,
    counted,
    latencyMs: { p50: null, p95: null },
    replyCharacters: characters === null || counted.reply === 0 ? null : characters / counted.reply,
    spread: {
      usd: spreadOf(costs),
      in: spreadOf(tokens('in')),
      out: spreadOf(tokens('out')),
      reply: spreadOf(replies),
    },
    errors: one.errors + other.errors,
    refusals: one.refusals + other.refusals,
    truncated: one.truncated + other.truncated,
  };
}

type Sample = { readonly of: number; readonly total: number | null; readonly deviation: number | null };

/** The standard deviation of two samples together (T. F. Chan, G. H. Golub, R. J. LeVeque, 1979). */
function pooled(one: Sample, other: Sample): number | null {
  if (one.of === 0 || one.total === null) return other.deviation;
  if (other.of === 0 || other.total === null) return one.deviation;
  const of = one.of + other.of;
  const apart = one.total / one.of - other.total / other.of;
  const within = ({ of: count, deviation }: Sample): number => (deviation ?? 0) ** 2 * (count - 1);
  const squares = within(one) + within(other) + (apart ** 2 * one.of * other.of) / of;
  return Math.sqrt(squares / (of - 1));
}
