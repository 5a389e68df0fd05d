import type { DayNumber } from '../monitor/call-groups.ts';
import { findShift, weeksBefore } from '../monitor/find-shift.ts';
import type { AlertRule } from '../settings/alert-rule-schema.ts';
import type { MetricReading } from './read-metric.ts';

/** Days at the end in which a change is looked for, as the comparison does. */
const lookedIn = 7;

/**
 * The days that a rule's `against` means: those right before the last one; or, where it is beyond chance that what the rule
 * watches moved its way within the last week, as many days right before that. Else a rise would be held to its own dear days, and hide
 * behind what they differ from the others.
 * @param today the day that is judged
 * @param alpha the chance that a change is found in either direction though there is none
 */
export function referenceDays(
  { way, against }: Pick<AlertRule, 'way' | 'against'>,
  readings: ReadonlyMap<DayNumber, MetricReading>,
  today: DayNumber,
  alpha: number,
): readonly MetricReading[] {
  const known = new Map(
    [...readings]
      .filter(([day]) => day <= today)
      .map(([day, { scaled, variance }]) => [day, { value: scaled, variance }] as const),
  );
  const judged = [...known.keys()]
    .filter((day) => day > today - lookedIn && hasSameWeekday(day, known))
    .toSorted((a, b) => a - b);
  const shift = judged.length === 0 ? undefined : findShift(known, judged, alpha);
  const isItsWay = shift?.isBeyondChance === true && shift.change > 0 === (way === 'rises');
  const end = isItsWay ? shift.since : today;
  return [...readings].filter(([day]) => day < end && day >= end - against).map(([, reading]) => reading);
}

function hasSameWeekday(day: DayNumber, known: ReadonlyMap<DayNumber, unknown>): boolean {
  return Array.from({ length: weeksBefore }, (_, week) => day - 7 * (week + 1)).some((earlier) => known.has(earlier));
}
