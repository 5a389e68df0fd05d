import type { ExamCase } from '../exam.ts';
import type { Problem } from '../problem.ts';
import type { Prompt } from '../prompt.ts';
import type { PromptChange } from '../prompt-change.ts';
import type { RenderPrompt } from './design-review.ts';
import { varsOf, wrapPrompt } from './messages-of.ts';

/** A case that no side of its prompt can be rendered for, and why. */
export type UnrenderedCase = { readonly key: string; readonly problem: RenderFailure };

/** A prompt without the cases that no side of it can be rendered for. */
type WithoutUnrendered = {
  readonly change: PromptChange;
  readonly unrendered: readonly UnrenderedCase[];
};

/**
 * Takes out the cases for which neither side can be rendered: they were never asked, and say nothing about the change. Where
 * that would leave none, or the new side alone fails, the template is what is at fault, and all stays as it is; but what both
 * sides show and is not sent, such as a picture, is nobody's fault.
 */
export function withoutUnrendered(change: PromptChange, render: RenderPrompt): WithoutUnrendered {
  const { exam, old: before, new: after } = change;
  const failureOf = (one: ExamCase): RenderFailure | undefined => {
    const failed = after && findRenderFailure(after, [one], render);
    return failed !== undefined && (before === undefined || findRenderFailure(before, [one], render) !== undefined)
      ? failed
      : undefined;
  };
  const unrendered = exam.cases.flatMap((one) => {
    const problem = failureOf(one);
    return problem === undefined ? [] : [{ key: one.key, problem }];
  });
  const isWhole = unrendered.length === exam.cases.length && !unrendered.every(({ problem }) => problem.unsent);
  if (unrendered.length === 0 || isWhole) return { change, unrendered: [] };
  const gone = new Set(unrendered.map(({ key }) => key));
  const edits = exam.edits?.filter((one) => !gone.has(one.key));
  return {
    change: {
      ...change,
      exam: { ...exam, cases: exam.cases.filter(({ key }) => !gone.has(key)), ...(edits !== undefined && { edits }) },
      setAside: (change.setAside ?? 0) + unrendered.length,
    },
    unrendered,
  };
}

/** `unsent`: it shows what is not sent, so that the template is not at fault. */
type RenderFailure = Problem & { readonly unsent?: true };

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

/** An application may fill in what no case knows, such as passages that it finds: what cannot be filled here it gets as written. */
export function renderAtLeast(render: RenderPrompt): RenderPrompt {
  return (prompt, vars) => {
    const rendered = render(prompt, vars);
    if (rendered.failed === undefined || rendered.failed.unsent === true) return rendered;
    return { messages: prompt.messages.map(({ role, content }) => ({ role, content })), unknown: rendered.unknown };
  };
}
