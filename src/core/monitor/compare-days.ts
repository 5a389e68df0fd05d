import type { DayNumber } from './call-groups.ts';
import { explainCost, type ListPrice } from './explain-cost.ts';
import { type DayValue, findShift, type Shift, weeksBefore } from './find-shift.ts';
import type { ComparedMetric, ComparedScope, MonitorChange, MonitorComparison } from './monitor-comparison.ts';
import { isShare, readDay } from './read-day.ts';
import type { Scope } from './scope-days.ts';
import { levelsOf } from './test-levels.ts';

/** Days at the end of the logs that are judged, at most. */
const mostJudged = 7;

/** Calls on the days before from which on a scope is tested: names in logs may be without end, and each takes from what others are tested at. */
const fewestCalls = 30;

/** Change from which on what is beyond chance is told: of a quantity, and of a share. */
const worthTelling = { quantity: 0.05, share: 0.01 } as const;

/** What a comparison is made of. */
export type Compared = {
  readonly scopes: readonly Scope[];
  /** Days that the logs hold, in order; others are of the history. */
  readonly logged: readonly DayNumber[];
  /** A day that the logs end within: how many calls it has nobody knows yet. */
  readonly partial: DayNumber | undefined;
  /** Segments that the config declares: names that logs bring take nothing from what is tested of these. */
  readonly declared: ReadonlySet<string>;
  readonly priceOf: ListPrice;
  /** `2026-11-27` */
  readonly dateOf: (day: DayNumber) => string;
};

/** The last days of the logs beside the same weekdays before; `null` where there are none before. */
export function compareDays({
  scopes,
  logged,
  partial,
  declared,
  priceOf,
  dateOf,
}: Compared): MonitorComparison | null {
  const last = logged.at(-1);
  const [whole] = scopes;
  if (last === undefined || whole === undefined) return null;
  const recent = logged.filter((day) => day > last - mostJudged);
  const judged = recent.filter((day) => sameWeekdays(day).some((earlier) => whole.days.has(earlier)));
  if (judged.length === 0) return null;
  const against = [...new Set(judged.flatMap(sameWeekdays))]
    .filter((day) => whole.days.has(day))
    .toSorted((a, b) => a - b);
  const groups = scopes.filter(({ by }) => by.length === 3);
  const compared = scopes.filter(({ days }) => [...judged, ...against].some((day) => days.has(day)));
  const levelOf = levelsOf(
    compared.filter((scope) => callsOn(scope, against) >= fewestCalls),
    declared,
  );
  return {
    days: judged.map(dateOf),
    against: against.map(dateOf),
    scopes: compared.map((scope): ComparedScope => {
      const of = (metric: ComparedMetric) =>
        changeOf(scope, metric, { whole, judged, partial, alpha: levelOf(scope, metric), dateOf });
      const cost = of('usdPerCall');
      const within = groups.filter(({ names }) => isWithin(names, scope));
      const days = cost.shift === undefined ? undefined : { old: cost.shift.against, new: cost.shift.days };
      const isMoved = cost.told.moved !== null && days !== undefined;
      const cause = isMoved ? explainCost(scope, within, days, priceOf) : undefined;
      return {
        by: [...scope.by],
        ...scope.names,
        calls: { before: callsOn(scope, against), now: callsOn(scope, judged) },
        changes: {
          usdPerCall: cost.told,
          calls: of('calls').told,
          tokensIn: of('tokensIn').told,
          tokensOut: of('tokensOut').told,
          replyCharacters: of('replyCharacters').told,
          p50: of('p50').told,
          p95: of('p95').told,
          errors: of('errors').told,
          refusals: of('refusals').told,
          truncated: of('truncated').told,
        },
        ...(cause === undefined ? {} : { cause }),
      };
    }),
  };
}

function sameWeekdays(day: DayNumber): readonly DayNumber[] {
  return Array.from({ length: weeksBefore }, (_, week) => day - 7 * (week + 1));
}

function isWithin(names: Scope['names'], scope: Scope): boolean {
  return scope.by.every(
    (by) => names[by] === scope.names[by] && names.others.includes(by) === scope.names.others.includes(by),
  );
}

function callsOn({ days }: Scope, on: readonly DayNumber[]): number {
  return on.reduce((sum, day) => sum + (days.get(day)?.calls ?? 0), 0);
}

type Around = Pick<Compared, 'dateOf'> & {
  readonly whole: Scope;
  readonly judged: readonly DayNumber[];
  readonly partial: DayNumber | undefined;
  /** Undefined: it is not tested. */
  readonly alpha: number | undefined;
};

function changeOf(
  scope: Scope,
  metric: ComparedMetric,
  { whole, judged, partial, alpha, dateOf }: Around,
): { readonly told: MonitorChange; readonly shift: Shift | undefined } {
  if (alpha === undefined) return { told: nothingCompared, shift: undefined };
  const share = isShare(metric);
  const values = new Map<DayNumber, DayValue>();
  for (const day of whole.days.keys()) {
    const tally = scope.days.get(day);
    if (metric === 'calls') {
      // A scope that lacks on a day with calls had none on it.
      const calls = (tally?.calls ?? 0) + 0.5;
      if (day !== partial) values.set(day, { value: Math.log(calls), variance: 1 / calls });
      continue;
    }
    const reading = tally === undefined ? undefined : readDay(metric, tally);
    if (reading === undefined) continue;
    values.set(day, { value: share ? reading.value : Math.log(reading.value), variance: reading.variance });
  }
  const shift = findShift(values, judged, alpha);
  if (shift === undefined) return { told: nothingCompared, shift };
  const shown = (change: number | null): number | null => (change === null || share ? change : Math.expm1(change));
  const change = shown(shift.change) ?? 0;
  const isTold = shift.isBeyondChance && Math.abs(change) >= (share ? worthTelling.share : worthTelling.quantity);
  const told: MonitorChange = {
    before: meanOn(scope, metric, shift.against),
    now: meanOn(scope, metric, shift.days),
    change,
    low: shown(shift.low),
    high: shown(shift.high),
    since: dateOf(shift.since),
    moved: isTold ? (change > 0 ? 'rose' : 'fell') : null,
  };
  return { told, shift };
}

const nothingCompared: MonitorChange = {
  before: null,
  now: null,
  change: null,
  low: null,
  high: null,
  since: null,
  moved: null,
};

/** The mean over days, each weighed by its calls; of calls themselves, by day. */
function meanOn(scope: Scope, metric: ComparedMetric, on: readonly DayNumber[]): number | null {
  if (metric === 'calls') return on.length === 0 ? null : callsOn(scope, on) / on.length;
  const read = on.flatMap((day) => {
    const tally = scope.days.get(day);
    return (tally === undefined ? undefined : readDay(metric, tally)) ?? [];
  });
  const of = read.reduce((sum, one) => sum + one.of, 0);
  return of === 0 ? null : read.reduce((sum, one) => sum + one.value * one.of, 0) / of;
}
