import type { OutputName } from '../../core/settings/outputs.ts';
import type { Verdict } from '../../core/verdict.ts';

/** A verdict that an earlier run came to on all the same, as our own comment tells it. */
export type TakenOver = {
  readonly from: string;
  readonly verdict: Verdict;
  /** Of every row, for `fail-on`. */
  readonly verdicts: readonly Verdict[];
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>;
  /** What the comment says of the gate while nobody accepted. */
  readonly closed: string;
  /** The comment below its marker. */
  readonly body: string;
};
