import type { Cell } from '../outcome.ts';
import { type NextRound, replayLooks } from './replay-looks.ts';
import type { GateSettings } from './settings.ts';

/**
 * The next round of a prompt's review, from its cells alone (before the first round: cells without batches).
 * Asked replies come back as a batch of each planned cell, with the plan's `round` and `uniform`; then it is called again.
 * A round may be asked in two steps (round 3: every case, then the cases that turned out to disagree); both carry its number.
 * Which side failed never decides who is asked more, only the two sides pooled.
 */
export function planRound(cells: readonly Cell[], settings: GateSettings): NextRound {
  return replayLooks(cells, settings).next;
}
