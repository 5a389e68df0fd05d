import { boundCases } from '../../core/design/bound-cases.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import type { Settings } from '../../core/settings/settings.ts';

/** The prompts of a check whose cases could fit into the budget together, the smallest first; all where none does. */
export function fitCases(changes: readonly PromptChange[], settings: Settings): readonly PromptChange[] {
  if (boundCases(changes, settings) === undefined) return changes;
  const sorted = changes.toSorted((a, b) => a.exam.cases.length - b.exam.cases.length);
  const most = sorted.findIndex((_, index) => boundCases(sorted.slice(0, index + 1), settings) !== undefined);
  return most <= 0 ? changes : changes.filter((change) => sorted.indexOf(change) < most);
}
