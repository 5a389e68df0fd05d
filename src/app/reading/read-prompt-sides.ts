import type { CheckKinds } from '../../core/check-kind.ts';
import type { PromptFile } from '../../core/detect/diff-prompt.ts';
import type { PromptPart, PromptSource } from '../../core/detect/prompt-sources.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { HeldBytes } from '../../core/parts/held-bytes.ts';
import type { Problem } from '../../core/problem.ts';
import type { Prompt, PromptMessage } from '../../core/prompt.ts';
import { filesShown, inlineShown } from '../../core/template/prompt-parts.ts';
import { keyedPrompt, readPromptfooPrompts, recogniseUnread } from '../../formats/prompts/index.ts';
import type { Format, KeyedPrompt } from '../../formats/prompts/types.ts';
import type { RevisionFiles } from './revision-files.ts';
import { takeIn } from './take-in.ts';

/** What a prompt says; `files` where it is made of several. */
type Texts = { readonly text: string; readonly files?: readonly PromptFile[] };

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

type Reading = {
  readonly files: RevisionFiles;
  readonly formats: readonly Format[];
  readonly kinds: CheckKinds;
  /** Where what messages show is held until it is sent; absent: nothing is sent. */
  readonly held?: HeldBytes | undefined;
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
  const broken = (problems: readonly [Problem, ...Problem[]]): PromptSide => {
    return { kind: 'broken', problems, text, ...(read && { files: read }) };
  };
  if (taken.kind === 'broken') return broken(taken.problems);
  const told = { ...taken.prompt, text };
  if (told.messages.every(({ parts }) => parts === undefined)) return { ...side, prompt: told };
  const paths = filesShown(told);
  const bytes = new Map(await Promise.all(paths.map(async (path) => [path, await files.bytes(path)] as const)));
  const { prompt, problems } = inlineShown(told, bytes, held);
  const [first, ...others] = problems;
  return first === undefined ? { ...side, prompt } : broken([first, ...others]);
}

async function readParts(source: PromptSource | undefined, reading: Reading): Promise<PromptSides> {
  if (source === undefined) return { kind: 'one', side: { kind: 'none' } };
  const [only, ...others] = source.parts;
  if (source.promptfoo === true) return readConfigured(source, reading);
  if (others.length === 0 && !isAddedTo(only)) return readFile(only.file, reading);
  const read = await Promise.all(source.parts.map((part) => readPart(part, reading)));
  return { kind: 'one', side: assemble(source, read) };
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
      const read = format.read(path, text, kinds);
      if (read.kind !== 'prompts') return one({ ...read, text });
      return several(read.prompts);
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

/** The messages of a prompt's parts: those that continue another are one with it. */
function joinParts(parts: readonly PromptPart[], prompts: readonly Prompt[]): readonly PromptMessage[] {
  const joined: PromptMessage[] = [];
  for (const [index, { messages }] of prompts.entries()) {
    const { continues, joined: texts, before = [], after = [] } = parts[index] ?? {};
    const last = continues === undefined ? undefined : joined.pop();
    const [first, ...others] = messages.map((one) => (texts === undefined ? one : { ...one, joined: texts }));
    if (first === undefined) continue;
    const begun = last === undefined ? first : continued(last, continues, first);
    joined.push(...before, begun, ...others, ...after);
  }
  return joined;
}

function continued(last: PromptMessage, between = '', next: PromptMessage): PromptMessage {
  const content = `${last.content}${between}${next.content}`;
  if (last.parts === undefined && next.parts === undefined) return { ...last, content };
  const partsOf = ({ content: text, parts }: PromptMessage): NonNullable<PromptMessage['parts']> =>
    parts ?? [{ kind: 'text', text }];
  return { ...last, content, parts: [...partsOf(last), { kind: 'text', text: between }, ...partsOf(next)] };
}

/** One prompt of the messages of its parts. The model and the parameters are those of the first part that says them. */
function assemble({ path, parts: written }: PromptSource, parts: readonly PromptSide[]): PromptSide {
  const text = parts.map((part) => (part.kind === 'none' ? '' : part.text)).join('\n');
  const files = parts.flatMap((part, i) =>
    part.kind === 'none' ? [] : [{ path: written[i]?.file ?? path, text: part.text }],
  );
  const problems = parts.flatMap((part) => (part.kind === 'broken' ? part.problems : []));
  const [problem, ...more] = problems;
  if (problem !== undefined) return { kind: 'broken', text, files, problems: [problem, ...more] };
  const unread = parts.find((part) => part.kind === 'unread');
  if (unread !== undefined) return { ...unread, text };
  const sides = parts.filter((part) => part.kind === 'prompt');
  const prompts = sides.map(({ prompt }) => prompt);
  const [first] = prompts;
  if (first === undefined) return { kind: 'none' };
  const { model: _, ...rest } = first;
  const model = prompts.find((prompt) => prompt.model !== undefined)?.model;
  const prompt: Prompt = {
    ...rest,
    path,
    messages: joinParts(written, prompts),
    open: { engine: prompts.every(({ open }) => open.engine), role: false },
    ...(model !== undefined && { model }),
    params: Object.assign({}, ...prompts.map(({ params }) => params).toReversed()),
    defaults: Object.assign({}, ...prompts.map(({ defaults }) => defaults).toReversed()),
    variables: [...new Set(prompts.flatMap(({ variables }) => variables))],
    refersTo: [...new Set(prompts.flatMap(({ refersTo }) => refersTo))],
    notes: prompts.flatMap(({ notes }) => notes),
  };
  return { kind: 'prompt', text, files, prompt, cases: sides.flatMap(({ cases }) => cases) };
}
