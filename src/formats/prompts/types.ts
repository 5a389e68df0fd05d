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

/** A file that another takes content from: a partial, a sibling, a schema, a text that it names. */
export type Use = {
  /** As it is written there: `policy` of `{{> policy}}`. Its text is found by it (`UsedFiles`). */
  readonly name: string;
  /**
   * Where it may lie, as paths relative to the file that names it (`_policy.prompt`, `../shared/_policy.prompt`), the
   * likeliest first: the first that is there is taken. What leaves the repository or is no plain path never is.
   */
  readonly paths: readonly string[];
  /** Line of the text that names it, from 1. */
  readonly line?: number;
  /** Its absence is no fault: a sibling that need not be there, a name that code may register. */
  readonly optional?: true;
};

/** How the prompts of a format use other files. What these hold is read at the commit of the side, and never from a disk. */
export type Uses = {
  /**
   * Whether a prompt file at `path` could use the file at `other`, itself or through others, by these paths alone: only
   * then is it read when `other` changed and it did not. Cheap; may say so in vain, and never misses one. The ending of
   * such a file must be known to `couldBeReferredTo` (`core/detect/file-names.ts`).
   */
  readonly mayUse: (path: string, other: string) => boolean;
  /** What a text uses: that of the prompt file, and then of each file that it uses, at `path`. Never throws on bad input. */
  readonly list: (path: string, text: string) => readonly Use[];
  /** Files may name one another in a circle, as links do; absent: what takes itself in is a fault. */
  readonly mayCircle?: true;
};

/**
 * The files that a prompt uses, where they are there: of the file `from` what it names `name`. `path` is from the
 * repository's root.
 */
export type UsedFiles = (from: string, name: string) => { readonly path: string; readonly text: string } | undefined;

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
  /**
   * Reads the file; `cases` are those the format itself holds (GitHub's `testData`). Never throws on bad input.
   * `used` has what `uses` lists; a missing file, a circle or too many of them never come here. Of one prompt the paths of
   * all of them are added to `refersTo`; of several, each says its own there. Templates that `render` takes in go to `included`.
   */
  readonly read: (path: string, text: string, kinds: CheckKinds, used?: UsedFiles) => ReadFile;
  /** The other files that its prompts take content from; absent: none. */
  readonly uses?: Uses;
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
  readonly read: (path: string, text: string, kinds: CheckKinds, used?: UsedFiles) => ReadPrompt;
};
