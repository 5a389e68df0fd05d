import type { Json } from '../json.ts';
import type { Message, Role } from '../prompt.ts';
import { isObject } from '../prompt-file/is-object.ts';
import { readYaml } from '../yaml/read-yaml.ts';

const roles = ['system', 'developer', 'user', 'assistant', 'tool'] as const satisfies readonly Role[];

/** The messages that a filled text holds as JSON or YAML: a list of them, or a map with such `messages`; else nothing. */
export function readFilledChat(text: string): readonly Message[] | undefined {
  if (!/^\s*(?:\[|\{|-\s|messages\s*:)/u.test(text)) return undefined;
  const read = readYaml(text, '');
  if (read.kind === 'broken') return undefined;
  const { value } = read.located;
  const list = isObject(value) ? value['messages'] : value;
  if (!isList(list) || list.length === 0) return undefined;
  const messages = list.map(toMessage);
  return messages.every((message) => message !== undefined) ? messages : undefined;
}

function toMessage(entry: Json): Message | undefined {
  if (!isObject(entry)) return undefined;
  const role = roles.find((one) => one === entry['role']);
  const { content = '' } = entry;
  if (role === undefined) return undefined;
  return { role, content: typeof content === 'string' ? content : JSON.stringify(content) };
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
