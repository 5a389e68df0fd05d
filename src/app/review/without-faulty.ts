import type { Design, PromptDesign } from '../../core/design/design-review.ts';
import { findUnfilled } from '../../core/design/find-unfilled.ts';
import type { BrokenPrompt } from '../../core/prompt-change.ts';
import { findUnscorable } from '../../core/scoring/find-unscorable.ts';
import { checkKinds } from '../../scorers/index.ts';

/** Takes out the prompts that cannot be asked, or whose replies could have no score: the others are judged. */
export function withoutFaulty(design: Design): { readonly design: Design; readonly broken: readonly BrokenPrompt[] } {
  const faulty = new Map(
    design.prompts.flatMap((prompt): (readonly [PromptDesign, BrokenPrompt])[] => {
      const { path, previousPath, change, diff, exam } = prompt.change;
      const cases = exam.cases.map(({ golden }) => golden);
      const unfilled = [findUnfilled(prompt)].filter((problem) => problem !== undefined);
      const [first, ...more] = [...prompt.problems, ...findUnscorable(cases, checkKinds), ...unfilled];
      if (first === undefined) return [];
      const place = { path, ...(previousPath === undefined ? {} : { previousPath }) };
      return [[prompt, { ...place, change, diff, problems: [first, ...more] }]];
    }),
  );
  const prompts = design.prompts.filter((prompt) => !faulty.has(prompt));
  return { design: { prompts, problems: [] }, broken: [...faulty.values()] };
}
