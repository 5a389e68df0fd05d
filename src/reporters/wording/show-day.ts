const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The day of an ISO 8601 time as people write it: `28 Nov 2026`; a text that is no such time stays as it is. */
export function showDay(time: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(time) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? time : `${Number(day)} ${name} ${year}`;
}
