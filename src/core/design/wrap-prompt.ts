import type { GoldenCase } from '../golden-case.ts';
import type { Prompt } from '../prompt.ts';

/**
 * The prompt as a case asks it: the case's texts around its one message, or around what the user said last; of a chat without
 * a user around its last message. They are templates as the prompt's own are.
 */
export function wrapPrompt(prompt: Prompt, { wrap }: Pick<GoldenCase, 'wrap'>): Prompt {
  if (wrap === undefined) return prompt;
  const said = prompt.messages.findLastIndex(({ role }) => role === 'user');
  const place = said === -1 ? prompt.messages.length - 1 : said;
  const messages = prompt.messages.map((message, index) =>
    index === place ? { ...message, content: `${wrap.prefix}${message.content}${wrap.suffix}` } : message,
  );
  return { ...prompt, messages };
}
