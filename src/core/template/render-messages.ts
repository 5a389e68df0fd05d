import { z } from 'zod';
import type { GoldenCase } from '../golden-case.ts';
import type { Json, JsonObject } from '../json.ts';
import { readParts } from '../parts/read-parts.ts';
import type { Message, Prompt, PromptMessage } from '../prompt.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import type { Engine, Filled, FillFailure } from './engine.ts';
import { engines } from './engines.ts';
import { findIncluded, findShown, type Shown } from './find-shown.ts';
import { joinTexts } from './join-texts.ts';
import { fillParts, messageOfParts } from './prompt-parts.ts';

/** `failed`: why one of the messages cannot be rendered; they are no request then. */
export type RenderedMessages = {
  readonly messages: readonly Message[];
  readonly unknown: readonly string[];
  readonly failed?: FillFailure;
  /** What a reader should know of how these values were filled in, in sentences. */
  readonly told?: readonly string[];
};

/** A text longer than a string can be is a failure to render like any other. */
function fillWithin(fill: () => Filled): Filled {
  try {
    return fill();
  } catch (fault) {
    if (!(fault instanceof RangeError) || !/string length/iu.test(fault.message)) throw fault;
    return { text: '', unknown: [], failed: { why: 'it becomes longer than any text can be', line: 1 } };
  }
}

/** A prompt's messages with their templates filled from `vars`, else from the prompt's own defaults. */
export function renderMessages(prompt: Prompt, vars: JsonObject): RenderedMessages {
  return renderWith(engines[prompt.engine], prompt, vars);
}

/** The same by another engine than the prompt's own. */
export function renderWith({ fill }: Pick<Engine, 'fill'>, prompt: Prompt, vars: JsonObject): RenderedMessages {
  const values = { ...prompt.defaults, ...vars };
  const find = findIncluded(prompt);
  const fillText = (text: string): Filled => fillWithin(() => fill(text, values, find, prompt.spacing));
  const held = prompt.messages.map(({ holds }) => (holds === undefined ? undefined : readHeld(holds, values)));
  const written = prompt.messages.flatMap((one, index) => held[index]?.messages ?? [one]);
  const filled = written.map(({ role, content, parts, joined, verbatim }) => {
    if (verbatim === true) return { role, joined, text: content, unknown: [], parts };
    if (parts === undefined) return { role, joined, ...fillText(content) };
    const { content: text, ...rest } = fillParts(parts, fillText);
    return { role, joined, text, ...rest };
  });
  const joined = filled.map(({ role, text, unknown, joined: texts, ...rest }) => {
    const parts = 'parts' in rest && rest.parts !== undefined ? { parts: rest.parts } : {};
    if (texts === undefined) return { role, text, unknown, ...parts };
    const whole = joinTexts(text, texts, values);
    const around = joinParts(parts.parts, texts, values);
    return { role, text: whole.text, unknown: [...unknown, ...whole.unknown], ...around };
  });
  const [only, ...others] = joined;
  const chat =
    prompt.chatAfterFilling === true && only !== undefined && others.length === 0
      ? readFilledChat(only.text)
      : undefined;
  const { shows } = (chat ?? prompt.messages).find((one) => one.shows !== undefined) ?? {};
  const failures = [
    ...filled.flatMap((one) => ('failed' in one ? (one.failed ?? []) : [])),
    ...held.flatMap((one) => one?.failed ?? []),
  ];
  const failed = failures[0] ?? (shows === undefined ? undefined : notSent(shows));
  return {
    messages:
      chat?.map(({ role, content, parts }) => ({ role, content, ...(parts !== undefined && { parts }) })) ??
      joined.map(({ role, text, parts }) => ({ role, content: text, ...(parts !== undefined && { parts }) })),
    unknown: [...new Set([...joined, ...held].flatMap((one) => one?.unknown ?? []))],
    ...(failed !== undefined && { failed }),
  };
}

/** What is joined to a message that shows something stands before and after its parts. */
function joinParts(
  parts: Message['parts'],
  { prepend = '', append = '' }: NonNullable<PromptMessage['joined']>,
  values: JsonObject,
): Pick<Message, 'parts'> {
  if (parts === undefined) return {};
  const [before, after] = [prepend, append].map((text) => joinTexts('', { append: text }, values).text);
  const text = (one = ''): NonNullable<Message['parts']> => (one === '' ? [] : [{ kind: 'text', text: one }]);
  return { parts: [...text(before), ...parts, ...text(after)] };
}

function notSent(shows: Shown): FillFailure {
  const fix =
    'Write it as a part that `docs/prompts.md` names, exclude the prompt under `prompts` with `!`, or ask its question in words alone.';
  return { why: `a message shows ${shows} in a form that is not sent`, line: 1, fix, unsent: true };
}

const textParts = z.array(z.object({ type: z.literal('text'), text: z.string() })).min(1);
const message = z
  .object({
    role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
    content: z.json().default(''),
  })
  .transform(({ role, content }): PromptMessage => {
    const parts = readParts(content);
    if (parts !== undefined) return { role, ...messageOfParts(parts) };
    const shows = findShown(content);
    return { role, content: textOf(content), ...(shows !== undefined && { shows }) };
  });
const messages = z.array(message).min(1);
const chat = z.union([messages, z.object({ messages }).transform((held) => held.messages)]);

/** The messages that a filled text holds as JSON or YAML: a list of them, or a map with such `messages`; else nothing. */
export function readFilledChat(text: string): readonly PromptMessage[] | undefined {
  if (!/^\s*(?:\[|\{|-\s|messages\s*:)/u.test(text)) return undefined;
  const read = readYaml(text, '');
  return read.kind === 'broken' ? undefined : chat.safeParse(read.located.value).data;
}

type HeldMessages = {
  readonly messages: readonly PromptMessage[];
  readonly unknown?: readonly string[];
  readonly failed?: FillFailure;
};

/** The messages that a variable holds, as they are; none where it has no value. */
function readHeld(name: string, values: JsonObject): HeldMessages {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) return { messages: [], unknown: [name] };
  const read = z.array(message).safeParse(value);
  if (read.success) return { messages: read.data.map((one) => ({ ...one, verbatim: true })) };
  return { messages: [], failed: { why: `\`${name}\` is no list of \`{role, content}\``, line: 1 } };
}

function textOf(content: Json): string {
  if (typeof content === 'string') return content;
  const texts = textParts.safeParse(content);
  return texts.success ? texts.data.map(({ text }) => text).join('') : JSON.stringify(content);
}

/** Cases whose requests are looked at. */
const mostCases = 3;

/** Jinja's options on white space are set in code: where they make another request, and the config names none, that is said. */
export function noteOnSpacing(prompt: Prompt, cases: readonly GoldenCase[]): readonly string[] {
  const { engine, spacing, path } = prompt;
  if (engine !== 'jinja' || spacing !== undefined) return [];
  if (!prompt.messages.some(({ content }) => /^[ \t]*\{[%#]|[%#]\}[ \t]*$/mu.test(content))) return [];
  const trimmed = { ...prompt, spacing: { 'trim-blocks': true, 'lstrip-blocks': true } };
  const shown = (one: Prompt, vars: GoldenCase['vars']): string =>
    renderMessages(one, vars)
      .messages.map(({ content }) => content)
      .join('\n');
  const differs = cases.slice(0, mostCases).some(({ vars }) => shown(prompt, vars) !== shown(trimmed, vars));
  if (!differs) return [];
  return [
    `Line feeds around tags are kept, as Jinja does by default. If your code sets \`trim_blocks\` and \`lstrip_blocks\`, write \`templates: [{ paths: ["${path}"], engine: jinja, trim-blocks: true, lstrip-blocks: true }]\` in the config; with \`false\` this is not said again.`,
  ];
}
