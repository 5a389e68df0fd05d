import { z } from 'zod';
import type { Immutable } from '../report/immutable.ts';
import { count, dollars, milliseconds } from '../report/quantities.ts';
import { namesBy } from './call-names.ts';
import { type GroupedBy, groupedBy, groupNames } from './monitor-comparison.ts';
import type { MonitorReport, MonitorTally } from './monitor-report.ts';
import { movedOf } from './moved.ts';
import type { Scope } from './scope-days.ts';

const mean = z.number().min(0).nullable();

/**
 * What calls of a scope came to on a day: sums, means over the calls that say it, and quantiles. What no log says is `null`; so are
 * the quantiles of several groups together.
 */
const seriesDay = z.object({
  day: z.iso.date(),
  calls: count,
  usd: dollars.nullable(),
  usdPerCall: dollars.nullable(),
  tokensIn: mean,
  tokensOut: mean,
  replyCharacters: mean,
  p50: milliseconds.nullable(),
  p95: milliseconds.nullable(),
  errors: count,
  refusals: count,
  truncated: count,
});
export type SeriesDay = Immutable<z.infer<typeof seriesDay>>;

/** Calls of one scope day by day: all of them, or those of a segment, a model, a prompt, or all three. */
export const scopeSeries = z.object({
  by: z.array(z.enum(groupedBy)),
  ...groupNames.shape,
  days: z.array(seriesDay),
});
export type ScopeSeries = Immutable<z.infer<typeof scopeSeries>>;

/** Scopes of each kind besides those that moved, and days of each: what a page can draw. */
const most = { ofAKind: 8, moved: 12, days: 60 } as const;

type Tallies = readonly [MonitorTally, ...MonitorTally[]];
/** By day the tallies that are of it. */
type Row = Pick<Scope, 'by' | 'names'> & { readonly days: ReadonlyMap<number, Tallies> };

/**
 * The days of all calls, and of the scopes that moved or have the most calls; of the logs and of the history.
 * @param dateOf `2026-11-27`
 */
export function seriesOf(
  scopes: readonly Scope[],
  report: Pick<MonitorReport, 'comparison'>,
  dateOf: (day: number) => string,
): readonly ScopeSeries[] {
  const rows = scopes.map(({ by, names, days }): Row => {
    return { by, names, days: new Map([...days].map(([day, tally]) => [day, [tally]] as const)) };
  });
  const groups = rows.filter(({ by }) => by.length === groupedBy.length);
  const moved = new Set(movedOf(report).map(({ scope }) => keyOf({ by: scope.by, names: scope })));
  const ofKind = (kind: readonly Row[]) => kind.toSorted((a, b) => callsOf(b) - callsOf(a)).slice(0, most.ofAKind);
  const chosen = [
    ...rows.filter(({ by }) => by.length === 0),
    ...rows.filter((row) => row.by.length > 0 && moved.has(keyOf(row))).slice(0, most.moved),
    ...ofKind(rows.filter(({ by }) => by.length === 1)),
    ...ofKind(together(groups, 'model')),
    ...ofKind(together(groups, 'prompt')),
    ...ofKind(groups),
  ];
  const once = new Map(chosen.map((row) => [keyOf(row), row] as const));
  return [...once.values()]
    .filter((row, at, all) => moved.has(keyOf(row)) || !all.slice(0, at).some((wider) => isAlike(row, wider)))
    .map(({ by, names, days }) => ({
      by: [...by],
      ...names,
      days: [...days]
        .toSorted(([a], [b]) => a - b)
        .slice(-most.days)
        .map(([day, tallies]) => ({ day: dateOf(day), ...dayOf(tallies) })),
    }));
}

/** A scope that holds just the calls of a wider one says nothing more. */
function isAlike(row: Row, wider: Row): boolean {
  const isWithin = wider.by.every((by) => row.by.includes(by) && row.names[by] === wider.names[by]);
  return isWithin && callsOf(row) === callsOf(wider);
}

/** All groups of one model, or of one prompt. */
function together(groups: readonly Row[], by: GroupedBy): readonly Row[] {
  return [...Map.groupBy(groups, ({ names }) => keyOf({ by: [by], names: namesBy(names, [by]) })).values()].flatMap(
    (rows) => {
      const [first] = rows;
      if (first === undefined) return [];
      const days = new Map<number, Tallies>();
      for (const [day, tallies] of rows.flatMap((row) => [...row.days]))
        days.set(day, [...(days.get(day) ?? []), ...tallies]);
      return [{ by: [by], names: namesBy(first.names, [by]), days }];
    },
  );
}

function dayOf(tallies: Tallies): Omit<SeriesDay, 'day'> {
  const [first, ...more] = tallies;
  const sum = (of: (tally: MonitorTally) => number | null) =>
    tallies.reduce((total, tally) => total + (of(tally) ?? 0), 0);
  /** Of a sum that no call says, nothing is known. */
  const known = (of: (tally: MonitorTally) => number | null, calls: number) => (calls === 0 ? null : sum(of) / calls);
  const priced = sum((tally) => tally.priced.billed + tally.priced.computed);
  const usdPerCall = known(({ usd }) => usd, priced);
  return {
    calls: sum(({ calls }) => calls),
    usd: usdPerCall === null ? null : usdPerCall * priced,
    usdPerCall,
    tokensIn: known(
      ({ tokens }) => tokens.in,
      sum(({ counted }) => counted.in),
    ),
    tokensOut: known(
      ({ tokens }) => tokens.out,
      sum(({ counted }) => counted.out),
    ),
    replyCharacters: known(
      ({ replyCharacters, counted }) => (replyCharacters ?? 0) * counted.reply,
      sum(({ counted }) => counted.reply),
    ),
    p50: more.length === 0 ? first.latencyMs.p50 : null,
    p95: more.length === 0 ? first.latencyMs.p95 : null,
    errors: sum(({ errors }) => errors),
    refusals: sum(({ refusals }) => refusals),
    truncated: sum(({ truncated }) => truncated),
  };
}

function callsOf({ days }: Row): number {
  return [...days.values()].flat().reduce((sum, { calls }) => sum + calls, 0);
}

function keyOf({ by, names: { segment, model, prompt, others } }: Pick<Row, 'by' | 'names'>): string {
  return JSON.stringify([by, segment, model, prompt, others]);
}
