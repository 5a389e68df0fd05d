import type { Design, PromptDesign } from '../../core/design/design-review.ts';

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
