import type { JsonObject } from './json.ts';
import type { BothSides } from './side.ts';

/** Models that a change of the config brings: those that take another's place, and those that come in addition. */
export type ModelExchange = {
  readonly exchanged: readonly BothSides<ModelRef>[];
  readonly added: readonly ModelRef[];
};

/** A model at a provider, with the parameters the config gives it. */
export type ModelRef = { readonly provider: string; readonly model: string; readonly params: JsonObject };

/**
 * One line of the report's table: a prompt on a model. Both sides hold the same model, but for a prompt's
 * own row, where the pull request may change it.
 */
export type Row = {
  /** Unique within the prompt: the model's id with its provider where that is not `default`; `old → new` where they differ. */
  readonly id: string;
  readonly own: boolean;
  readonly model: BothSides<ModelRef>;
};
