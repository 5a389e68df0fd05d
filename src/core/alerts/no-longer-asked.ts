import type { AlertTargetName } from '../settings/alert-schema.ts';
import type { Alert } from './alert.ts';
import type { AlertState } from './alert-state.ts';
import type { Watched } from './plan-alerts.ts';

/** How a drift run is told. */
export type DriftTelling = {
  /** Targets that are told in another way. */
  readonly except: readonly AlertTargetName[];
  /** It saw all that the config has watched: nothing narrowed it down, and nothing ended it before time. */
  readonly isWhole: boolean;
};

/**
 * What was told before and nothing watches any more: a whole run has no row of it. Its prompt, its model or its layer was taken out.
 * @param rows what the run found of this kind
 */
export function noLongerAsked(
  kind: Alert['about']['kind'],
  rows: readonly Watched[],
  kept: AlertState,
  { except, isWhole }: DriftTelling,
): readonly Watched[] {
  if (!isWhole) return [];
  const gone = kept.entries.filter(({ key, about }) => about.kind === kind && rows.every((one) => one.key !== key));
  return gone.map(({ key, about }) => ({ key, is: 'fine', ended: 'no-longer-asked', forRuns: 1, except, about }));
}
