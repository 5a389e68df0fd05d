import type { PromptEdit } from './detect/compare-prompts.ts';
import type { Exam } from './exam.ts';
import type { Problem } from './problem.ts';
import type { Prompt } from './prompt.ts';

export const changeKinds = [
  'modified',
  'added',
  'removed',
  'renamed',
  'cases',
  'dependency',
  'config',
  'unchanged',
] as const;
/** Why a prompt is under review: its own file, its cases, a file it refers to, or the models of the config. In a check it is `unchanged`. */
export type ChangeKind = (typeof changeKinds)[number];

/** A changed file that a prompt or its golden cases take content from; `diff` is absent where it is no text, or the prompt's own has it. */
export type ChangedThrough = { readonly path: string; readonly diff?: string };

/** One prompt under review, both sides read. */
export type PromptChange = {
  readonly path: string;
  readonly previousPath?: string;
  readonly change: ChangeKind;
  /** Absent where the prompt was added, or its old side could not be read (then a note says so). */
  readonly old?: Prompt;
  /** Absent where it was removed. */
  readonly new?: Prompt;
  readonly exam: Exam;
  /** Cases that were taken out of the exam, since nothing that they ask for can be run. */
  readonly setAside?: number;
  /** Unified diff of the prompt's own file, old to new; empty where it did not change. */
  readonly diff: string;
  /** Files behind it that changed, by path; absent: none. */
  readonly through?: readonly ChangedThrough[];
  /** What the edit did to it as it is asked; absent where one side is lacking, or nothing of that changed. */
  readonly edit?: PromptEdit;
  /** Models to ask where neither the prompt nor the settings name any: those of its promptfoo config. */
  readonly models?: readonly string[];
  readonly notes: readonly string[];
};

/** A changed prompt that cannot be judged, since it or its cases cannot be read: it is invalid by itself, and the others are judged. */
export type BrokenPrompt = Pick<PromptChange, 'path' | 'previousPath' | 'change' | 'diff' | 'through'> & {
  readonly problems: readonly [Problem, ...Problem[]];
};

/** A prompt that cannot be judged for these problems. */
export function brokenOf(
  { path, previousPath, change, diff, through }: PromptChange,
  problems: BrokenPrompt['problems'],
): BrokenPrompt {
  return {
    path,
    ...(previousPath === undefined ? {} : { previousPath }),
    change,
    diff,
    ...(through === undefined ? {} : { through }),
    problems,
  };
}
