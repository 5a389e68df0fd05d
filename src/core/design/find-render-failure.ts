import type { ExamCase } from '../exam.ts';
import type { Problem } from '../problem.ts';
import type { Prompt } from '../prompt.ts';
import type { RenderPrompt } from './design-review.ts';
import { varsOf } from './vars-of.ts';
import { wrapPrompt } from './wrap-prompt.ts';

/** `unsent`: it shows what is not sent, so that the template is not at fault. */
export type RenderFailure = Problem & { readonly unsent?: true };

/** Why a prompt cannot be rendered, by the first of its cases for which it cannot. */
export function findRenderFailure(
  prompt: Prompt,
  cases: readonly ExamCase[],
  render: RenderPrompt,
): RenderFailure | undefined {
  for (const { golden } of cases) {
    const { failed } = render(wrapPrompt(prompt, golden), varsOf(golden));
    if (failed === undefined) continue;
    const { why, line, template, fix, unsent } = failed;
    const other = template === undefined ? undefined : prompt.included?.[template];
    const at =
      other === undefined
        ? { file: prompt.path, ...(prompt.firstLine !== undefined && { line: prompt.firstLine + line - 1 }) }
        : { file: other.file, line };
    return {
      reason: 'files',
      what: `The ${fix === undefined ? 'template cannot be rendered for the case' : 'prompt is not asked in the case'} \`${golden.id}\`: ${why}.`,
      at,
      fix: fix ?? 'Mend the template, or give the case the variables that it needs.',
      ...(unsent !== undefined && { unsent }),
    };
  }
  return undefined;
}
