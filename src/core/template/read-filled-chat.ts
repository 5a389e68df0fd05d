import { z } from 'zod';
import type { Message } from '../prompt.ts';
import { readYaml } from '../yaml/read-yaml.ts';

const message = z.object({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content: z.union([z.string(), z.json().transform((held) => JSON.stringify(held))]).default(''),
});
const messages = z.array(message).min(1);
const chat = z.union([messages, z.object({ messages }).transform((held) => held.messages)]);

/** The messages that a filled text holds as JSON or YAML: a list of them, or a map with such `messages`; else nothing. */
export function readFilledChat(text: string): readonly Message[] | undefined {
  if (!/^\s*(?:\[|\{|-\s|messages\s*:)/u.test(text)) return undefined;
  const read = readYaml(text, '');
  return read.kind === 'broken' ? undefined : chat.safeParse(read.located.value).data;
}
