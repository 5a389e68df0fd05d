import { z } from 'zod';
import type { Immutable } from '../report/immutable.ts';
import { count, dollars, milliseconds } from '../report/quantities.ts';
import { namesBy } from './call-names.ts';
import { type GroupedBy, groupedBy, groupNames } from './monitor-comparison.ts';
import type { MonitorReport } from './monitor-report.ts';
import { movedOf } from './moved.ts';
import type { Scope } from './scope-days.ts';

/** What calls of a scope came to on a day. Of several groups together their latencies are not known, nor a cost that no log says. */
const seriesDay = z.object({
  day: z.iso.date(),
  calls: count,
  usd: dollars.nullable(),
  p50: milliseconds.nullable(),
  p95: milliseconds.nullable(),
  errors: count,
  refusals: count,
  truncated: count,
});
type SeriesDay = z.infer<typeof seriesDay>;

/** Calls of one scope day by day: all of them, or those of a segment, a model, a prompt, or all three. */
export const scopeSeries = z.object({
  by: z.array(z.enum(groupedBy)),
  ...groupNames.shape,
  days: z.array(seriesDay),
});
export type ScopeSeries = Immutable<z.infer<typeof scopeSeries>>;

/** Scopes of each kind besides those that moved, and days of each: what a page can draw. */
const most = { ofAKind: 8, moved: 12, days: 60 } as const;

type Row = Pick<Scope, 'by' | 'names'> & { readonly days: ReadonlyMap<number, Omit<SeriesDay, 'day'>> };

/**
 * The days of all calls, and of the scopes that moved or have the most calls; of the logs and of the history.
 * @param dateOf `2026-11-27`
 */
export function seriesOf(
  scopes: readonly Scope[],
  report: Pick<MonitorReport, 'comparison'>,
  dateOf: (day: number) => string,
): readonly ScopeSeries[] {
  const rows = scopes.map(
    (scope): Row => ({ ...scope, days: new Map([...scope.days].map(([day, of]) => [day, held(of)])) }),
  );
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
        .map(([day, of]) => ({ day: dateOf(day), ...of })),
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
      const days = Map.groupBy(
        rows.flatMap((row) => [...row.days].map(([day, of]) => ({ day, of }))),
        ({ day }) => day,
      );
      const summed = new Map([...days].map(([day, parts]) => [day, sumOf(parts.map(({ of }) => of))] as const));
      return [{ by: [by], names: namesBy(first.names, [by]), days: summed }];
    },
  );
}

function sumOf(parts: readonly Omit<SeriesDay, 'day'>[]): Omit<SeriesDay, 'day'> {
  const [first, ...more] = parts;
  if (first !== undefined && more.length === 0) return first;
  const sum = (of: 'calls' | 'errors' | 'refusals' | 'truncated') => parts.reduce((total, one) => total + one[of], 0);
  const costs = parts.flatMap(({ usd }) => usd ?? []);
  return {
    calls: sum('calls'),
    usd: costs.length === 0 ? null : costs.reduce((total, usd) => total + usd, 0),
    p50: null,
    p95: null,
    errors: sum('errors'),
    refusals: sum('refusals'),
    truncated: sum('truncated'),
  };
}

function held({
  calls,
  usd,
  latencyMs: { p50, p95 },
  errors,
  refusals,
  truncated,
}: MonitorReport['all']): Omit<SeriesDay, 'day'> {
  return { calls, usd, p50, p95, errors, refusals, truncated };
}

function callsOf({ days }: Row): number {
  return [...days.values()].reduce((sum, { calls }) => sum + calls, 0);
}

function keyOf({ by, names: { segment, model, prompt, others } }: Pick<Row, 'by' | 'names'>): string {
  return JSON.stringify([by, segment, model, prompt, others]);
}
