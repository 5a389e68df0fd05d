import type { AssembledPrompt, PromptPart } from '../detect/prompt-sources.ts';
import type { PromptMessage } from '../prompt.ts';
import type { Config } from './parse-config.ts';

type Written = Exclude<Config['prompts'][number], string>;

/** A prompt of several files as the config writes it, by its files; messages that stand in code go with the file beside them. */
export function assembledOf({ name, messages }: Written): readonly AssembledPrompt[] {
  const parts: PromptPart[] = [];
  let waiting: readonly PromptMessage[] = [];
  for (const { role, file, files = [], join = '\n\n', content, prepend, append } of messages) {
    if (content !== undefined) {
      waiting = [...waiting, { role, content: '', joined: { append: content } }];
      continue;
    }
    const all = file === undefined ? files : [file];
    const joined = (prepend ?? append) === undefined ? {} : { joined: { prepend, append } };
    all.forEach((path, index) => {
      const first = index === 0;
      parts.push({ file: path, role, ...(first ? { ...joined, before: waiting } : { continues: join }) });
    });
    waiting = [];
  }
  const last = parts.pop();
  if (last === undefined) return [];
  const [first, ...rest] = [...parts, { ...last, after: waiting }];
  return first === undefined ? [] : [{ name, messages: [first, ...rest] }];
}
