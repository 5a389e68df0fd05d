import type { Design, PromptDesign } from '../../core/design/design-review.ts';
import type { GateSettings } from '../../core/gate/settings.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import { settingsFor } from '../../core/settings/override-settings.ts';
import type { Settings } from '../../core/settings/settings.ts';

/** The gate of each prompt. */
export type GateOf = (change: Pick<PromptChange, 'path' | 'previousPath'>) => GateSettings;

/**
 * Each compared prompt gets its part of the review's alpha, or of its own where `overrides` name one, so that many prompts block no
 * more often than one: parts of one n-th come to the largest alpha at most. Whether a model is safe is a question of its own, of
 * each prompt and model (docs/decisions/0338-portability.md).
 */
export function gateOf(design: Design, settings: Settings): GateOf {
  const { comparedElsewhere = 0 } = settings;
  const compared = settings.mode === 'portability' ? 1 : countCompared(design) + comparedElsewhere;
  return (change) => {
    const { gate } = settingsFor(change, settings);
    const { sampling, trials } = settings;
    return { ...gate, alpha: gate.alpha / Math.max(1, compared), sampling, trials };
  };
}

/** Prompts of a design that alpha is shared among. */
export function countCompared({ prompts }: Design): number {
  return prompts.filter(isCompared).length;
}

/** A prompt with both sides, some request of which differs. */
function isCompared({ change, cells }: PromptDesign): boolean {
  return change.old !== undefined && cells.some((cell) => !cell.identical);
}
