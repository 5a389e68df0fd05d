import type { CheckKinds } from '../../core/check-kind.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import type { Problem } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import { recogniseUnread } from '../../formats/prompts/index.ts';
import type { Format } from '../../formats/prompts/types.ts';
import type { RevisionFiles } from './revision-files.ts';

/** What a file is at one revision. */
export type PromptSide =
  | { readonly kind: 'prompt'; readonly text: string; readonly prompt: Prompt; readonly cases: readonly GoldenCase[] }
  | { readonly kind: 'broken'; readonly text: string; readonly problems: readonly [Problem, ...Problem[]] }
  /** A prompt in a format that is known but not read. */
  | { readonly kind: 'unread'; readonly text: string; readonly format: string }
  /** Not there, or no prompt. */
  | { readonly kind: 'none' };

/** Reads a file as a prompt, if it is one. */
export async function readPromptSide(
  files: RevisionFiles,
  path: string,
  formats: readonly Format[],
  kinds: CheckKinds,
): Promise<PromptSide> {
  const file = await files.text(path);
  switch (file.kind) {
    case 'absent':
      return { kind: 'none' };
    case 'refused': {
      const problem: Problem = { reason: 'files', what: `The prompt cannot be read: ${file.why}.`, at: { file: path } };
      return { kind: 'broken', text: '', problems: [problem] };
    }
    case 'text': {
      const { text } = file;
      const format = formats.find((one) => one.recognises(path, text));
      if (format === undefined) {
        const unread = recogniseUnread(path, text);
        return unread === undefined ? { kind: 'none' } : { kind: 'unread', text, format: unread };
      }
      const read = format.read(path, text, kinds);
      return { ...read, text };
    }
  }
}
