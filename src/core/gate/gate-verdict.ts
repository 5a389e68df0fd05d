import type { Verdict } from '../verdict.ts';
import type { Reason } from './reason.ts';

export type RowVerdict = {
  readonly row: string;
  readonly verdict: Verdict;
  /** Worst first. Warnings and notes (a case under `cases: warn`) are among them. */
  readonly reasons: readonly Reason[];
  /** Regressed only by the test pooled over all rows. */
  readonly pooledOnly: boolean;
  /** Whether the score's interval tells the row's story: never beside a confirmed case, nor including zero beside `regressed`. */
  readonly showInterval: boolean;
};

/** The verdict of one prompt. `reasons` holds those of the pooled tests; each row's are with the row. */
export type GateVerdict = {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly rows: readonly RowVerdict[];
};
