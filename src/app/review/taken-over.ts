import type { OutputName } from '../../core/settings/outputs.ts';
import type { GateWord, Verdict } from '../../core/verdict.ts';

/** A verdict that an earlier run came to on all the same, as our own comment tells it. */
export type TakenOver = {
  readonly from: string;
  readonly verdict: Verdict;
  /** All that `fail-on` may name. */
  readonly verdicts: readonly GateWord[];
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>;
  /** What the comment says of the gate while nobody accepted. */
  readonly closed: string;
  /** The comment below its marker. */
  readonly body: string;
};
