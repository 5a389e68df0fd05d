import type { Json } from '../json.ts';
import { readParts } from '../parts/read-parts.ts';
import type { Problem } from '../problem.ts';
import type { PromptMessage, Role } from '../prompt.ts';
import { showValue } from '../template/fill-template.ts';
import { findShown } from '../template/find-shown.ts';
import { messageOfParts } from '../template/prompt-parts.ts';
import { fixUnknown } from '../yaml/explain-issues.ts';
import type { Located, Path } from '../yaml/located.ts';
import { nameType } from '../yaml/name-type.ts';
import { isObject } from './is-object.ts';

/** Roles a prompt file may use. Answers of tools are left out: they belong to a call, which a file cannot hold. */
const roles = ['system', 'developer', 'user', 'assistant'] as const satisfies readonly Role[];

/** What came of a list of messages. */
export type MessagesRead = { readonly messages: readonly PromptMessage[]; readonly problems: readonly Problem[] };

/** Reads the list of `{role, content}` that lies at `path`; a content may also be a list of text parts, as the API has it. */
export function readMessages(written: Json | undefined, located: Located, path: Path): MessagesRead {
  const problem = (what: string, at: Path, fix?: string): MessagesRead => ({
    messages: [],
    problems: [{ reason: 'files', what, at: located.at(at), ...(fix !== undefined && { fix }) }],
  });
  const example = 'Write `- role: user` and `content: …` under `messages`.';
  if (!isList(written)) return problem(`\`messages\` must be a list, not ${nameType(written)}.`, path, example);
  if (written.length === 0) return problem('The prompt has no messages.', path, example);

  const read = written.map((entry, index): MessagesRead => {
    const at = [...path, index];
    if (!isObject(entry)) return problem(`A message must be a map, not ${nameType(entry)}.`, at, example);
    const missing = ['role', 'content'].find((key) => !Object.hasOwn(entry, key));
    if (missing !== undefined)
      return problem(`This message has no \`${missing}\`.`, at, fixMissing(missing, Object.keys(entry)));
    const role = roles.find((one) => one === showValue(entry['role']).toLowerCase());
    if (role === undefined) {
      return problem(
        `\`${showValue(entry['role'])}\` is no role.`,
        [...at, 'role'],
        fixUnknown(showValue(entry['role']), roles),
      );
    }
    const content = textOf(entry['content']);
    if (content !== undefined) return { messages: [{ role, content }], problems: [] };
    const parts = readParts(entry['content']);
    if (parts !== undefined) return { messages: [{ role, ...messageOfParts(parts) }], problems: [] };
    const shown = findShown(entry['content']);
    if (shown !== undefined)
      return { messages: [{ role, content: textsIn(entry['content']), shows: shown }], problems: [] };
    const fix = 'Write a text, or a list of parts as the API takes them; tool calls are not read.';
    return problem(`\`content\` must be a text, not ${nameType(entry['content'])}.`, [...at, 'content'], fix);
  });
  return { messages: read.flatMap(({ messages }) => messages), problems: read.flatMap(({ problems }) => problems) };
}

function fixMissing(missing: string, written: readonly string[]): string {
  const others = written.filter((key) => key !== 'role' && key !== 'content');
  const [instead] = others.filter((key) => fixUnknown(key, [missing]).startsWith('Did you mean'));
  return instead === undefined ? 'A message is `role` and `content`.' : `\`${instead}\` looks like it: rename it.`;
}

function textOf(content: Json | undefined): string | undefined {
  if (typeof content === 'string') return content;
  if (typeof content === 'number' || typeof content === 'boolean') return String(content);
  if (!isList(content) || content.length === 0) return undefined;
  const parts = content.map((part) => (isObject(part) && part['type'] === 'text' ? part['text'] : undefined));
  return parts.every((part) => typeof part === 'string') ? parts.join('') : undefined;
}

/** The texts beside what a message shows. */
function textsIn(content: Json | undefined): string {
  const parts = isList(content) ? content : [];
  const texts = parts.map((part) => (isObject(part) && part['type'] === 'text' ? part['text'] : undefined));
  return texts.filter((text) => typeof text === 'string').join('');
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
