import type { PromptDesign } from '../design/design-review.ts';
import type { CellRun } from './trial-run.ts';

/** A prompt under review with all that was asked of it. */
export type PromptRun = { readonly design: PromptDesign; readonly cells: readonly CellRun[] };

/** Why asking ended: the sampling came to its own end, or something cut it short at a whole round. */
export type Ending = 'complete' | 'budget' | 'deadline' | 'cancelled';
