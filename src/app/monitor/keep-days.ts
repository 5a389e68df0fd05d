import { isOfLaterVersion, type KeptRead } from '../../core/kept-lines.ts';
import type { DayNumber } from '../../core/monitor/call-groups.ts';
import { boundDays, type KeptDay, keepDay, mergeDays, restoreDay } from '../../core/monitor/kept-day.ts';
import type { MonitorReport } from '../../core/monitor/monitor-report.ts';
import type { ScopeDay } from '../../core/monitor/scope-days.ts';
import { standingDays } from '../../core/monitor/standing-days.ts';

/** Daily sums that outlive the logs. @throws ProblemError */
export type MonitorHistory = {
  readonly read: () => Promise<KeptRead<KeptDay>>;
  readonly append: (lines: readonly KeptDay[]) => Promise<void>;
  /** In the place of all lines. */
  readonly replace: (lines: readonly KeptDay[]) => Promise<void>;
};

export type DaysKept = {
  /** Those of the logs and of the history. */
  readonly all: readonly ScopeDay[];
  readonly history?: NonNullable<MonitorReport['history']>;
};

const millisecondsADay = 86_400_000;

type Around = {
  /** The run's own day. */
  readonly today: DayNumber;
  /** Segments that the config declares. */
  readonly declared: ReadonlySet<string>;
};

/**
 * Adds the logs' days to those that are kept, and gives them all. What is beyond the bounds of a history leaves the file, unless a later
 * version wrote in it. @throws ProblemError where the history cannot be read or written
 */
export async function keepDays(
  logged: readonly ScopeDay[],
  history: MonitorHistory | undefined,
  { today, declared }: Around,
): Promise<DaysKept> {
  if (history === undefined) return { all: logged };
  const { lines, unread } = await history.read();
  const kept = lines.map((line) =>
    restoreDay(line, Math.round(Date.parse(`${line.day}T00:00:00Z`) / millisecondsADay)),
  );
  const merged = mergeDays(
    kept.filter(({ day }) => day <= today + 1),
    logged,
  );
  const calls = new Map(
    merged.all.flatMap(({ by, day, tally }) => (by.length === 0 ? [[day, tally.calls] as const] : [])),
  );
  const last = standingDays(calls, today).at(-1) ?? today;
  const all = boundDays(merged.all, last, declared);
  const { added } = merged;
  const written = (rows: readonly ScopeDay[]) => rows.map((row) => keepDay(row, isoDate(row.day)));
  if (all.length < lines.length + added.length && !unread.some(isOfLaterVersion)) await history.replace(written(all));
  else if (added.length > 0) await history.append(written(added));
  return { all, history: { days: new Set(kept.map(({ day }) => day)).size, unread: unread.slice(0, mostUnread) } };
}

/** Unread lines that are told. */
const mostUnread = 10;

/** @param time milliseconds since 1970 */
export function dayOf(time: number): DayNumber {
  return Math.floor(time / millisecondsADay);
}

export function isoDate(day: DayNumber): string {
  return new Date(day * millisecondsADay).toISOString().slice(0, 10);
}
