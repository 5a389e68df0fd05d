import type { DriftLine } from '../../core/drift/drift-line.ts';
import type { DriftReport } from '../../core/drift/drift-report.ts';
import type { HistoryRead } from '../../core/drift/read-history.ts';
import type { Report } from '../../core/report/report.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { NamedPrompts } from '../check/pick-checked.ts';

export type DriftRequest = {
  readonly inputs: Inputs;
  /** Tells this run apart: its address, or its time. */
  readonly run: string;
  /** Prompts that it is narrowed down to; none: all that golden cases guard. */
  readonly named: NamedPrompts;
  /** Golden cases are not asked, whatever the config says. */
  readonly canaryOnly?: true;
  /** Rows whose drift people took as the new usual. */
  readonly accepted?: (settings: Settings, kept: HistoryRead) => Promise<AcceptedDrifts>;
  readonly signal: AbortSignal;
};

/** By `rowName`; `notes` tell what was not taken, and why. */
export type AcceptedDrifts = { readonly rows: ReadonlySet<string>; readonly notes: readonly string[] };

/** What one run works with: its time, its history, and where it keeps what it saw. */
export type DriftPlace = {
  readonly at: string;
  readonly run: string;
  readonly settings: Settings;
  /** Earlier lines, by `rowName`. */
  readonly rows: ReadonlyMap<string, readonly DriftLine[]>;
  /** Rows that people took as the usual, by `rowName`. */
  readonly accepted: ReadonlySet<string>;
  /** Kept once the promise is fulfilled. @throws ProblemError */
  readonly keep: (lines: readonly DriftLine[]) => Promise<void>;
};

/** What a run may spend, all its askings together. */
export type DriftLimits = { readonly calls: number; readonly usd: number };

/**
 * Whether a run saw all that the config has watched: nothing narrowed it down, nothing ended it before time, and nothing was at fault. Only then
 * what it has no row of is watched no more. A run that was to ask golden cases and found none is none.
 * @param golden the report of the golden cases; absent where the config has none asked
 */
export function isWholeRun(
  { inputs: { prompts, models, tags }, named, canaryOnly }: DriftRequest,
  golden: Pick<Report, 'ended' | 'unreviewed'> | undefined,
  report: DriftReport,
): boolean {
  const isOfAll = [prompts, models, tags].every((narrowing) => narrowing === undefined) && named.written.length === 0;
  const rows = golden === undefined ? (report.canaries ?? []) : report.prompts;
  const isDone = golden === undefined || (golden.ended === 'complete' && golden.unreviewed.length === 0);
  return isOfAll && canaryOnly !== true && isDone && report.problems.length === 0 && rows.length > 0;
}

export function leftOf(
  { calls, usd }: DriftLimits,
  { calls: { made }, costUsd: { actual = 0 } }: Pick<Report, 'calls' | 'costUsd'>,
): DriftLimits {
  return { calls: Math.max(1, calls - made), usd: Math.max(0, usd - actual) };
}
