import { z } from 'zod';
import type { Json } from '../json.ts';
import type { PromptMessage } from '../prompt.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { findShown } from './find-shown.ts';

const textParts = z.array(z.object({ type: z.literal('text'), text: z.string() })).min(1);
const message = z
  .object({
    role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
    content: z.json().default(''),
  })
  .transform(({ role, content }): PromptMessage => {
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

function textOf(content: Json): string {
  if (typeof content === 'string') return content;
  const texts = textParts.safeParse(content);
  return texts.success ? texts.data.map(({ text }) => text).join('') : JSON.stringify(content);
}
