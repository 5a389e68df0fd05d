import { boundCases } from '../../core/design/bound-cases.ts';
import type { Design, PromptDesign } from '../../core/design/design-review.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import type { Settings } from '../../core/settings/settings.ts';

/**
 * The design with as many of the optional prompts as fit into a budget, the smallest first; and those that do not fit. The
 * others all stay.
 */
export function fitBudget(
  design: Design,
  fits: (design: Design) => boolean,
  isOptional: (prompt: PromptDesign) => boolean,
): { readonly design: Design; readonly left: readonly PromptDesign[] } {
  const optional = design.prompts.filter(isOptional).toSorted((a, b) => a.cells.length - b.cells.length);
  if (optional.length === 0 || fits(design)) return { design, left: [] };
  const own = design.prompts.filter((prompt) => !isOptional(prompt));
  const withFirst = (count: number): Design => ({ ...design, prompts: [...own, ...optional.slice(0, count)] });
  let [least, most] = [0, optional.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(withFirst(middle))) least = middle;
    else most = middle - 1;
  }
  return { design: withFirst(least), left: optional.slice(least) };
}

/** The prompts of a check whose cases could fit into the budget together, the smallest first; all where none does. */
export function fitCases(changes: readonly PromptChange[], settings: Settings): readonly PromptChange[] {
  if (boundCases(changes, settings) === undefined) return changes;
  const sorted = changes.toSorted((a, b) => a.exam.cases.length - b.exam.cases.length);
  const most = sorted.findIndex((_, index) => boundCases(sorted.slice(0, index + 1), settings) !== undefined);
  return most <= 0 ? changes : changes.filter((change) => sorted.indexOf(change) < most);
}
