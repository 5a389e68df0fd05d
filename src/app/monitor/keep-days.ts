import type { KeptRead } from '../../core/kept-lines.ts';
import type { DayNumber } from '../../core/monitor/call-groups.ts';
import { type KeptDay, keepDay, mergeDays, restoreDay } from '../../core/monitor/kept-day.ts';
import type { MonitorReport } from '../../core/monitor/monitor-report.ts';
import type { ScopeDay } from '../../core/monitor/scope-days.ts';

/** Daily sums that outlive the logs. @throws ProblemError */
export type MonitorHistory = {
  readonly read: () => Promise<KeptRead<KeptDay>>;
  readonly append: (lines: readonly KeptDay[]) => Promise<void>;
};

export type DaysKept = {
  /** Those of the logs and of the history. */
  readonly all: readonly ScopeDay[];
  readonly history?: NonNullable<MonitorReport['history']>;
};

const millisecondsADay = 86_400_000;

/** Adds the logs' days to those that are kept, and gives them all. @throws ProblemError where the history cannot be read or written */
export async function keepDays(logged: readonly ScopeDay[], history: MonitorHistory | undefined): Promise<DaysKept> {
  if (history === undefined) return { all: logged };
  const { lines, unread } = await history.read();
  const kept = lines.map((line) =>
    restoreDay(line, Math.round(Date.parse(`${line.day}T00:00:00Z`) / millisecondsADay)),
  );
  const { all, added } = mergeDays(kept, logged);
  if (added.length > 0) await history.append(added.map((row) => keepDay(row, isoDate(row.day))));
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
