import type { CheckKinds } from '../../core/check-kind.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Sandbox } from '../../core/ports.ts';
import type { Problem } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import type { RenderedMessages } from '../../core/template/render-messages.ts';
import type { FormatAbout } from '../about.ts';

/** One of several prompts in a file. */
export type KeyedPrompt = {
  /** Tells it apart in its file, from one revision to the next. */
  readonly key: string;
  /** Its own text, which says whether it changed and what. */
  readonly text: string;
  readonly prompt: Prompt;
  readonly cases: readonly GoldenCase[];
};

/** What a format made of a file that holds one prompt. */
export type ReadPrompt =
  | { readonly kind: 'prompt'; readonly prompt: Prompt; readonly cases: readonly GoldenCase[] }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/** What a format made of a file. */
export type ReadFile = ReadPrompt | { readonly kind: 'prompts'; readonly prompts: readonly KeyedPrompt[] };

/** For docs/formats.md. */
export type PromptAbout = FormatAbout & {
  /** What fills its variables. */
  readonly filled: string;
  /** Where its golden cases are. */
  readonly cases: string;
  /** More that its users should know, in Markdown. */
  readonly more?: string;
};

/** One prompt file format. A new one is one file here and one line in `formats.ts`. */
export type Format = {
  readonly name: string;
  /**
   * What a file is known by, the surest first: where two formats take a file, the surer one reads it. `name`: the
   * file's, or keys of its own; `keys`: those that it has in any file; `shape`: how its values lie; `anything`: any text will do.
   */
  readonly knownBy: 'name' | 'keys' | 'shape' | 'anything';
  readonly about: PromptAbout;
  /** Whether a file is of this format. Cheap; by path first, then by content. */
  readonly recognises: (path: string, text: string) => boolean;
  /** Reads the file; `cases` are those the format itself holds (GitHub's `testData`). Never throws on bad input. */
  readonly read: (path: string, text: string, kinds: CheckKinds) => ReadFile;
  /** Whether a file of this path may hold golden cases itself; absent: none does. */
  readonly mayHoldCases?: (path: string) => boolean;
  /**
   * Fills the templates. Unknown variables are reported, not guessed. What only a library can render is rendered in the
   * sandbox.
   */
  readonly render: (prompt: Prompt, vars: JsonObject, sandbox?: Sandbox) => RenderedMessages;
  /** File name suffix to cut off for `{name}` in the pattern of case files. */
  readonly suffix: (path: string) => string;
};

/** A format whose files hold one prompt each. */
export type OnePromptFormat = Omit<Format, 'read'> & {
  readonly read: (path: string, text: string, kinds: CheckKinds) => ReadPrompt;
};
