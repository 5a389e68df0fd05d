import { z } from 'zod';
import type { Immutable } from '../report/immutable.ts';
import { groupedBy, groupNames } from './monitor-comparison.ts';
import { type MonitorTally, tally } from './monitor-report.ts';
import type { ScopeDay } from './scope-days.ts';

export const keptDayVersion = 1;

/** A line of the history of `promptgate monitor`: the sums of a day, of all calls, a segment, or a segment, model and prompt. No texts. */
export const keptDay = z.object({
  version: z.literal(keptDayVersion),
  day: z.iso.date(),
  by: z.array(z.enum(groupedBy)),
  ...groupNames.shape,
  ...tally.shape,
});
export type KeptDay = Immutable<z.infer<typeof keptDay>>;

/**
 * The days of the logs and of the history together. Of a day that both hold, that with more calls counts: logs may be cut on the day on which
 * they are rotated.
 * @param added days of the logs that the history lacks, or knows with fewer calls
 */
export function mergeDays(
  kept: readonly ScopeDay[],
  logged: readonly ScopeDay[],
): { readonly all: readonly ScopeDay[]; readonly added: readonly ScopeDay[] } {
  const known = new Map<string, ScopeDay>();
  const take = (row: ScopeDay): boolean => {
    const key = JSON.stringify([
      row.day,
      row.by,
      row.names.segment,
      row.names.model,
      row.names.prompt,
      row.names.others,
    ]);
    const before = known.get(key);
    if (before !== undefined && before.tally.calls >= row.tally.calls) return false;
    known.set(key, row);
    return true;
  };
  for (const row of kept) take(row);
  const added = logged.filter(take);
  return { all: [...known.values()], added };
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
