import type { CheckKinds } from '../../core/check-kind.ts';
import type { PromptFile } from '../../core/detect/diff-prompt.ts';
import type { PromptPart, PromptSource } from '../../core/detect/prompt-sources.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { HeldBytes } from '../../core/parts/held-bytes.ts';
import type { Problem } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import { showRenderedLines } from '../../core/rendered/write-rendered-lines.ts';
import { filesShown, inlineShown } from '../../core/template/prompt-parts.ts';
import { keyedPrompt, readPromptfooPrompts, recogniseUnread } from '../../formats/prompts/index.ts';
import type { Format, KeyedPrompt, ReadFile } from '../../formats/prompts/types.ts';
import { assembleSides, usedOnce } from './assemble-sides.ts';
import { gatherUsed } from './gather-used.ts';
import { inlineLines } from './inline-lines.ts';
import { createSkillsReader, readAgentFile, type SkillsReader } from './read-agent-file.ts';
import type { RevisionFiles } from './revision-files.ts';
import { takeIn } from './take-in.ts';

/** What a prompt says; `files` where it is made of several; `used` are others that these take content from. */
type Texts = {
  readonly text: string;
  readonly files?: readonly PromptFile[];
  readonly used?: readonly PromptFile[];
};

/** What a prompt is at one revision. */
export type PromptSide =
  | (Texts & { readonly kind: 'prompt'; readonly prompt: Prompt; readonly cases: readonly GoldenCase[] })
  | (Texts & { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] })
  /** A prompt in a format that is known but not read. */
  | { readonly kind: 'unread'; readonly text: string; readonly format: string; readonly fix: string }
  /** Not there, or no prompt. */
  | { readonly kind: 'none' };

/** What the files of a source hold: one prompt, or several by their keys. */
export type PromptSides =
  | { readonly kind: 'one'; readonly side: PromptSide }
  | { readonly kind: 'several'; readonly sides: ReadonlyMap<string, PromptSide> };

/** What prompts are read with. */
export type Reading = {
  readonly files: RevisionFiles;
  readonly formats: readonly Format[];
  readonly kinds: CheckKinds;
  /** Where what messages show is held until it is sent; absent: nothing is sent. */
  readonly held?: HeldBytes | undefined;
  /** The other skills that a skill is offered among; absent: none is. */
  readonly skills?: SkillsReader | undefined;
};

/** Reads the files of a source as prompts, as far as they are some. */
export async function readPromptSides(source: PromptSource | undefined, reading: Reading): Promise<PromptSides> {
  const read = await readParts(source, reading);
  if (read.kind === 'one') return { kind: 'one', side: await withIncluded(read.side, reading) };
  const sides = await Promise.all(
    [...read.sides].map(async ([key, side]) => [key, await withIncluded(side, reading)] as const),
  );
  return { kind: 'several', sides: new Map(sides) };
}

/** A prompt together with the templates that its own take in, and what its messages show, at the same revision. */
async function withIncluded(side: PromptSide, { files, held = new HeldBytes() }: Reading): Promise<PromptSide> {
  if (side.kind !== 'prompt') return side;
  const taken = await takeIn(side.prompt, files);
  const { text, files: read } = side;
  const used = usedOnce([...(side.used ?? []), ...taken.used]);
  const whole = { ...side, ...(used.length > 0 && { used }) };
  const broken = (problems: readonly [Problem, ...Problem[]]): PromptSide => {
    return { kind: 'broken', problems, text, ...(read && { files: read }), ...(used.length > 0 && { used }) };
  };
  if (taken.kind === 'broken') return broken(taken.problems);
  const told = { ...taken.prompt, text };
  if (told.rendered !== undefined) {
    const shown = await inlineLines(told, told.rendered, files, held);
    return shown.problems === undefined ? { ...whole, prompt: shown.prompt } : broken(shown.problems);
  }
  if (told.messages.every(({ parts }) => parts === undefined)) return { ...whole, prompt: told };
  const paths = filesShown(told);
  const bytes = new Map(await Promise.all(paths.map(async (path) => [path, await files.bytes(path)] as const)));
  const { prompt, problems } = inlineShown(told, bytes, held);
  const [first, ...others] = problems;
  return first === undefined ? { ...whole, prompt } : broken([first, ...others]);
}

async function readParts(source: PromptSource | undefined, reading: Reading): Promise<PromptSides> {
  if (source === undefined) return { kind: 'one', side: { kind: 'none' } };
  const [only, ...others] = source.parts;
  if (source.promptfoo === true) return readConfigured(source, reading);
  if (source.agents === true)
    return readAgentFile(source, { files: reading.files, skills: reading.skills ?? createSkillsReader() });
  if (others.length === 0 && !isAddedTo(only)) return readFile(only.file, reading);
  const read = await Promise.all(source.parts.map((part) => readPart(part, reading)));
  return { kind: 'one', side: assembleSides(source, read) };
}

async function readFile(path: string, { files, formats, kinds }: Reading): Promise<PromptSides> {
  const one = (side: PromptSide): PromptSides => ({ kind: 'one', side });
  const file = await files.text(path);
  switch (file.kind) {
    case 'absent':
      return one({ kind: 'none' });
    case 'refused': {
      const problem: Problem = { reason: 'files', what: `The prompt cannot be read: ${file.why}.`, at: { file: path } };
      return one({ kind: 'broken', text: '', problems: [problem] });
    }
    case 'text': {
      const { text } = file;
      const format = formats.find((each) => each.recognises(path, text));
      if (format === undefined) {
        const unread = recogniseUnread(path, text);
        return one(
          unread === undefined ? { kind: 'none' } : { kind: 'unread', text, format: unread.name, fix: unread.fix },
        );
      }
      if (format.uses === undefined) return asSides(format.read(path, text, kinds), text, []);
      const { files: used, used: find, problems } = await gatherUsed(path, text, format.uses, files);
      const [first, ...rest] = problems;
      const read: ReadFile =
        first === undefined ? format.read(path, text, kinds, find) : { kind: 'broken', problems: [first, ...rest] };
      return asSides(read, text, used);
    }
  }
}

/** What a format made of a file, with what it uses: of several prompts each says itself what that is. */
function asSides(read: ReadFile, text: string, used: readonly PromptFile[]): PromptSides {
  const paths = used.map(({ path }) => path);
  switch (read.kind) {
    case 'broken':
      return { kind: 'one', side: { ...read, text, used } };
    case 'prompt': {
      const refersTo = [...new Set([...read.prompt.refersTo, ...paths])];
      const { rendered } = read.prompt;
      const shown = rendered && { files: [{ path: read.prompt.path, text: showRenderedLines(rendered) }] };
      return { kind: 'one', side: { ...read, text, used, ...shown, prompt: { ...read.prompt, refersTo } } };
    }
    case 'prompts': {
      const sides = several(read.prompts);
      if (sides.kind === 'one' || used.length === 0) return sides;
      const own = ([key, side]: readonly [string, PromptSide]): readonly [string, PromptSide] => [
        key,
        side.kind === 'prompt'
          ? { ...side, used: used.filter(({ path }) => side.prompt.refersTo.includes(path)) }
          : side,
      ];
      return { kind: 'several', sides: new Map([...sides.sides].map(own)) };
    }
  }
}

/** What a config of promptfoo names: the texts that it holds, or a file, read as promptfoo reads it. */
async function readConfigured({ path, held }: PromptSource, reading: Reading): Promise<PromptSides> {
  if (held !== undefined) return several(held.map(({ key, text }) => keyedPrompt(path, key, text)));
  const plain = await readFile(path, reading);
  const file = await reading.files.text(path);
  // A format of its own (GitHub's, front matter) says more than a text does.
  const own = plain.kind === 'several' || (plain.side.kind === 'prompt' && isOwn(plain.side));
  if (own || file.kind !== 'text' || (plain.kind === 'one' && plain.side.kind === 'unread')) return plain;
  const prompts = readPromptfooPrompts(path, file.text);
  const [first, ...rest] = prompts;
  if (first === undefined) return plain;
  if (rest.length > 0) return several(prompts);
  return { kind: 'one', side: { kind: 'prompt', text: file.text, prompt: { ...first.prompt, path }, cases: [] } };
}

function isOwn({ prompt }: Extract<PromptSide, { kind: 'prompt' }>): boolean {
  return (
    !['plain text', 'chat'].includes(prompt.format) ||
    prompt.model !== undefined ||
    Object.keys(prompt.params).length > 0 ||
    (prompt.format === 'plain text' && !prompt.open.role)
  );
}

function several(prompts: readonly KeyedPrompt[]): PromptSides {
  return { kind: 'several', sides: new Map(prompts.map((each) => [each.key, { ...each, kind: 'prompt' as const }])) };
}

async function readPart({ file, role }: PromptPart, reading: Reading): Promise<PromptSide> {
  const read = await readFile(file, reading);
  if (read.kind === 'several') {
    const what = 'This file holds several prompts, and cannot be one message of another.';
    return { kind: 'broken', text: '', problems: [{ reason: 'files', what, at: { file } }] };
  }
  const { side } = read;
  if (side.kind === 'none') {
    const what = 'A part of this prompt is missing, or is no prompt.';
    return { kind: 'broken', text: '', problems: [{ reason: 'files', what, at: { file }, fix: 'Add the file.' }] };
  }
  if (side.kind !== 'prompt' || role === undefined || !side.prompt.open.role) return side;
  const messages = side.prompt.messages.map((one) => ({ ...one, role, file }));
  return { ...side, prompt: { ...side.prompt, messages, open: { ...side.prompt.open, role: false } } };
}

/** Whether code adds to a file, so that it is not the whole prompt. */
function isAddedTo({ joined, before = [], after = [] }: PromptPart): boolean {
  return joined !== undefined || before.length + after.length > 0;
}
