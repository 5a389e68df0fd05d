import { z } from 'zod';
import type { Immutable } from '../report/immutable.ts';
import type { DayNumber } from './call-groups.ts';
import { type GroupNames, groupedBy, groupNames } from './monitor-comparison.ts';
import { type MonitorTally, tally } from './monitor-report.ts';
import type { ScopeDay } from './scope-days.ts';

export const keptDayVersion = 1;

/** A line of the history of `promptgate monitor`: the sums of a day, of all calls, a segment, a segment, model and prompt, or what a rule tells apart. No texts. */
export const keptDay = z.object({
  version: z.literal(keptDayVersion),
  day: z.iso.date(),
  by: z.array(z.enum(groupedBy)),
  ...groupNames.shape,
  ...tally.shape,
});
export type KeptDay = Immutable<z.infer<typeof keptDay>>;

/**
 * The days of the logs and of the history together. Of a day that both hold, all rows are of what has more calls in all: logs may be cut
 * on the day on which they are rotated, and segments of one reading do not add up with the whole of another.
 * @param kept rows in the order of the file: a row of all calls begins what one run wrote of a day
 * @param added rows of the days that the history lacks, or knows with fewer calls
 */
export function mergeDays(
  kept: readonly ScopeDay[],
  logged: readonly ScopeDay[],
): { readonly all: readonly ScopeDay[]; readonly added: readonly ScopeDay[] } {
  const days = fullestDays(kept);
  const added: ScopeDay[] = [];
  for (const [day, rows] of fullestDays(logged)) {
    if (callsOf(days.get(day)) >= callsOf(rows)) continue;
    days.set(day, rows);
    added.push(...rows);
  }
  return { all: [...days.values()].flat(), added };
}

function fullestDays(rows: readonly ScopeDay[]): Map<DayNumber, ScopeDay[]> {
  const fullest = new Map<DayNumber, ScopeDay[]>();
  const latest = new Map<DayNumber, ScopeDay[]>();
  for (const row of rows) {
    if (row.by.length > 0) {
      latest.get(row.day)?.push(row);
      continue;
    }
    const begun = [row];
    latest.set(row.day, begun);
    if (row.tally.calls > callsOf(fullest.get(row.day))) fullest.set(row.day, begun);
  }
  return fullest;
}

function callsOf(rows: readonly ScopeDay[] | undefined): number {
  return rows?.[0]?.tally.calls ?? -1;
}

/** Days of all calls that are kept, and of named rows: what a comparison reads is five weeks. Names over the whole file. */
const keptLimits = { days: 396, namedDays: 42, segments: 200, groups: 500 } as const;

/**
 * What a history keeps, so that it grows neither with the years nor with the names in logs: of names those that the config declares,
 * then those with the most calls.
 * @param last the day that it is counted from; later ones are kept
 */
export function boundDays(
  rows: readonly ScopeDay[],
  last: DayNumber,
  declared: ReadonlySet<string>,
): readonly ScopeDay[] {
  const recent = rows.filter(({ by, day }) => day > last - (by.length === 0 ? keptLimits.days : keptLimits.namedDays));
  const calls = new Map<string, { readonly by: readonly string[]; readonly isDeclared: boolean; calls: number }>();
  for (const { by, names, tally: own } of recent) {
    const key = nameKey(by, names);
    const isDeclared = names.segment !== null && declared.has(names.segment);
    const held = calls.get(key) ?? { by, isDeclared, calls: 0 };
    held.calls += own.calls;
    calls.set(key, held);
  }
  const ranked = [...calls].toSorted(
    ([, one], [, other]) => Number(other.isDeclared) - Number(one.isDeclared) || other.calls - one.calls,
  );
  const named = new Set(
    [...Map.groupBy(ranked, ([, { by }]) => by.join(' ')).values()].flatMap((alike) => {
      const most = alike[0]?.[1].by.length === 1 ? keptLimits.segments : keptLimits.groups;
      return alike.slice(0, most).map(([key]) => key);
    }),
  );
  return recent.filter(({ by, names }) => by.length === 0 || named.has(nameKey(by, names)));
}

function nameKey(by: readonly string[], { segment, model, prompt, others }: GroupNames): string {
  return JSON.stringify([by, segment, model, prompt, others]);
}

/** @param day `2026-11-27` */
export function keepDay({ by, names, tally: kept }: ScopeDay, day: string): KeptDay {
  return { version: keptDayVersion, day, by: [...by], ...names, ...kept };
}

/** @param day its number */
export function restoreDay({ by, segment, model, prompt, others, ...kept }: KeptDay, day: number): ScopeDay {
  const { version: _, day: __, ...held } = kept;
  const tally: MonitorTally = held;
  return { by, names: { segment, model, prompt, others }, day, tally };
}
