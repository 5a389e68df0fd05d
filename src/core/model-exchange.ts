import type { ModelRef } from './row.ts';
import type { BothSides } from './side.ts';

/** Models that a change of the config brings: those that take another's place, and those that come in addition. */
export type ModelExchange = {
  readonly exchanged: readonly BothSides<ModelRef>[];
  readonly added: readonly ModelRef[];
};
