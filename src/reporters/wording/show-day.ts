const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The day of an ISO 8601 time as people write it: `28 Nov 2026`; a text that is no such time stays as it is. */
export function showDay(time: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(time) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? time : `${Number(day)} ${name} ${year}`;
}

/** A run by its day, and by its hour too where another of the runs is of the same day: `28 Nov 2026, 14:05 UTC`. */
export function showRun(time: string, runs: readonly string[]): string {
  const hour = /^\d{4}-\d\d-\d\dT(\d\d:\d\d)/u.exec(time)?.[1];
  const isAlone = runs.every((other) => other === time || other.slice(0, 10) !== time.slice(0, 10));
  return hour === undefined || isAlone ? showDay(time) : `${showDay(time)}, ${hour} UTC`;
}
