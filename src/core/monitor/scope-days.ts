import type { DayNumber } from './call-groups.ts';
import { type GroupedBy, type GroupNames, groupedBy } from './monitor-comparison.ts';
import type { MonitorTally } from './monitor-report.ts';

/** How scopes that are compared are told apart: all calls, by segment, and by segment, model and prompt. */
export const comparedBy: readonly (readonly GroupedBy[])[] = [[], ['segment'], groupedBy];

/** Whether a scope is one of those that are compared; others are there for rules alone. */
export function isCompared({ by }: Pick<Scope, 'by'>): boolean {
  return comparedBy.some((one) => one.length === by.length && one.every((name) => by.includes(name)));
}

/** The calls of one day that are of a scope: all, those of a segment, of a segment, model and prompt, or what a rule tells apart. */
export type ScopeDay = {
  readonly by: readonly GroupedBy[];
  readonly names: GroupNames;
  readonly day: DayNumber;
  readonly tally: MonitorTally;
};

/** A scope with its days. */
export type Scope = {
  readonly by: readonly GroupedBy[];
  readonly names: GroupNames;
  readonly days: ReadonlyMap<DayNumber, MonitorTally>;
};

/** The scopes of days, those of all calls first, then segments, then the single groups. Of two days of a scope the later one counts. */
export function scopesOf(rows: readonly ScopeDay[]): readonly Scope[] {
  return [...Map.groupBy(rows, scopeKey).values()]
    .flatMap((held) => {
      const [first] = held;
      if (first === undefined) return [];
      return [{ by: first.by, names: first.names, days: new Map(held.map(({ day, tally }) => [day, tally] as const)) }];
    })
    .toSorted((a, b) => a.by.length - b.by.length || (scopeKey(a) < scopeKey(b) ? -1 : 1));
}

function scopeKey({ by, names }: Pick<Scope, 'by' | 'names'>): string {
  return JSON.stringify([by, names.segment, names.model, names.prompt, names.others]);
}
