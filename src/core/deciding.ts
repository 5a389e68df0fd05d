import type { Comparison } from './gate/comparison.ts';
import type { NextRound } from './gate/replay-looks.ts';
import type { GateSettings } from './gate/settings.ts';
import type { KeptCase } from './gate-quality/kept-case.ts';
import type { Cell } from './outcome.ts';
import type { GateQuality } from './report/gate-quality.ts';

/**
 * The gate at work. Over many replies it takes seconds, in which this process must hear a cancel: then it is done elsewhere,
 * and rejects with `CancelledError` where one comes.
 */
export type Deciding = {
  readonly planRound: (cells: readonly Cell[], settings: GateSettings) => Promise<NextRound>;
  readonly compareRows: (cells: readonly Cell[], settings: GateSettings) => Promise<Comparison>;
  readonly measureGate: (kept: readonly KeptCase[], settings: GateSettings, effort: number) => Promise<GateQuality>;
};
