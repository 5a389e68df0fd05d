import { type CallNames, compareNames, keyOf, namesBy } from './call-names.ts';
import { CallSum, type CountedCall } from './call-sum.ts';
import { KeptNames } from './kept-names.ts';
import { type GroupedBy, type GroupNames, groupedBy } from './monitor-comparison.ts';
import type { MonitorTally } from './monitor-report.ts';
import { comparedBy, type ScopeDay } from './scope-days.ts';
import type { SummedCalls } from './summed-calls.ts';

/** Days since 1970-01-01, UTC. */
export type DayNumber = number;

/**
 * Names that are kept apart, and groups in all. A log may hold a million segments where someone gave the user's name as one:
 * beyond these all calls are counted together, and the report says so.
 */
export const groupLimits = { segment: 200, model: 100, prompt: 500, days: 1100, groups: 10_000 } as const;
export type GroupLimits = { readonly [limit in keyof typeof groupLimits]: number };

const millisecondsADay = 86_400_000;

/** Times that a log can mean: from 2000 to 2100. What lies outside is a broken clock, and no day. */
const [firstDay, lastDay] = [10_957, 47_482];

type Group = {
  readonly day: DayNumber | undefined;
  readonly names: GroupNames;
  readonly sum: CallSum;
  /** When its last call was sent. */
  latest: number;
};

type Known = {
  /** The run's own clock, milliseconds since 1970: calls more than a day ahead of it are of no day. */
  readonly now?: number;
  /** Segments that the config declares: no other name takes their place. */
  readonly declared?: Iterable<string>;
};

type Named<Held> = Map<string | undefined, Held>;

/** Calls by day, segment, model and prompt; memory does not grow with them, nor with what they are called. */
export class CallGroups {
  readonly #limits: GroupLimits;
  readonly #groups = new Map<string, Group>();
  /** Groups by day, segment, model and prompt as calls name them, of names that are kept apart: what most calls are found by. */
  readonly #named = new Map<DayNumber | undefined, Named<Named<Named<Group>>>>();
  readonly #names: KeptNames;
  readonly #days = new Set<DayNumber>();
  #callsOfOthers = 0;
  readonly #lastDay: DayNumber;
  #callsAhead = 0;

  constructor(limits: GroupLimits = groupLimits, { now, declared = [] }: Known = {}) {
    this.#limits = limits;
    this.#names = new KeptNames(limits, declared);
    this.#lastDay = now === undefined ? lastDay : Math.min(lastDay, Math.floor(now / millisecondsADay) + 1);
  }

  /** @param time milliseconds since 1970; undefined where the log does not say */
  add(time: number | undefined, given: CallNames, call: CountedCall): void {
    this.#groupOf(time, given, 1).sum.add(call);
  }

  /** Calls of one day that were summed elsewhere. @param latest when the last of them was sent, milliseconds since 1970 */
  take(latest: number | undefined, given: CallNames, summed: SummedCalls): void {
    this.#groupOf(latest, given, summed.calls).sum.take(summed);
  }

  /** Whether the calls of a day end before nine tenths of it are over: where it is the last, it seems to go on. */
  isPartial(day: DayNumber): boolean {
    const latest = [...this.#groups.values()].reduce(
      (last, group) => (group.day === day ? Math.max(last, group.latest) : last),
      Number.NEGATIVE_INFINITY,
    );
    return latest < (day + 0.9) * millisecondsADay;
  }

  /** Calls of no day, as their time lies more than a day after the run's own. */
  get callsAhead(): number {
    return this.#callsAhead;
  }

  get scopeDays(): readonly ScopeDay[] {
    return this.scopeDaysBy(comparedBy);
  }

  /** Each day's calls, told apart in each of these ways; calls without a time are of no day. */
  scopeDaysBy(ways: readonly (readonly GroupedBy[])[]): readonly ScopeDay[] {
    const dated = [...this.#groups.values()].flatMap(({ day, ...group }) =>
      day === undefined ? [] : [{ day, ...group }],
    );
    return ways.flatMap((by) =>
      [...Map.groupBy(dated, ({ day, names }) => keyOf(day, namesBy(names, by))).values()].flatMap((groups) => {
        const [first] = groups;
        if (first === undefined) return [];
        return [{ by, names: namesBy(first.names, by), day: first.day, tally: this.#sumOf(groups) }];
      }),
    );
  }

  get callsOfOthers(): number {
    return this.#callsOfOthers;
  }

  get all(): MonitorTally {
    return this.#sumOf([...this.#groups.values()]);
  }

  /** By day, the earliest first; what has no day comes last. */
  get days(): readonly { readonly day: DayNumber | undefined; readonly tally: MonitorTally }[] {
    return [...Map.groupBy(this.#groups.values(), ({ day }) => day)]
      .map(([day, groups]) => ({ day, tally: this.#sumOf(groups) }))
      .toSorted((a, b) => order(a.day, b.day));
  }

  /** By segment, model and prompt over all days: those with the most calls first. */
  get totals(): readonly { readonly names: GroupNames; readonly tally: MonitorTally }[] {
    return [...Map.groupBy(this.#groups.values(), ({ names }) => keyOf(undefined, names)).values()]
      .flatMap((groups) => (groups[0] === undefined ? [] : [{ names: groups[0].names, tally: this.#sumOf(groups) }]))
      .toSorted((a, b) => b.tally.calls - a.tally.calls || compareNames(a.names, b.names));
  }

  /** By day, and within it by name. */
  get groups(): readonly {
    readonly day: DayNumber | undefined;
    readonly names: GroupNames;
    readonly tally: MonitorTally;
  }[] {
    return [...this.#groups.values()]
      .toSorted((a, b) => order(a.day, b.day) || compareNames(a.names, b.names))
      .map(({ day, names, sum }) => ({ day, names, tally: sum.tally }));
  }

  #groupOf(time: number | undefined, given: CallNames, calls: number): Group {
    const day = this.#dayOf(time, calls);
    const group =
      this.#named.get(day)?.get(given.segment)?.get(given.model)?.get(given.prompt) ?? this.#find(day, given);
    if (group.names.others.length > 0) this.#callsOfOthers += calls;
    if (time !== undefined && time > group.latest) group.latest = time;
    return group;
  }

  #find(day: DayNumber | undefined, given: CallNames): Group {
    const named = this.#names.of(given);
    const key = keyOf(day, named);
    const group = this.#groups.get(key) ?? this.#open(day, named, key);
    const isAsGiven =
      groupedBy.every((by) => group.names[by] === (given[by] ?? null)) && group.names.others.length === 0;
    if (!isAsGiven) return group;
    const segments = heldIn(this.#named, day, () => new Map<string | undefined, Named<Named<Group>>>());
    const models = heldIn(segments, given.segment, () => new Map<string | undefined, Named<Group>>());
    heldIn(models, given.model, () => new Map<string | undefined, Group>()).set(given.prompt, group);
    return group;
  }

  #dayOf(time: number | undefined, calls: number): DayNumber | undefined {
    if (time === undefined) return undefined;
    const day = Math.floor(time / millisecondsADay);
    if (!(day >= firstDay && day <= this.#lastDay)) {
      if (day > this.#lastDay) this.#callsAhead += calls;
      return undefined;
    }
    if (this.#days.has(day)) return day;
    if (this.#days.size >= this.#limits.days) return undefined;
    this.#days.add(day);
    return day;
  }

  #open(day: DayNumber | undefined, named: GroupNames, own: string): Group {
    const isFull = this.#groups.size >= this.#limits.groups;
    const names = isFull ? this.#names.withoutMost(named) : named;
    const key = isFull ? keyOf(day, names) : own;
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group = { day, names, sum: new CallSum(), latest: Number.NEGATIVE_INFINITY };
    this.#groups.set(key, group);
    return group;
  }

  #sumOf(groups: readonly Group[]): MonitorTally {
    const sum = new CallSum();
    for (const group of groups) sum.merge(group.sum);
    return sum.tally;
  }
}

function heldIn<Key, Held>(map: Map<Key, Held>, key: Key, create: () => Held): Held {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}

function order(a: DayNumber | undefined, b: DayNumber | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined ? -1 : a - b;
}
