import type { DriftEnd } from '../drift/drift-report.ts';
import type { AlertTargetName } from '../settings/alert-schema.ts';
import type { Alert } from './alert.ts';
import type { AlertEntry, AlertState } from './alert-state.ts';

/** What a run found of something that is watched. */
export type Watched = {
  /** The same for the same thing, from run to run. */
  readonly key: string;
  /** `unknown`: this run could not tell. Then nothing begins and nothing is over. */
  readonly is: 'wrong' | 'fine' | 'unknown';
  /** Of `fine`: how it ended; absent: it is over. */
  readonly ended?: DriftEnd;
  /** Runs in a row that must find it wrong before anybody is told. */
  readonly forRuns: number;
  readonly about: Alert['about'];
  /** Targets that need not be told: they are told in another way. */
  readonly except?: readonly AlertTargetName[];
};

/** An alert, and who is to be told. */
export type PlannedAlert = { readonly alert: Alert; readonly to: readonly AlertTargetName[] };

export type AlertMoment = {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The same, milliseconds since 1970. */
  readonly now: number;
  /** After something was told, it is not told again as new before this time is over, milliseconds. */
  readonly cooldownMs: number;
  readonly targets: readonly AlertTargetName[];
  readonly place: Partial<Pick<Alert, 'run' | 'repository' | 'name'>>;
};

/** Entries that no run looked at for so long are forgotten: the rule, or the prompt, is gone. */
const forgottenMs = 90 * 86_400_000;

/**
 * Who is to be told what: of what is wrong each target once, until it is over, and then each of those once that it is. What could not be
 * sent is planned again by the next run. Something that comes back within the cool-down is not told before that is over, and where it
 * is over itself until then, never.
 */
export function planAlerts(
  kept: AlertState,
  watched: readonly Watched[],
  moment: AlertMoment,
): readonly PlannedAlert[] {
  return watched.flatMap((one): readonly PlannedAlert[] => {
    const entry = kept.entries.find(({ key }) => key === one.key);
    const told = entry?.told ?? [];
    const alert = {
      version: 1 as const,
      key: one.key,
      at: moment.at,
      ...moment.place,
      about: one.about,
      since: entry?.since ?? moment.at,
    };
    if (one.is === 'fine')
      return told.length === 0
        ? []
        : [{ alert: { ...alert, state: 'recovered', ended: one.ended ?? 'over' }, to: told }];
    if (one.is === 'unknown' || (entry?.runs ?? 0) + 1 < one.forRuns) return [];
    if (told.length === 0 && isCooling(entry, moment)) return [];
    const to = moment.targets.filter((target) => !told.includes(target) && one.except?.includes(target) !== true);
    return to.length === 0 ? [] : [{ alert: { ...alert, state: 'alert' }, to }];
  });
}

function isCooling(entry: AlertEntry | undefined, { now, cooldownMs }: AlertMoment): boolean {
  return entry?.toldMs !== undefined && now - entry.toldMs < cooldownMs;
}

/**
 * What is kept before anything is sent: since when each planned alert is told, so that a run that is killed amid sending leaves the next one
 * to say the same as it did.
 * @returns undefined where all of it is kept already
 */
export function beforeAlerts(
  kept: AlertState,
  watched: readonly Watched[],
  planned: readonly PlannedAlert[],
  moment: AlertMoment,
): AlertState | undefined {
  const begun = planned.filter(
    ({ alert: { key, state } }) =>
      state === 'alert' && kept.entries.find((entry) => entry.key === key)?.since === undefined,
  );
  if (begun.length === 0) return undefined;
  const keys = new Set(begun.map(({ alert }) => alert.key));
  const settled = watched.filter(({ key }) => keys.has(key));
  const { version, entries } = afterAlerts(kept, settled, [], moment);
  return { version, entries: entries.map((entry) => (keys.has(entry.key) ? { ...entry, since: moment.at } : entry)) };
}

/** What is kept after a run. @param sent alerts with those who were told */
export function afterAlerts(
  kept: AlertState,
  watched: readonly Watched[],
  sent: readonly PlannedAlert[],
  { at, now, cooldownMs }: AlertMoment,
): AlertState {
  const seen = watched.map((one): AlertEntry => {
    const entry = kept.entries.find(({ key }) => key === one.key);
    const reached = sent.find(({ alert }) => alert.key === one.key)?.to ?? [];
    const { since, toldMs, told = [] } = entry ?? {};
    if (one.is === 'unknown') return { ...(entry ?? emptyEntry(one, now)), seenMs: now };
    const isWrong = one.is === 'wrong';
    const stillTold = isWrong ? [...told, ...reached] : told.filter((target) => !reached.includes(target));
    const isTold = stillTold.length > 0;
    return {
      key: one.key,
      runs: isWrong ? Math.min((entry?.runs ?? 0) + 1, one.forRuns) : 0,
      told: stillTold,
      ...(isTold || (isWrong && since !== undefined) ? { since: since ?? at } : {}),
      ...(isWrong && reached.length > 0 ? { toldMs: now } : toldMs === undefined ? {} : { toldMs }),
      seenMs: now,
      about: one.about,
    };
  });
  const others = kept.entries.filter(({ key }) => watched.every((one) => one.key !== key));
  const entries = [...others, ...seen].filter(
    ({ runs, told, toldMs, seenMs }) =>
      now - seenMs < forgottenMs &&
      (runs > 0 || told.length > 0 || (toldMs !== undefined && now - toldMs < cooldownMs)),
  );
  return { version: 1, entries };
}

function emptyEntry({ key, about }: Watched, seenMs: number): AlertEntry {
  return { key, runs: 0, told: [], seenMs, about };
}
